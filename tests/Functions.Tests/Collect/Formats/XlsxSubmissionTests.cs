using Evaluation.Functions.Collect;
using Evaluation.Functions.Collect.Formats;
using Evaluation.Functions.Http;
using static Evaluation.Functions.Tests.Collect.Formats.GivenFiles;

namespace Evaluation.Functions.Tests.Collect.Formats;

public sealed class XlsxSubmissionTests
{
    private const string Styles =
        """<numFmts><numFmt numFmtId="164" formatCode="mmm\-yy"/><numFmt numFmtId="165" formatCode="#,##0&quot; jours&quot;"/><numFmt numFmtId="166" formatCode="[Red]0.0%"/></numFmts>"""
        + """<fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="14"/><xf numFmtId="10"/></cellXfs>""";

    private static readonly string Header = Row(1, "Indicateur", "Membre", "Période", "Valeur", "Commentaire");

    [Fact]
    public void Texts_are_read_wherever_the_workbook_keeps_them()
    {
        var rows = RowOf(2, """<c r="A2" t="s"><v>0</v></c>""", """<c r="B2" t="s"><v>1</v></c>""", """<c r="C2" t="str"><f>"2025"</f><v>2025-03</v></c>""", """<c r="D2"><v>42</v></c>""", """<c r="E2" t="inlineStr"><is><r><t>en </t></r><r><t>morceaux</t></r><rPh sb="0" eb="1"><t>lu</t></rPh></is></c>""");

        var read = Rows(Xlsx(Workbook(Header + rows, shared: "<si><t>ADS-01</t></si><si><r><t>381</t></r><r><t>85</t></r><phoneticPr fontId=\"0\"/></si>")));

        Assert.Equal(["ADS-01 38185 2025-03 42 - - en morceaux"], read);
    }

    [Theory]
    [InlineData("""<c><v>0.30000000000000004</v></c>""", "0.3")]
    [InlineData("""<c><v>42.0</v></c>""", "42")]
    [InlineData("""<c><v>1.2345E3</v></c>""", "1234.5")]
    [InlineData("""<c><v>-1E-3</v></c>""", "-0.001")]
    [InlineData("""<c><v>123456789.12</v></c>""", "123456789.12")]
    [InlineData("""<c s="2"><v>12.5</v></c>""", "12.5")]
    [InlineData("""<c><f>A1*2</f><v>84</v></c>""", "84")]
    [InlineData("""<c t="inlineStr"><is><t>1 234,5</t></is></c>""", "1234.5")]
    // refused by the check of the row, which quotes them
    [InlineData("""<c s="3"><v>0.937</v></c>""", "93.7 %")]
    [InlineData("""<c s="5"><v>1</v></c>""", "100 %")]
    [InlineData("""<c t="e"><v>#N/A</v></c>""", "#N/A")]
    [InlineData("""<c t="b"><v>1</v></c>""", "VRAI")]
    [InlineData("""<c t="b"><v>true</v></c>""", "VRAI")]
    [InlineData("""<c t="b"><v>0</v></c>""", "FAUX")]
    [InlineData("""<c t="b"><v>false</v></c>""", "FAUX")]
    // what no spreadsheet can hold is judged as it is written
    [InlineData("""<c><v>0.99999999999999999999999999999999</v></c>""", "0.99999999999999999999999999999999")]
    [InlineData("""<c><v>1000000000000.0000000000000000001</v></c>""", "1000000000000.0000000000000000001")]
    [InlineData("""<c><v>1E-400</v></c>""", "1E-400")]
    [InlineData("""<c><v>0E-400</v></c>""", "0")]
    [InlineData("""<c t="str"><f>IF(A1="","",A1)</f><v></v></c>""", "-")]
    [InlineData("""<c s="4"><v>45747</v></c>""", "2025-03-31")]
    [InlineData("""<c><v>1E+300</v></c>""", "1E+300")]
    public void A_value_is_what_the_workbook_shows(string cell, string value)
    {
        var rows = RowOf(2, Cell("ADS-01"), Cell("38185"), Cell("2025-03"), cell, Cell("c"));

        Assert.Equal([$"ADS-01 38185 2025-03 {value} - - c"], Rows(Xlsx(Workbook(Header + rows, styles: Styles))));
    }

    [Theory]
    [InlineData("""<c s="1"><v>45717</v></c>""", "", "2025-03")]
    [InlineData("""<c s="4"><v>45747</v></c>""", "", "2025-03")]
    [InlineData("""<c s="4"><v>44285</v></c>""", """<workbookPr date1904="1"/>""", "2025-03")]
    [InlineData("""<c t="d"><v>2025-03-31T00:00:00</v></c>""", "", "2025-03")]
    [InlineData("""<c><v>2025</v></c>""", "", "2025")]
    [InlineData("""<c t="inlineStr"><is><t>mars 2025</t></is></c>""", "", "2025-03")]
    public void A_date_in_a_period_is_its_month(string cell, string workbook, string period)
    {
        var rows = RowOf(2, Cell("ADS-01"), Cell("38185"), cell, "<c><v>1</v></c>");

        Assert.Equal([$"ADS-01 38185 {period} 1 - - -"], Rows(Xlsx(Workbook(Header + rows, styles: Styles, workbook: workbook))));
    }

