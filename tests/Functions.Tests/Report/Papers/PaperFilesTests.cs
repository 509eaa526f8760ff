using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Evaluation.Core.French;
using Evaluation.Core.Reports.Papers;
using Evaluation.Functions.Office;
using Evaluation.Functions.Report.Papers;
using Evaluation.Functions.Report.Pictures;
using Chart = Evaluation.Functions.Report.Pictures.Picture;
using Drawing = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace Evaluation.Functions.Tests.Report.Papers;

/// <summary>A paper in each of its formats.</summary>
public sealed class PaperFilesTests
{
    private static readonly Paper Sample = GivenPaper.Of();

    [Fact]
    public void The_workbook_is_valid()
    {
        using var document = SpreadsheetDocument.Open(PaperWorkbook.Write(Sample).ToStream(), isEditable: false);
        Assert.Empty(Faults(document));
    }

    [Fact]
    public void The_document_is_valid()
    {
        using var document = WordprocessingDocument.Open(Document(Sample).ToStream(), isEditable: false);
        Assert.Empty(Faults(document));
    }

    [Fact]
    public void The_same_paper_gives_the_same_bytes()
    {
        Assert.Equal(PaperWorkbook.Write(Sample).ToArray(), PaperWorkbook.Write(GivenPaper.Of()).ToArray());
        Assert.Equal(Document(Sample).ToArray(), Document(GivenPaper.Of()).ToArray());
    }

    [Fact]
    public void A_total_that_is_the_sum_is_added_up_by_the_spreadsheet_and_another_is_not()
    {
        using var document = SpreadsheetDocument.Open(PaperWorkbook.Write(Sample).ToStream(), isEditable: false);
        var cells = Cells(document, "Montants");
        Assert.Equal("SUM(B5:B6)", cells["B7"].CellFormula?.Text);
        Assert.Equal("139427.18", cells["B7"].CellValue?.Text);
        Assert.Null(cells["C7"].CellFormula);
        Assert.Equal("1.2", cells["C7"].CellValue?.Text);
    }

    [Fact]
    public void What_is_said_under_a_figure_stands_at_the_end_of_its_row_and_the_figure_stays_one()
    {
        using var document = SpreadsheetDocument.Open(PaperWorkbook.Write(Sample).ToStream(), isEditable: false);
        var cells = Cells(document, "Montants");
        Assert.Equal(["Groupe", "Remarques"], [cells["E4"].InnerText, cells["F4"].InnerText]);
        Assert.Equal("Montant 2025 (€)\u00A0: provisoire\u202F; Évolution\u00A0: mêmes membres", cells["F5"].InnerText);
        Assert.Equal(["Accessibilité", ""], [cells["E6"].InnerText, cells["F6"].InnerText]);
        Assert.Equal(["", "Évolution\u00A0: partiel\u00A0: 1 valeur non disponible"], [cells["E7"].InnerText, cells["F7"].InnerText]);
        Assert.Equal("1.2", cells["C7"].CellValue?.Text);
        Assert.DoesNotContain("C4", Cells(document, "Services").Keys);
    }

    [Fact]
    public void A_row_is_as_high_as_the_words_that_wrap_in_it()
    {
        const int perLine = 90;
        var sentence = string.Join(' ', Enumerable.Repeat("mot", perLine));
        using var document = SpreadsheetDocument.Open(PaperWorkbook.Write(Sample with { Lead = sentence }).ToStream(), isEditable: false);
        var row = Sheet(document, "Sommaire").Descendants<Row>().Single(r => r.InnerText.Contains(sentence, StringComparison.Ordinal));
        Assert.True(row.CustomHeight?.Value);
        Assert.True(row.Height!.Value >= 15 * sentence.Length / perLine);
    }

    [Theory]
    [InlineData("", 10, 1)]
    [InlineData("dix lettre", 10, 1)]
    [InlineData("onze lettre", 10, 2)]
    [InlineData("un deux trois quatre", 10, 3)]
    [InlineData("anticonstitutionnellement", 10, 3)]
    public void Words_take_the_lines_that_their_column_leaves_them(string text, int width, int lines) => Assert.Equal(lines, SheetHeight.Lines(text, width));

    [Fact]
    public void Words_that_look_like_a_formula_stay_words()
    {
        using var document = SpreadsheetDocument.Open(PaperWorkbook.Write(Sample).ToStream(), isEditable: false);
        var cell = Cells(document, "Montants")["A6"];
        Assert.Equal(CellValues.InlineString, cell.DataType?.Value);
        Assert.Null(cell.CellFormula);
        Assert.Contains(";\"'=1+1\";", Encoding.UTF8.GetString(PaperCsv.Write(Sample)), StringComparison.Ordinal);
    }

