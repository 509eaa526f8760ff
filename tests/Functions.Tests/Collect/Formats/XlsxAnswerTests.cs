using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Evaluation.Functions.Collect;
using Evaluation.Functions.Collect.Formats;
using Evaluation.Functions.Collect.Formats.Xlsx;
using static Evaluation.Functions.Tests.Collect.Formats.GivenFiles;

namespace Evaluation.Functions.Tests.Collect.Formats;

public sealed class XlsxAnswerTests
{
    private const string Red = "FFFFC7CE";

    private static readonly AnsweredLine Accepted = new(2, "enregistrée", Refused: false, []);
    private static readonly AnsweredLine RefusedLine = new(
        3, "refusée", Refused: true, [("value", "« n.c. » n’est pas un nombre."), ("member", "Le membre manque.")]);

    private static readonly byte[] Sent = Workbook(
        Row(1, "Indicateur", "Valeur", "Membre") + Row(2, "ADS-01", "42", "38185") + Row(3, "ADS-02", "n.c."),
        styles: """<fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf numFmtId="0"/></cellXfs>""",
        sheet: """<mergeCells count="1"><mergeCell ref="H1:H2"/></mergeCells>""");

    [Fact]
    public void Each_line_says_what_became_of_it_and_what_to_correct()
    {
        var cells = CellsOf(Answered());

        Assert.Equal("Résultat", cells["D1"].Value);
        Assert.Equal("À corriger", cells["E1"].Value);
        Assert.Equal("enregistrée", cells["D2"].Value);
        Assert.Equal("", cells["E2"].Value);
        Assert.Equal("refusée", cells["D3"].Value);
        Assert.Equal("« n.c. » n’est pas un nombre. Le membre manque.", cells["E3"].Value);
    }

    [Fact]
    public void A_line_of_the_template_without_a_value_is_said_not_to_be_sent()
    {
        var answered = XlsxAnswer.Write(BinaryData.FromBytes(Sent), null, [Accepted]);

        Assert.Equal("non transmise", CellsOf(answered)["D3"].Value);
        Assert.Equal("", CellsOf(answered)["E3"].Value);
        Assert.Empty(RedCells(answered));
    }

    [Fact]
    public void What_to_correct_has_room_to_be_read()
    {
        using var stream = Answered().ToStream();
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);

