using Evaluation.Functions.Collect.Formats.Cells;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Collect.Formats.Xlsx;

/// <summary>The line of a sheet that heads its columns: a title may stand above it.</summary>
/// <param name="Line">Its number.</param>
/// <param name="Columns">What it announces.</param>
internal sealed record XlsxHeader(int Line, FileColumns Columns)
{
    private const int LinesLookedAt = 20;

    /// <summary>The first line, among the first twenty, that has both an indicator and a value.</summary>
    /// <exception cref="RefusalException">400 when there is none: what is missing is that of the most likely line.</exception>
    public static XlsxHeader Find(IEnumerable<XlsxLine> lines)
    {
        var likely = new XlsxLine(1, []);
        foreach (var line in lines.TakeWhile(line => line.Number <= LinesLookedAt))
        {
            if (IsHeader(line))
            {
                return Of(line);
            }

            if (CountKnown(line) > CountKnown(likely))
            {
                likely = line;
            }
        }

        return Of(likely);
    }

    /// <summary>Whether a sheet is meant to list values, even if its header is incomplete or too far down.</summary>
    public static bool IsMeantIn(IEnumerable<XlsxLine> lines) => lines.Any(line =>
        Fields(line).OfType<FileField>().Distinct().Count() > 1
        && Fields(line).Any(field => field is FileField.Indicator or FileField.Value));

    private static bool IsHeader(XlsxLine line) =>
        Fields(line).Contains(FileField.Indicator) && Fields(line).Contains(FileField.Value);

    private static IEnumerable<FileField?> Fields(XlsxLine line) => line.Cells.Select(cell => FileHeader.FieldOf(cell.Text));

    private static int CountKnown(XlsxLine line) => FileHeader.CountKnown(line.Cells.Select(cell => cell.Text));

    private static XlsxHeader Of(XlsxLine line) =>
        new(line.Number, FileColumns.Read([.. line.Cells.Select(cell => cell.Text)]));
}