    [Fact]
    public void Heads_stay_in_sight_on_the_screen_and_come_again_on_each_page()
    {
        using var document = SpreadsheetDocument.Open(PaperWorkbook.Write(Sample).ToStream(), isEditable: false);
        var sheet = Sheet(document, "Montants");
        Assert.Equal(PaneStateValues.Frozen, sheet.Descendants<Pane>().Single().State?.Value);
        Assert.Contains(document.WorkbookPart!.Workbook!.Descendants<DefinedName>(), name => name.InnerText == "'Montants'!$1:$4");
        using var words = WordprocessingDocument.Open(Document(Sample).ToStream(), isEditable: false);
        Assert.All(words.MainDocumentPart!.Document!.Descendants<Word.Table>(), table => Assert.NotEmpty(table.Descendants<Word.TableHeader>()));
    }

    [Fact]
    public void A_sheet_prints_one_page_wide_on_its_side_whatever_its_columns()
    {
        using var document = SpreadsheetDocument.Open(PaperWorkbook.Write(Sample).ToStream(), isEditable: false);
        Assert.All(document.WorkbookPart!.WorksheetParts, part =>
        {
            var page = part.Worksheet!.Descendants<PageSetup>().Single();
            Assert.Equal((1u, 0u, OrientationValues.Landscape), (page.FitToWidth!.Value, page.FitToHeight!.Value, page.Orientation!.Value));
            Assert.True(part.Worksheet.Descendants<PageSetupProperties>().Single().FitToPage?.Value);
        });
    }

    [Fact]
    public void What_leads_to_a_table_stays_on_its_page_and_a_total_with_a_row_above_it()
    {
        using var document = WordprocessingDocument.Open(Document(Sample).ToStream(), isEditable: false);
        var keeping = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Word.Style>()
            .Where(style => style.Descendants<Word.KeepNext>().Any()).Select(style => style.StyleId!.Value!).ToHashSet();
        bool Keeps(DocumentFormat.OpenXml.OpenXmlElement element) => element.Descendants<Word.ParagraphStyleId>().All(style => keeping.Contains(style.Val!.Value!));
        var body = document.MainDocumentPart.Document!.Body!;
        Assert.All(body.Elements<Word.Table>(), table => Assert.True(Keeps(table.PreviousSibling()!) && Keeps(table.Elements<Word.TableRow>().First())));
        Assert.All(body.Elements<Word.Paragraph>().Where(p => p.Descendants<Drawing.Inline>().Any()), picture => Assert.True(Keeps(picture)));
        var amounts = body.Elements<Word.Table>().First().Elements<Word.TableRow>().ToList();
        Assert.Equal([true, false, true, true, false], amounts.Select(Keeps));
    }

    [Fact]
    public void A_chart_is_a_picture_with_its_description()
    {
        using var document = WordprocessingDocument.Open(Document(Sample).ToStream(), isEditable: false);
        var chart = document.MainDocumentPart!.Document!.Descendants<Drawing.DocProperties>().Single();
        Assert.Equal(GivenPaper.Description, chart.Description?.Value);
        Assert.Single(document.MainDocumentPart.ImageParts);
    }

    [Fact]
    public void Headings_are_headings_and_pages_are_numbered()
    {
        using var document = WordprocessingDocument.Open(Document(Sample).ToStream(), isEditable: false);
        var styles = document.MainDocumentPart!.Document!.Descendants<Word.ParagraphStyleId>().Select(style => style.Val?.Value).ToList();
        Assert.Equal(Sample.Sections.Count, styles.Count(style => style == "Heading1"));
        Assert.Contains(document.MainDocumentPart.FooterParts.Single().Footer!.Descendants<Word.SimpleField>(), field => field.Instruction == " PAGE ");
    }

    [Fact]
    public void Every_figure_of_the_table_of_figures_is_exact() => Assert.Contains(
        $"Ce que paie la commune;Montant par service;;Urbanisme;Montant 2025 (€);{115815.71m.ToString(new NumberFormatInfo { NumberDecimalSeparator = "," })};",
        Encoding.UTF8.GetString(PaperCsv.Write(Sample)),
        StringComparison.Ordinal);

