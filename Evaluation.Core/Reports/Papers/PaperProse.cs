using System.Diagnostics;
using Evaluation.Core.French;
using Evaluation.Core.Reports.Charts;

namespace Evaluation.Core.Reports.Papers;

/// <summary>
/// Gives all that is read in a paper its French spaces and apostrophes, and says what its signs mean where one of them is read;
/// doing it twice changes nothing more.
/// </summary>
internal static class PaperProse
{
    /// <summary>The paper as it is read.</summary>
    public static Paper Of(Paper paper) => paper with
    {
        Title = Fixed(paper.Title),
        Subject = Fixed(paper.Subject),
        Identity = Fixed(paper.Identity),
        Lead = Fixed(paper.Lead),
        Sections = Explained([.. paper.Sections.Select(s => s with { Heading = Fixed(s.Heading), Blocks = [.. s.Blocks.Select(Of)] })]),
    };

    private static IReadOnlyList<PaperSection> Explained(IReadOnlyList<PaperSection> sections)
    {
        var signs = new PaperNote(Fixed(Figure.SignsText));
        return sections.SelectMany(s => s.Blocks).Contains(signs) || !sections.SelectMany(s => s.Blocks).SelectMany(Paper.TablesOf).Any(HasSign)
            ? sections
            : [.. sections.SkipLast(1), sections[^1] with { Blocks = [.. sections[^1].Blocks, signs] }];
    }

    private static bool HasSign(PaperTable table) => table.Rows.Concat(table.Total is { } total ? [total] : [])
        .Any(row => row.Cells.Any(cell => cell.Words is Figure.NotTransmittedText or Figure.NotApplicableText));

    private static PaperBlock Of(PaperBlock block) => block switch
    {
        PaperText text => new PaperText(Fixed(text.Text)),
        PaperNote note => new PaperNote(Fixed(note.Text)),
        PaperList list => new PaperList([.. list.Items.Select(Fixed)]),
        PaperFigures figures => new PaperFigures(
            [.. figures.Figures.Select(f => new PaperFigure(Fixed(f.Label), Fixed(f.Value), Maybe(f.Comment)))]),
        PaperReasons reasons => new PaperReasons([.. reasons.Reasons.Select(r => new PaperReason(Fixed(r.Term), Fixed(r.Explanation)))]),
        PaperChart chart => chart with { Sheet = Of(chart.Sheet), Data = Of(chart.Data) },
        PaperTable table => Of(table),
        _ => throw new UnreachableException($"A block that nothing is said of: {block.GetType().Name}."),
    };

    private static ChartSheet Of(ChartSheet sheet) => sheet with
    {
        Graphic = sheet.Graphic with { Title = Fixed(sheet.Graphic.Title), Description = Fixed(sheet.Graphic.Description) },
        UnitLine = Fixed(sheet.UnitLine),
        Takeaway = Maybe(sheet.Takeaway),
        Service = Fixed(sheet.Service),
        Period = Fixed(sheet.Period),
        Source = Fixed(sheet.Source),
        Notice = Maybe(sheet.Notice),
    };

    private static PaperTable Of(PaperTable table) => table with
    {
        Caption = Fixed(table.Caption),
        Unit = Maybe(table.Unit),
        Columns = [.. table.Columns.Select(c => c with { Heading = Fixed(c.Heading) })],
        Rows = [.. table.Rows.Select(Of)],
        Total = table.Total is { } total ? Of(total) : null,
    };

    private static PaperRow Of(PaperRow row) => new(
        [.. row.Cells.Select(c => c with { Words = Maybe(c.Words), Note = Maybe(c.Note) })], Maybe(row.Group));

    private static string? Maybe(string? text) => text is null ? null : Fixed(text);

    private static string Fixed(string text) => SvgText.Clean(Typography.Fix(text));
}
