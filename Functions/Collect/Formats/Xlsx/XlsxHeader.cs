using Evaluation.Functions.Collect.Formats.Cells;
using Evaluation.Functions.Consult;

namespace Evaluation.Functions.Collect.Formats.Xlsx;

/// <summary>The line of a sheet that heads its columns: a title may stand above it.</summary>
/// <param name="Line">Its number.</param>
/// <param name="Columns">What it announces.</param>
internal sealed record XlsxHeader(int Line, FileColumns Columns)
{
    private const int LinesLookedAt = 20;

    /// <summary>The first line, among the first twenty, that has both an indicator and a value.</summary>
    /// <exception cref="ApiProblemException">400 when there is none: what is missing is that of the most likely line.</exception>
    public static XlsxHeader Find(IEnumerable<XlsxLine> lines)
    {
        var likely = new XlsxLine(1, []);
        foreach (var line in lines.TakeWhile(line => line.Number <= LinesLookedAt))
        {
            var fields = line.Cells.Select(cell => FileHeader.FieldOf(cell.Text)).ToList();
            if (fields.Contains(FileField.Indicator) && fields.Contains(FileField.Value))
            {
                return Of(line);
            }

            if (fields.Any(field => field is not null) && CountKnown(line) > CountKnown(likely))
            {
                likely = line;
            }
        }

        return Of(likely);
    }

    private static int CountKnown(XlsxLine line) => FileHeader.CountKnown(line.Cells.Select(cell => cell.Text));

    private static XlsxHeader Of(XlsxLine line) =>
        new(line.Number, FileColumns.Read([.. line.Cells.Select(cell => cell.Text)]));
}
