using Evaluation.Core.Reports.Papers;
using Evaluation.Functions.Report.Pictures;

namespace Evaluation.Functions.Report.Papers;

/// <summary>
/// How wide the columns of a table in a Word document are. Without widths Word and LibreOffice each divide the page in their own
/// way, the latter evenly. Each column is given, as far as the page reaches, its longest figure, the words of its head, what is
/// short as one line, then the rest of what stands in it. Twentieths of a point throughout.
/// </summary>
internal static class PaperDocumentColumns
{
    /// <summary>Letters of a table, in half points.</summary>
    public const int Size = 17;

    /// <summary>What a cell keeps free on each side.</summary>
    public const int Side = 60;

    // What letters of another make than those measured may take more.
    private const int Spare = 16;

    // « 31 décembre 2026 », « non disponible », the name of a commune: as one line if that can be.
    private const int Short = 1400;

    // So many columns of words, each broken, are no table that is read.
    private const int ManyWords = 5;

    // Beyond this a column wraps rather than take from the others.
    private const int Most = 3800;

    private static readonly char[] Breaks = [' ', '-'];

    /// <summary>The width of each column; together they are as wide as the text.</summary>
    /// <param name="table">At least one column.</param>
    /// <param name="widthOfText">What is left between the margins.</param>
    public static IReadOnlyList<int> Of(PaperTable table, int widthOfText)
    {
        var needs = table.Columns.Select((_, rank) => NeedOf(table, rank)).ToList();
        var sums = Enumerable.Range(0, needs[0].Length).Select(level => needs.Sum(need => need[level])).ToList();
        var unmet = sums.FindIndex(sum => sum > widthOfText);
        var wrapping = table.Columns.Select((_, rank) => Wraps(table, rank)).ToList();
        var (left, wrapped) = (widthOfText - sums[^1], wrapping.Count(wraps => wraps));
        var widths = needs.Select((need, rank) => unmet switch
        {
            0 => need[0] * widthOfText / sums[0],
            < 0 when wrapped > 0 => need[^1] + (wrapping[rank] ? left / wrapped : 0),
            < 0 => need[^1] * widthOfText / sums[^1],
            _ => need[unmet - 1] + ((need[unmet] - need[unmet - 1]) * (widthOfText - sums[unmet - 1]) / (sums[unmet] - sums[unmet - 1])),
        }).ToList();
        widths[wrapped > 0 && unmet < 0 ? wrapping.IndexOf(true) : 0] += widthOfText - widths.Sum();
        return widths;
    }

    // Sentences: what is left of the page is theirs.
    private static bool Wraps(PaperTable table, int rank) => table.Rows.Any(row => Measured(PaperRemark.After(table.Text(row.Cells[rank], rank), row.Cells[rank].Note), bold: false) > Most);

    private static int Measured(string text, bool bold) => (int)Math.Ceiling(Lettering.Measure(text, Size * 10, bold));

    /// <summary>Whether each column has room for its figures and the words of its head; among many words, for what is short as one line.</summary>
    public static bool Fits(PaperTable table, int widthOfText)
    {
        var level = table.Columns.Count(column => column.Format.Kind == PaperFormatKind.Words) < ManyWords ? 1 : 2;
        return table.Columns.Select((_, rank) => NeedOf(table, rank)[level]).Sum() <= widthOfText;
    }

    // From what a column needs most to all that it would like, each no less than the one before.
    private static int[] NeedOf(PaperTable table, int rank)
    {
        var head = table.Columns[rank].Heading;
        var total = table.ReadTotal is { } row ? row.Cells[rank] : "";
        var cells = table.Rows.Select(r => r.Cells[rank]).ToList();
        var figures = Math.Max(Longest(cells.Select(WithNote).SelectMany(Words), bold: false), Longest(Words(WithNote(total)), bold: true));
        var heads = Math.Max(figures, Longest(Words(head), bold: true));
        var whole = Math.Max(heads, Longest(cells.Select(Alone).Where(text => Measured(text, bold: false) <= Short), bold: false));
        var all = Math.Max(Longest(cells.Select(WithNote), bold: false), Math.Max(Longest([WithNote(total)], bold: true), Longest([head], bold: true)));
        return [.. new[] { figures, heads, whole, Math.Max(whole, Math.Min(all, Most)) }.Select(width => width + (2 * Side) + Spare)];

        string Alone(PaperCell cell) => table.Text(cell, rank);
        string WithNote(PaperCell cell) => PaperRemark.After(Alone(cell), cell.Note);
        int Longest(IEnumerable<string> texts, bool bold) => texts.Select(text => Measured(text, bold)).DefaultIfEmpty(0).Max();
    }

    // A line ends at a space or after a hyphen; no-break spaces hold a figure together.
    private static IEnumerable<string> Words(string text)
    {
        for (var from = 0; from < text.Length;)
        {
            var at = text.IndexOfAny(Breaks, from);
            var to = at < 0 ? text.Length : text[at] == ' ' ? at : at + 1;
            yield return text[from..to];
            from = at < 0 ? text.Length : at + 1;
        }
    }
}