    [Fact]
    public void A_member_that_the_workbook_took_for_a_number_is_found_again()
    {
        var rows = RowOf(2, Cell("A"), "<c><v>1004</v></c>", Cell("2025"), "<c><v>1</v></c>") + RowOf(3, Cell("A"), "<c><v>213801855</v></c>", Cell("2025"), "<c><v>1</v></c>");

        Assert.Equal(["A 01004 2025 1 - - -", "A 213801855 2025 1 - - -"], Rows(Xlsx(Workbook(Header + rows))));
    }

    [Fact]
    public void Titles_above_the_header_empty_rows_and_gaps_are_passed_over()
    {
        var rows = Row(1, "Activité du service") + Row(3, "Responsable", "Valeur")
            + """<row r="7"><c r="C7" t="inlineStr"><is><t>Indicateur</t></is></c><c r="F7" t="inlineStr"><is><t>Valeur</t></is></c></row><row r="8"><c r="C8" s="0"/></row><row r="9"/>"""
            + """<row r="12"><c r="C12" t="inlineStr"><is><t>ADS-01</t></is></c><c r="F12"><v>7</v></c><c r="XFD12" s="1"/></row>""";

        var row = Assert.Single(SubmissionFormats.Read(Xlsx(Workbook(rows))).Rows);

        Assert.Equal(("ADS-01 - - 7 - - -", 12), (Text(row), row.Line));
    }

    [Fact]
    public void The_sheet_is_the_first_or_the_one_that_is_named()
    {
        var workbook = Workbook(Row(1, "Indicateur", "Valeur") + Row(2, "ADS-01", "1"));

        Assert.Equal(["ADS-01 - - 1 - - -"], Rows(Xlsx(workbook)));
        Assert.Equal(["ADS-02 - - 7 - - -"], Rows(Xlsx(workbook, sheet: "avril")));
        Assert.Equal(["ADS-02 - - 7 - - -"], Rows(Xlsx(TemplateTests.Edit(
            workbook, "xl/workbook.xml", xml => xml.Replace("name=\"Mars\"", "name=\"Mars\" state=\"hidden\"", StringComparison.Ordinal)))));
        var refusal = Refusal(Xlsx(workbook, sheet: "Mai"));
        Assert.Equal((400, "sheet.unknown"), (RefusalStatus.Of(refusal.Kind), refusal.Code));
        Assert.Contains("«\u00A0Mars\u00A0», «\u00A0Avril\u00A0»", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_that_is_not_our_template_keeps_rows_without_a_value_for_their_check_to_refuse() => Assert.Equal(
        ["ADS-01 - - - - - -"], Rows(Xlsx(Workbook(Row(1, "Indicateur", "Valeur") + Row(2, "ADS-01")))));

    [Fact]
    public void What_cannot_be_read_is_refused_and_said()
    {
        Assert.Equal("columns.missing", Code(Workbook(Row(1, "Indicateur", "Membre"))));
        Assert.Equal("columns.unknown", Code(Workbook(Row(1, "Indicateur", "Valeur", "Couleur"))));
        Assert.Equal("columns.duplicate", Code(Workbook(Row(1, "Indicateur", "Valeur", "Value"))));
        Assert.Equal("columns.missing", Code(Workbook(Row(21, "Indicateur", "Valeur"))));
        Assert.Equal("columns.tooMany", Code(Workbook(Row(1, "Indicateur", "Valeur") + """<row r="2"><c r="CW2" t="inlineStr"><is><t>loin</t></is></c></row>""")));
        Assert.Equal("values.missing", Code(Workbook(Row(1, "Indicateur", "Valeur"))));
        Assert.Equal("file.controlCharacter", Code(Workbook(Row(1, "Indicateur", "Valeur") + Row(2, "A_x0000_", "1"))));
        Assert.Equal("xlsx.unreadable", Code(Workbook(RowOf(1, """<c t="s"><v>9</v></c>"""))));
        Assert.Equal("xlsx.unreadable", Code(Workbook(Row(2, "Indicateur", "Valeur") + Row(1, "A", "1"))));

        static string Code(byte[] workbook) => Refusal(Xlsx(workbook)).Code;
    }

    [Fact]
    public void Too_many_rows_are_refused()
    {
        static byte[] Of(int rows) => Workbook(
            Row(1, "Indicateur", "Valeur") + string.Concat(Enumerable.Range(2, rows).Select(line => RowOf(line, Cell("A"), "<c><v>1</v></c>"))));

        Assert.Equal(SubmittedBatch.MaxRows, SubmissionFormats.Read(Xlsx(Of(SubmittedBatch.MaxRows))).Rows.Count);
        var refusal = Refusal(Xlsx(Of(SubmittedBatch.MaxRows + 1)));
        Assert.Equal((413, "values.tooMany"), (RefusalStatus.Of(refusal.Kind), refusal.Code));
    }

    [Fact]
    public void A_workbook_names_itself_unless_its_address_does()
    {
        var body = Xlsx(Workbook(Row(1, "Indicateur", "Valeur") + Row(2, "A", "1")));

        Assert.Equal("classeur", SubmissionFormats.Read(body).Source);
        Assert.Equal("oxalis", SubmissionFormats.Read(body with { Source = "oxalis" }).Source);
        Assert.Equal("source.missing", Refusal(body with { Source = "" }).Code);
        Assert.Null(SubmissionFormats.Read(body).Template);
    }

    private static string Cell(string text) => $"""<c t="inlineStr"><is><t>{text}</t></is></c>""";
}
