using DocumentFormat.OpenXml.Packaging;
using Evaluation.Core.Reports.Papers;
using Evaluation.Functions.Report.Papers;
using Evaluation.Functions.Report.Pictures;
using FsCheck;
using FsCheck.Fluent;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace Evaluation.Functions.Tests.Report.Papers;

/// <summary>Widths of the columns of a table in a Word document.</summary>
public sealed class PaperDocumentColumnsTests
{
    private static readonly int Text = PaperDocumentPage.Upright.WidthOfText;

    [Fact]
    public void Columns_are_together_as_wide_as_the_text_and_none_is_without_width() => Prop.ForAll(
        Gen.Choose(0, 200).ListOf().Where(lengths => lengths.Count is > 0 and < 25).ToArbitrary(),
        lengths =>
        {
            var widths = PaperDocumentColumns.Of(Table([.. lengths.Select(length => (PaperCell)new string('m', length))]), Text);
            return widths.Sum() == Text && widths.All(width => width > 0);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_figure_and_a_short_text_stay_on_one_line_beside_a_long_one()
    {
        var figure = new PaperCell { Number = -1234567.89m };
        var widths = PaperDocumentColumns.Of(
            Table([string.Join(' ', Enumerable.Repeat("mot", 200)), figure, figure, figure, "sans objet", "non disponible"]), Text);
        Assert.All(widths.Skip(1).Take(3), width => Assert.True(width >= Width("−1\u202F234\u202F567,89")));
        Assert.True(widths[4] >= Width("sans objet") && widths[5] >= Width("non disponible"));
        Assert.True(widths[0] > widths.Skip(1).Max());
    }

    [Fact]
    public void Where_not_all_has_room_it_is_the_head_that_breaks_before_a_figure()
    {
        var widths = PaperDocumentColumns.Of(
            new PaperTable("T", "T", null, [.. Enumerable.Repeat(PaperColumn.Count("Anticonstitutionnellement"), 12)], [PaperRow.Of([.. Enumerable.Repeat((PaperCell)1234m, 12)])]), Text);
        Assert.All(widths, width => Assert.InRange(width, Width("1\u202F234"), Width("Anticonstitutionnellement")));
    }

    [Fact]
    public void A_document_gives_its_tables_these_widths_and_no_chart_is_wider_than_the_text()
    {
        var paper = GivenPaper.Of();
        using var document = WordprocessingDocument.Open(PaperDocument.Write(paper, chart => Picture.Draw(chart.Sheet, PictureFrame.Page)).ToStream(), isEditable: false);
        var body = document.MainDocumentPart!.Document!.Body!;
        Assert.Equal(
            paper.Tables().Select(table => string.Join(' ', PaperDocumentColumns.Of(table, Text))),
            body.Elements<Word.Table>().Select(table => string.Join(' ', table.Descendants<Word.GridColumn>().Select(column => column.Width!.Value))));
        const long emuOfTwentieth = 635;
        Assert.All(body.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.Extent>(), size => Assert.InRange(size.Cx!.Value, 1, Text * emuOfTwentieth));
    }

    [Fact]
    public void A_part_whose_table_is_too_wide_upright_stands_on_its_side_and_what_follows_stands_up_again()
    {
        var wide = new PaperTable(
            "Large", "Large", null, [.. Enumerable.Range(1, 12).Select(_ => PaperColumn.Words("Anticonstitutionnellement"))], [PaperRow.Of([.. Enumerable.Repeat((PaperCell)"oui", 12)])]);
        var paper = GivenPaper.Of();
        paper = paper with { Sections = [paper.Sections[0], new PaperSection("Détail", [wide]), new PaperSection("Suite", [new PaperText("Et voilà.")])] };

        using var document = WordprocessingDocument.Open(PaperDocument.Write(paper, chart => Picture.Draw(chart.Sheet, PictureFrame.Page)).ToStream(), isEditable: false);
        var body = document.MainDocumentPart!.Document!.Body!;

        Assert.Equal(
            [false, true, false],
            body.Descendants<Word.SectionProperties>().Select(s => s.GetFirstChild<Word.PageSize>()! is { Width: { } width, Height: { } height } && width.Value > height.Value));
        Assert.Equal(
            PaperDocumentPage.OnItsSide.WidthOfText,
            body.Elements<Word.Table>().Last().Descendants<Word.GridColumn>().Sum(column => int.Parse(column.Width!.Value!, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365)
            .Validate(document, TestContext.Current.CancellationToken));
    }

    private static PaperTable Table(IReadOnlyList<PaperCell> cells) =>
        new("T", "T", null, [.. cells.Select(cell => cell.Number is null ? PaperColumn.Words("N") : PaperColumn.Euros("€"))], [PaperRow.Of(cells)]);

    private static int Width(string text) => (int)Lettering.Measure(text, PaperDocumentColumns.Size * 10) + (2 * PaperDocumentColumns.Side);
}
