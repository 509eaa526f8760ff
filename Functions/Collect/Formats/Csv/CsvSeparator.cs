using Evaluation.Functions.Collect.Formats.Cells;

namespace Evaluation.Functions.Collect.Formats.Csv;

/// <summary>
/// What separates the cells of a CSV text: what its first line declares for Excel (<c>sep=;</c>), else the one under
/// which the header line shows the most known headers, then the most cells.
/// </summary>
internal static class CsvSeparator
{
    private const string Declaration = "sep=";

    private static readonly char[] Candidates = [';', ',', '\t'];

    /// <summary>The records of a text, past its declaration if it has one.</summary>
    public static (CsvRecords Records, char Separator) Open(string text)
    {
        if (text.Length > Declaration.Length
            && text.StartsWith(Declaration, StringComparison.OrdinalIgnoreCase)
            && Candidates.Contains(text[Declaration.Length])
            && EndOfLineAt(text, Declaration.Length + 1) is { } start)
        {
            return (new CsvRecords(text, text[Declaration.Length], start, linesBefore: 1), text[Declaration.Length]);
        }

        var separator = Candidates.MaxBy(candidate => Fit(text, candidate));
        return (new CsvRecords(text, separator), separator);
    }

    private static int? EndOfLineAt(string text, int at) => text.AsSpan(at) switch
    {
        ['\r', '\n', ..] => at + 2,
        ['\r' or '\n', ..] => at + 1,
        _ => null,
    };

    private static (int Known, int Cells) Fit(string text, char separator)
    {
        // Only the header line counts, and it spans no lines: what quotes would swallow is not looked at.
        var start = text.AsSpan().IndexOfAnyExcept("\r\n \t\u00A0");
        var line = start < 0 ? "" : text[start..];
        var end = line.AsSpan().IndexOfAny('\r', '\n');
        var cells = (end < 0 ? line : line[..end]).Split(separator, FileColumns.Most + 1);
        return (FileHeader.CountKnown(cells.Select(cell => cell.Trim().Trim('"'))), cells.Length);
    }
}
