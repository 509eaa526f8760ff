using Evaluation.Functions.Collect.Formats.Cells;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Collect.Formats.Csv;

/// <summary>Values in a CSV file, as services really produce it (docs/api.md, « Files »).</summary>
internal static class CsvSubmission
{
    private const string DefaultSource = "fichier CSV";

    /// <summary>What a file says.</summary>
    /// <exception cref="RefusalException">400 when it cannot be read, 413 over 10 000 rows.</exception>
    public static SubmittedBatch Read(ReceivedBody body)
    {
        var source = SubmittedBatch.SourceOf(body.Source ?? DefaultSource);
        var reason = SubmittedBatch.ReasonOf(body.Reason);
        var text = CsvEncoding.Decode(body.Bytes.ToMemory().Span);
        var (records, separator) = CsvSeparator.Open(text);
        using var opened = records;
        var columns = FileColumns.Read(HeaderOf(records));
        var rows = new FileRows(columns, body.Period)
        {
            CommaSeparatesCells = separator == ',',
            SkipsEmptyValues = TemplateColumns.AreAllIn(columns.Headers),
        };
        while (records.Next() is { } record)
        {
            RequireFit(record, columns);
            rows.Add(record.Line, [.. record.Cells.Select(cell => new FileCell(cell))]);
        }

        return new SubmittedBatch(source, reason, rows.All()) { NotSent = rows.NotSent };
    }

    private static IReadOnlyList<string> HeaderOf(CsvRecords records)
    {
        while (records.Next() is { } record)
        {
            if (record.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell)))
            {
                return record.Cells;
            }
        }

        return [];
    }

    // Too few cells is how Excel writes a line whose last cells are empty: those are missing, not misplaced.
    private static void RequireFit(CsvRecord record, FileColumns columns)
    {
        if (record.Cells.Skip(columns.Count).Any(cell => !string.IsNullOrWhiteSpace(cell)))
        {
            throw EdgeRefusals.CsvCells.Refused(record.Line, record.Cells.Count, columns.Count);
        }
    }
}
