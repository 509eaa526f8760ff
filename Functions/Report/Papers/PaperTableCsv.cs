using CsvHelper;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Functions.Report.Papers;

/// <summary>
/// Writes one table of a paper as it stands, a row a line, for a program that takes it over: its headings, no total, no remarks,
/// numbers with the decimals of their column.
/// Written as <see cref="PaperCsv"/> is.
/// </summary>
internal static class PaperTableCsv
{
    /// <summary>The file; of no table, an empty one.</summary>
    public static BinaryData Write(PaperTable? table)
    {
        if (table is null)
        {
            return BinaryData.Empty;
        }

        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, PaperCsv.Rules, leaveOpen: true))
        {
            csv.WriteHeader([.. table.Columns.Select(c => c.Heading)]);
            foreach (var row in table.Rows)
            {
                foreach (var (column, cell) in table.Columns.Zip(row.Cells))
                {
                    PaperCsv.Value(csv, cell, column.Format.Decimals);
                }

                csv.EndRecord();
            }
        }

        return BinaryData.FromBytes(file.ToArray());
    }
}