    [Fact]
    public void What_is_said_beside_the_tables_is_in_the_table_of_figures_and_a_figure_has_all_its_decimals()
    {
        var table = new PaperTable(
            "Parts", "Parts", "En euros", [PaperColumn.Words("Service"), PaperColumn.Euros("Montant"), new("Part", PaperFormat.Percent(2))],
            [PaperRow.Of("Urbanisme", 100m, 65.116279m)]);
        var csv = Encoding.UTF8.GetString(PaperCsv.Write(Sample with
        {
            Sections = [new PaperSection("Coûts", [table, new PaperNote("Montants provisoires."), new PaperReasons([new PaperReason("Part", "Ce que la clé donne.")])])],
        }));

        Assert.Equal(
            [
                "Coûts;Parts;;;;;En euros", "Coûts;Parts;;Urbanisme;Montant;100,00;", "Coûts;Parts;;Urbanisme;Part;65,116279;",
                "Coûts;;;;;;Montants provisoires.", "Coûts;;;;;;Part\u00A0: Ce que la clé donne.",
            ],
            csv.Split("\r\n").Skip(1).SkipLast(1));
    }

    [Fact]
    public void Sentences_of_a_table_have_a_wider_column_than_words()
    {
        var table = new PaperTable(
            "Calcul", "Calcul", null, [PaperColumn.Words("Service"), PaperColumn.Words("État"), PaperColumn.Words("Calcul")],
            [PaperRow.Of("Urbanisme", "payé", string.Join(' ', Enumerable.Repeat("mot", 60)))]);
        using var document = SpreadsheetDocument.Open(PaperWorkbook.Write(Sample with { Sections = [new PaperSection("Calcul", [table])] }).ToStream(), isEditable: false);

        var sheet = Sheet(document, "Calcul");
        var widths = sheet.Descendants<Column>().Select(c => c.Width!.Value).ToList();
        Assert.True(widths[2] >= 2 * widths[1]);
        Assert.InRange(sheet.Descendants<Row>().Single(r => r.RowIndex! == 5).Height!.Value, 30, 60);
    }

    [Fact]
    public void All_that_is_read_in_a_document_and_in_a_workbook_has_French_spaces()
    {
        using var workbook = SpreadsheetDocument.Open(PaperWorkbook.Write(Sample).ToStream(), isEditable: false);
        using var words = WordprocessingDocument.Open(Document(Sample).ToStream(), isEditable: false);
        var main = words.MainDocumentPart!;
        IReadOnlyList<string> read =
        [
            .. workbook.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<Cell>()).Select(cell => cell.InlineString?.InnerText ?? ""),
            .. main.Document!.Descendants<Word.Paragraph>().Select(paragraph => paragraph.InnerText),
            .. main.HeaderParts.Select(part => part.Header!.InnerText),
            .. main.Document.Descendants<Drawing.DocProperties>().Select(drawing => drawing.Description?.Value ?? ""),
        ];

        Assert.Contains("Montant dû\u00A0: 139\u202F427,18\u00A0€ (137\u202F772,08\u00A0€ en 2024)", read);
        Assert.Contains(read, text => text.StartsWith("Urbanisme\u00A0: ", StringComparison.Ordinal));
        Assert.All(read, text => Assert.Equal(Typography.Fix(text), text));
    }

    [Fact]
    public void The_data_of_a_paper_give_the_same_files_as_the_paper()
    {
        var read = PaperJson.Read(PaperJson.Write(Sample));
        Assert.Equal(PaperWorkbook.Write(Sample).ToArray(), PaperWorkbook.Write(read).ToArray());
        Assert.Equal(PaperCsv.Write(Sample).ToArray(), PaperCsv.Write(read).ToArray());
        Assert.Equal(Document(Sample).ToArray(), Document(read).ToArray());
    }

    private static BinaryData Document(Paper paper) => PaperDocument.Write(paper, chart => Chart.Draw(chart.Sheet, PictureFrame.Page));

    private static IEnumerable<string> Faults(OpenXmlPackage document) =>
        new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document, TestContext.Current.CancellationToken).Select(fault => $"{fault.Path?.XPath}: {fault.Description}");

    private static Worksheet Sheet(SpreadsheetDocument document, string name)
    {
        var sheet = document.WorkbookPart!.Workbook!.Descendants<Sheet>().Single(s => s.Name == name);
        return ((WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!.Value!)).Worksheet!;
    }

    private static Dictionary<string, Cell> Cells(SpreadsheetDocument document, string name) =>
        Sheet(document, name).Descendants<Cell>().ToDictionary(cell => cell.CellReference!.Value!, StringComparer.Ordinal);
}
