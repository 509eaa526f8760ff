using Evaluation.Core.French;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Collect.Formats.Cells;

/// <summary>Which column of a file holds what, as its header line says; columns count from 0.</summary>
internal sealed class FileColumns
{
    /// <summary>Most columns in a file; what is wider is no list of values.</summary>
    public const int Most = 100;

    private const int LongestQuote = 40;

    private readonly Dictionary<FileField, int> _columns;

    private FileColumns(Dictionary<FileField, int> columns, IReadOnlyList<string> headers)
    {
        _columns = columns;
        Headers = headers;
    }

    /// <summary>The header line.</summary>
    public IReadOnlyList<string> Headers { get; }

    /// <summary>How many columns the header line has.</summary>
    public int Count => Headers.Count;

    /// <summary>The column of a field; null when the file has none.</summary>
    public int? Of(FileField field) => _columns.TryGetValue(field, out var column) ? column : null;

    /// <summary>The columns that a header line announces.</summary>
    /// <exception cref="RefusalException">400 when a header is unknown or given twice, or a needed one is missing.</exception>
    public static FileColumns Read(IReadOnlyList<string> headers)
    {
        if (headers.Count > Most)
        {
            throw TooMany();
        }

        var fields = headers.Select(FieldOf).ToList();
        SetCommuneAside(headers, fields);
        SetInseeAside(headers, fields);
        var columns = new Dictionary<FileField, int>();
        for (var column = 0; column < fields.Count; column++)
        {
            if (fields[column] is { } field and not FileField.Reading && !columns.TryAdd(field, column))
            {
                throw EdgeRefusals.ColumnsDuplicate.Refused(Quote(headers[columns[field]]), Quote(headers[column]));
            }
        }

        RequireNeeded(columns);
        return new FileColumns(columns, headers);
    }

    /// <summary>A file that is wider than any list of values.</summary>
    public static RefusalException TooMany() => EdgeRefusals.ColumnsTooMany.Refused();

    private static FileField? FieldOf(string header) => string.IsNullOrWhiteSpace(header)
        ? null
        : FileHeader.FieldOf(header) ?? throw EdgeRefusals.ColumnsUnknown.Refused(Quote(header), FileHeader.Known);

    private static void SetCommuneAside(IReadOnlyList<string> headers, List<FileField?> fields)
    {
        if (!headers.Where((header, column) => fields[column] == FileField.Member && !FileHeader.IsCommune(header)).Any())
        {
            return;
        }

        for (var column = 0; column < fields.Count; column++)
        {
            if (fields[column] == FileField.Member && FileHeader.IsCommune(headers[column]))
            {
                fields[column] = FileField.Reading;
            }
        }
    }

    // Of one column of SIREN and one of INSEE codes, both are read: they must agree.
    private static void SetInseeAside(IReadOnlyList<string> headers, List<FileField?> fields)
    {
        var members = Enumerable.Range(0, fields.Count).Where(column => fields[column] == FileField.Member).ToList();
        var insee = members.FindAll(column => FileHeader.IsInsee(headers[column]));
        if (insee is [var only] && members.Count == 2)
        {
            fields[only] = FileField.MemberAgain;
        }
    }

    private static void RequireNeeded(Dictionary<FileField, int> columns)
    {
        var missing = new[] { FileField.Indicator, FileField.Value }
            .Where(field => !columns.ContainsKey(field))
            .Select(field => $"« {FileHeader.NameOf(field)} »")
            .ToList();
        if (missing.Count > 0)
        {
            throw EdgeRefusals.ColumnsMissing.Refused(FrenchText.List(missing));
        }
    }

    private static string Quote(string header) =>
        string.Concat(header.Trim().Where(c => !char.IsControl(c)).Take(LongestQuote));
}
