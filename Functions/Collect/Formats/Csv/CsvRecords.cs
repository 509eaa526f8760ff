using CsvHelper;
using Evaluation.Functions.Collect.Formats.Cells;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Collect.Formats.Csv;

/// <summary>One record of a CSV text.</summary>
/// <param name="Line">The physical line on which it starts, from 1: quoted cells may span several.</param>
/// <param name="Cells">Without their quotes.</param>
internal readonly record struct CsvRecord(int Line, IReadOnlyList<string> Cells);

/// <summary>
/// The records of a CSV text (RFC 4180), one after the other, with any end of line: CRLF, LF or a lone CR. A quote
/// inside a cell that does not begin by one is an ordinary character: <c>tuyau 12"</c>.
/// </summary>
internal sealed class CsvRecords : IDisposable
{
    private const int WidestSheet = 16_384;

    private readonly CsvReader _reader;
    private readonly int _linesBefore;

    /// <param name="text">The whole text.</param>
    /// <param name="separator">Between cells.</param>
    /// <param name="start">Where the records start.</param>
    /// <param name="linesBefore">Lines before that place.</param>
    public CsvRecords(string text, char separator, int start = 0, int linesBefore = 0)
    {
        _linesBefore = linesBefore;
        _reader = CsvReader.FromText(text[start..], new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            SkipEmptyLines = false,
            TrackLineNumbers = true,
            OnMalformedRecord = found =>
            {
                if (found.Reason != CsvMalformedReason.StrayQuote)
                {
                    throw Unmatched((int)found.LineNumber);
                }
            },
        });
    }

    public void Dispose() => _reader.Dispose();

    /// <summary>The next record; null at the end. A blank line is a record of one empty cell.</summary>
    /// <exception cref="RefusalException">400 when quotes do not match, or a record is too wide.</exception>
    public CsvRecord? Next()
    {
        if (!_reader.Read())
        {
            return null;
        }

        if (_reader.FieldCount > WidestSheet)
        {
            throw FileColumns.TooMany();
        }

        // Spreadsheets end every line with the separators of columns that once held something.
        var cells = _reader.Current.ToArray();
        var width = Math.Min(cells.Length, FileColumns.Most);
        return Array.TrueForAll(cells[width..], string.IsNullOrWhiteSpace)
            ? new CsvRecord(_linesBefore + (int)_reader.LineNumber, cells[..width])
            : throw FileColumns.TooMany();
    }

    private RefusalException Unmatched(int line) => EdgeRefusals.CsvQuotes.Refused(_linesBefore + line);
}