        var widths = document.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Column>())
            .Select(c => (c.Min!.Value, c.Width!.Value));
        Assert.Equal([(4u, 14), (5u, 110)], widths);
    }

    [Fact]
    public void The_refused_cells_are_red_even_where_nothing_was_written() =>
        Assert.Equal(["B3", "C3", "E3"], RedCells(Answered()));

    [Fact]
    public void What_else_the_sheet_holds_stays()
    {
        using var zip = new ZipArchive(Answered().ToStream());

        Assert.Contains(
            """<mergeCell ref="H1:H2" """.TrimEnd(), Text(zip, "xl/sheet1.xml"), StringComparison.Ordinal);
        Assert.Contains("ADS-02", Text(zip, "xl/sheet2.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_answered_workbook_is_sent_back_as_it_is() =>
        Assert.Equal(Rows(Xlsx(Sent)), Rows(Xlsx(Answered().ToArray())));

    [Fact]
    public void A_second_answer_takes_the_place_of_the_first()
    {
        var second = XlsxAnswer.Write(Answered(), null, [Accepted with { Outcome = "inchangée" }, Accepted with { Line = 3 }]);

        Assert.Empty(RedCells(second));
        Assert.Equal(["inchangée", "enregistrée"], CellsOf(second).Where(c => c.Key is "D2" or "D3").Select(c => c.Value.Value));
        Assert.DoesNotContain(CellsOf(second).Keys, key => key.StartsWith('F') || key.StartsWith('G'));
    }

    [Fact]
    public void The_answer_is_a_valid_workbook()
    {
        var template = TemplateTests.Template("2025-03", TemplateTests.Known("ADS-01", null));
        var answered = XlsxAnswer.Write(template, null, [Accepted, RefusedLine]);

        Assert.Empty(Errors(answered));
        Assert.Equal(["D3", "G3", "L3"], RedCells(answered));
        Assert.Equal(Rows(Xlsx(template.ToArray())), Rows(Xlsx(answered.ToArray())));
        Assert.NotNull(SubmissionFormats.Read(Xlsx(answered.ToArray())).Template);
        Assert.Equal(answered.ToArray(), XlsxAnswer.Write(template, null, [Accepted, RefusedLine]).ToArray());
    }

    [Fact]
    public void A_workbook_without_styles_or_places_is_answered_too()
    {
        var bare = TemplateTests.Edit(
            TemplateTests.Edit(Workbook("<row><c t=\"str\"><v>Indicateur</v></c><c t=\"str\"><v>Valeur</v></c></row><row/><row><c t=\"str\"><v>A</v></c><c/></row>"), "[Content_Types]", text =>
                text.Replace("""<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>""", "", StringComparison.Ordinal)),
            "workbook.xml.rels",
            text => text.Replace("""<Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>""", "", StringComparison.Ordinal));

        Assert.Equal(["B3", "D3"], RedCells(XlsxAnswer.Write(BinaryData.FromBytes(bare), null, [RefusedLine])));
    }

    [Fact]
    public void The_sheet_that_was_read_is_the_one_that_is_answered()
    {
        var answered = XlsxAnswer.Write(BinaryData.FromBytes(Sent), "Avril", [Accepted]);

        Assert.Equal(Rows(Xlsx(Sent)), Rows(Xlsx(answered.ToArray())));
        using var zip = new ZipArchive(answered.ToStream());
        Assert.Contains("enregistrée", Text(zip, "xl/sheet2.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_answer_of_the_API_says_it_in_French()
    {
        var line = AnsweredLines.Of(7, "rejected", [new IssueAnswer("value.missing", "error", "/values/3/value", "La valeur manque."), new IssueAnswer("row.duplicate", "error", "/values/3", "Cette ligne se répète.")]);

        Assert.Equal((7, "refusée", true), (line.Line, line.Outcome, line.Refused));
        Assert.Equal([("value", "La valeur manque."), ("", "Cette ligne se répète.")], line.Issues);
        Assert.Equal("enregistrée", AnsweredLines.Of(1, "created", []).Outcome);
        Assert.Equal("serait enregistrée", AnsweredLines.Of(1, "created", [], dryRun: true).Outcome);
    }

    private static BinaryData Answered() => XlsxAnswer.Write(BinaryData.FromBytes(Sent), null, [Accepted, RefusedLine]);

    private static IEnumerable<string> Errors(BinaryData workbook)
    {
        using var document = SpreadsheetDocument.Open(workbook.ToStream(), isEditable: false);
        return [.. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019)
            .Validate(document, TestContext.Current.CancellationToken)
            .Select(error => $"{error.Path?.XPath}: {error.Description}")];
    }

    private static Dictionary<string, XElement> CellsOf(BinaryData workbook)
    {
        using var zip = new ZipArchive(workbook.ToStream());
        var entry = zip.Entries.First(e => e.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal));
        return XDocument.Parse(Text(zip, entry.FullName)).Descendants().Where(e => e.Name.LocalName == "c")
            .ToDictionary(cell => (string)cell.Attribute("r")!);
    }

    private static List<string> RedCells(BinaryData workbook)
    {
        using var document = SpreadsheetDocument.Open(workbook.ToStream(), isEditable: false);
        var styles = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet;
        var fills = styles.Fills!.ToList();
        var formats = styles.CellFormats!.Elements<DocumentFormat.OpenXml.Spreadsheet.CellFormat>().ToList();
        return [.. CellsOf(workbook)
            .Where(cell => fills[(int)(formats[(int?)cell.Value.Attribute("s") ?? 0].FillId?.Value ?? 0)].OuterXml.Contains(Red, StringComparison.Ordinal))
            .Select(cell => cell.Key)];
    }

    private static string Text(ZipArchive zip, string entry)
    {
        using var reader = new StreamReader(zip.GetEntry(entry)!.Open());
        return reader.ReadToEnd();
    }
}
