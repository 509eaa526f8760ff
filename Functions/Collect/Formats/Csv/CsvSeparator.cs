using System.Text.RegularExpressions;
using Evaluation.Functions.Collect.Formats.Cells;

namespace Evaluation.Functions.Collect.Formats.Csv;

/// <summary>
/// What separates the cells of a CSV text: what its first line declares for Excel (<c>sep=;</c>), else the one under
/// which the header line shows the most known headers, then the most cells.
/// </summary>
internal static partial class CsvSeparator
{
    private static readonly char[] Candidates = [';', ',', '\t'];

    /// <summary>The records of a text, past its declaration if it has one.</summary>
    public static (CsvRecords Records, char Separator) Open(string text)
    {
        if (Declaration().Match(text) is not { Success: true } declaration)
        {
            var found = Candidates.MaxBy(candidate => Fit(text, candidate));
            return (new CsvRecords(text, found), found);
        }

        // A spreadsheet that took the declaration for a cell wrote it back between quotes, and its own separators after.
        var declared = declaration.Groups["separator"].Value[0];
        var rest = text[declaration.Length..];
        var separator = declaration.Groups["rewritten"].Length == 0
            ? declared
            : Candidates.MaxBy(candidate => (Fit(rest, candidate), candidate == declared));
        return (new CsvRecords(text, separator, declaration.Length, linesBefore: 1), separator);
    }

    private static (int Known, int Cells) Fit(string text, char separator)
    {
        // Only the header line counts, and it spans no lines: what quotes would swallow is not looked at.
        var start = text.AsSpan().IndexOfAnyExcept("\r\n \t\u00A0");
        var line = start < 0 ? "" : text[start..];
        var end = line.AsSpan().IndexOfAny('\r', '\n');
        var cells = (end < 0 ? line : line[..end]).Split(separator, FileColumns.Most + 1);
        return (FileHeader.CountKnown(cells.Select(cell => cell.Trim().Trim('"'))), cells.Length);
    }

    [GeneratedRegex(
        """
        ^(?:sep=(?<separator>[;,\t])(?<rewritten>[;,\t]*)|(?<rewritten>"sep=(?<separator>[;,\t])"[;,\t]*))(?:\r\n|\r|\n)
        """,
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Declaration();
}
