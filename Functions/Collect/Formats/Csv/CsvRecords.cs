using System.Text;
using Evaluation.Functions.Collect.Formats.Cells;
using Evaluation.Functions.Consult;

namespace Evaluation.Functions.Collect.Formats.Csv;

/// <summary>One record of a CSV text.</summary>
/// <param name="Line">The physical line on which it starts, from 1: quoted cells may span several.</param>
/// <param name="Cells">Without their quotes.</param>
internal readonly record struct CsvRecord(int Line, IReadOnlyList<string> Cells);

/// <summary>
/// Cuts a CSV text into records (RFC 4180) one after the other, with any separator and any end of line: CRLF, LF or a
/// lone CR. A quote inside a cell that does not begin by one is an ordinary character: <c>tuyau 12"</c>.
/// </summary>
internal sealed class CsvRecords(string text, char separator, int start = 0, int line = 1)
{
    private readonly StringBuilder _quoted = new();
    private int _at = start;
    private int _line = line;

    /// <summary>The next record; null at the end. A blank line is a record of one empty cell.</summary>
    /// <exception cref="ApiProblemException">400 when quotes do not match, or a record is too wide.</exception>
    public CsvRecord? Next()
    {
        if (_at >= text.Length)
        {
            return null;
        }

        var line = _line;
        var cells = new List<string>();
        do
        {
            if (cells.Count == FileColumns.Most)
            {
                throw FileColumns.TooMany();
            }

            cells.Add(_at < text.Length && text[_at] == '"' ? Quoted() : Bare());
        }
        while (TrySkipSeparator());

        SkipEndOfLine();
        return new CsvRecord(line, cells);
    }

    private string Bare()
    {
        var length = text.AsSpan(_at).IndexOfAny(separator, '\r', '\n');
        var from = _at;
        _at = length < 0 ? text.Length : _at + length;
        return text[from.._at];
    }

    private string Quoted()
    {
        var openedOn = _line;
        _quoted.Clear();
        for (_at++; _at < text.Length; _at++)
        {
            var letter = text[_at];
            if (letter == '"')
            {
                if (_at + 1 == text.Length || text[_at + 1] != '"')
                {
                    _at++;
                    RequireEndOfCell(openedOn);
                    return _quoted.ToString();
                }

                _at++;
            }
            else if (letter == '\n' || (letter == '\r' && (_at + 1 == text.Length || text[_at + 1] != '\n')))
            {
                _line++;
            }

            _quoted.Append(letter);
        }

        throw Unmatched(openedOn);
    }

    private void RequireEndOfCell(int openedOn)
    {
        if (_at < text.Length && text[_at] != separator && text[_at] is not ('\r' or '\n'))
        {
            throw Unmatched(openedOn);
        }
    }

    private bool TrySkipSeparator()
    {
        if (_at < text.Length && text[_at] == separator)
        {
            _at++;
            return true;
        }

        return false;
    }

    private void SkipEndOfLine()
    {
        if (_at < text.Length)
        {
            _at += text[_at] == '\r' && _at + 1 < text.Length && text[_at + 1] == '\n' ? 2 : 1;
            _line++;
        }
    }

    private static ApiProblemException Unmatched(int line) => new(
        400,
        "csv.quotes",
        FormattableString.Invariant(
            $"Les guillemets ouverts à la ligne {line} ne sont pas fermés comme il faut : doublez ceux qui font partie du texte."));
}
