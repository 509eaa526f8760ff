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
    private const int Text = PaperDocument.WidthOfText;

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

    private static PaperTable Table(IReadOnlyList<PaperCell> cells) =>
        new("T", "T", null, [.. cells.Select(cell => cell.Number is null ? PaperColumn.Words("N") : PaperColumn.Euros("€"))], [PaperRow.Of(cells)]);

    private static int Width(string text) => (int)Lettering.Measure(text, PaperDocumentColumns.Size * 10) + (2 * PaperDocumentColumns.Side);
}
