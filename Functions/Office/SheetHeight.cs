using DocumentFormat.OpenXml.Spreadsheet;

namespace Evaluation.Functions.Office;

/// <summary>Gives a row the height that its wrapped words take: a spreadsheet that keeps the height of one line prints the rest over the next row.</summary>
internal static class SheetHeight
{
    private const double OfLine = 15;

    // Widths count in digits; letters of French prose are narrower, by more than this.
    private const double LettersOfDigit = 1.1;

    // No spreadsheet makes a row higher.
    private const double Most = 409;

    /// <summary>The same row; one of a single line keeps the height of all.</summary>
    /// <param name="row">To be made high enough.</param>
    /// <param name="wrapped">Words that wrap, and how many digits their column is wide.</param>
    public static Row Fit(Row row, params IEnumerable<(string Text, double Width)> wrapped)
    {
        var lines = wrapped.Select(cell => Lines(cell.Text, (int)(cell.Width * LettersOfDigit))).DefaultIfEmpty(1).Max();
        if (lines > 1)
        {
            row.Height = Math.Min(Most, lines * OfLine);
            row.CustomHeight = true;
        }

        return row;
    }

    /// <summary>How many lines words take, where a line holds so many letters; at least 1.</summary>
    internal static int Lines(string text, int width)
    {
        var (lines, used) = (1, 0);
        foreach (var word in text.Split(' '))
        {
            if (used > 0 && used + 1 + word.Length > width)
            {
                (lines, used) = (lines + 1, 0);
            }

            used += (used > 0 ? 1 : 0) + word.Length;
            lines += Math.Max(0, used - 1) / width;
            used = used > width ? ((used - 1) % width) + 1 : used;
        }

        return lines;
    }
}
