using Evaluation.Core.Submissions;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Collect.Formats.Cells;

/// <summary>Makes rows of the lines of a file.</summary>
/// <param name="columns">Which column holds what.</param>
/// <param name="period">The period of lines that have none; null when not given.</param>
internal sealed class FileRows(FileColumns columns, string? period)
{
    private static readonly (FileField Field, string Name)[] Fields =
    [
        (FileField.Indicator, "indicator"),
        (FileField.Member, "member"),
        (FileField.MemberAgain, "member"),
        (FileField.Period, "period"),
        (FileField.Value, "value"),
        (FileField.Status, "status"),
        (FileField.Quality, "quality"),
        (FileField.Comment, "comment"),
    ];

    private readonly List<SubmittedRow> _rows = [];

    /// <summary>Whether the cells of the file are separated by commas (see <see cref="FileNumber"/>).</summary>
    public bool CommaSeparatesCells { get; init; }

    /// <summary>Whether a line without a value is one that nobody filled in, as in our template.</summary>
    public bool SkipsEmptyValues { get; init; }

    /// <summary>How many lines were passed over for that; null for none.</summary>
    public int? NotSent { get; private set; }

    /// <summary>Adds a line, unless it is empty.</summary>
    /// <exception cref="RefusalException">400 when it holds control characters, 413 when it is one too many.</exception>
    public void Add(int line, IReadOnlyList<FileCell> cells)
    {
        if (cells.All(cell => string.IsNullOrWhiteSpace(cell.Text)))
        {
            return;
        }

        RequireReadable(line, cells);
        var value = ValueOf(cells);
        if (value is null && SkipsEmptyValues)
        {
            NotSent = (NotSent ?? 0) + 1;
            return;
        }

        if (_rows.Count == SubmittedBatch.MaxRows)
        {
            throw SubmittedBatch.TooManyRows();
        }

        var doubts = DoubtsOf(cells);
        var periodText = PeriodOf(cells, doubts);
        _rows.Add(new SubmittedRow(
            _rows.Count,
            TextOf(FileField.Indicator, cells),
            MemberOf(FileField.Member, cells),
            periodText,
            value,
            TextOf(FileField.Status, cells) is { } status ? FileWords.Status(status) : null,
            TextOf(FileField.Quality, cells) is { } quality ? FileWords.Quality(quality) : null,
            CommentOf(cells))
        {
            Line = line,
            MemberAgain = MemberOf(FileField.MemberAgain, cells),
            Doubts = doubts,
        });
    }

    /// <summary>The rows, at least one.</summary>
    /// <exception cref="RefusalException">400 when there is none.</exception>
    public IReadOnlyList<SubmittedRow> All() => _rows.Count > 0
        ? _rows
        : throw EdgeRefusals.ValuesMissing.Refused();

    private static void RequireReadable(int line, IReadOnlyList<FileCell> cells)
    {
        if (cells.Any(cell => cell.Text.Any(c => char.IsControl(c) && c is not ('\t' or '\r' or '\n'))))
        {
            throw EdgeRefusals.FileControlCharacter.Refused(line);
        }
    }

    private FileCell Cell(FileField field, IReadOnlyList<FileCell> cells) =>
        columns.Of(field) is { } column && column < cells.Count ? cells[column] : FileCell.Empty;

    private string? TextOf(FileField field, IReadOnlyList<FileCell> cells) =>
        Cell(field, cells).Text.Trim() is { Length: > 0 } text ? text : null;

    private string? ValueOf(IReadOnlyList<FileCell> cells)
    {
        var cell = Cell(FileField.Value, cells);
        return string.IsNullOrWhiteSpace(cell.Text) ? null
            : cell.Kind == FileCellKind.Text ? FileNumber.Canonical(cell.Text, CommaSeparatesCells)
            : cell.Text;
    }

    // A spreadsheet takes codes for numbers: 01004 loses its zero, and a SIREN gets spaces.
    private string? MemberOf(FileField field, IReadOnlyList<FileCell> cells)
    {
        const int InseeLength = 5;
        var member = TextOf(field, cells);
        if (member is null || !member.All(c => char.IsAsciiDigit(c) || char.IsWhiteSpace(c)))
        {
            return member;
        }

        var digits = string.Concat(member.Where(char.IsAsciiDigit));
        return digits.Length == InseeLength - 1 ? $"0{digits}" : digits;
    }

    private string? PeriodOf(IReadOnlyList<FileCell> cells, List<CellDoubt> doubts)
    {
        var cell = Cell(FileField.Period, cells);
        var text = string.IsNullOrWhiteSpace(cell.Text) ? period : cell.Text.Trim();
        if (text is null)
        {
            return null;
        }

        var canonical = FilePeriod.Canonical(text, CommaSeparatesCells, out var doubt);
        if (doubt is not null)
        {
            doubts.Add(doubt);
        }

        return canonical;
    }

    private List<CellDoubt> DoubtsOf(IReadOnlyList<FileCell> cells)
    {
        var doubts = new List<CellDoubt>();
        foreach (var (field, name) in Fields)
        {
            if (CellDoubts.Of(name, Cell(field, cells)) is { } doubt)
            {
                doubts.Add(doubt);
            }
        }

        return doubts;
    }

    // Our own exports make plain text of what a spreadsheet would run as a formula (CsvText).
    private string? CommentOf(IReadOnlyList<FileCell> cells) => Cell(FileField.Comment, cells).Text switch
    {
        "" => null,
        ['\'', '=' or '+' or '-' or '@' or '\t' or '\r', ..] guarded => guarded[1..],
        var comment => comment,
    };
}
