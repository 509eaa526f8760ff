using System.Globalization;
using CsvHelper;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Functions.Report.Papers;

/// <summary>Writes every cell of the tables of a paper, one a row, as a spreadsheet opens it in France.</summary>
/// <remarks>UTF-8 with BOM, semicolons, decimal comma, CRLF. A text that a spreadsheet would run is preceded by ’.</remarks>
internal static class PaperCsv
{
    private static readonly string[] Head = ["Partie", "Tableau", "Groupe", "Ligne", "Colonne", "Valeur", "Remarque"];

    /// <summary>How any file of figures is written.</summary>
    internal static readonly CsvWriterOptions Rules = new()
    {
        Separator = ';',
        Injection = CsvInjection.Escape,
        WriteByteOrderMark = true,
        FormatProvider = new NumberFormatInfo { NumberDecimalSeparator = "," },
    };

    /// <summary>The file.</summary>
    public static BinaryData Write(Paper paper)
    {
        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, Rules, leaveOpen: true))
        {
            csv.WriteHeader(Head);
            foreach (var section in paper.Sections)
            {
                foreach (var table in section.Blocks.SelectMany(Paper.TablesOf))
                {
                    Write(csv, section.Heading, table);
                }
            }
        }

        return BinaryData.FromBytes(file.ToArray());
    }

    private static void Write(CsvWriter csv, string part, PaperTable table)
    {
        var group = "";
        foreach (var row in table.Rows.Concat(table.Total is { } total ? [total] : []))
        {
            group = ReferenceEquals(row, table.Total) ? "" : row.Group ?? group;
            var label = table.Text(row.Cells[0], 0);
            // The name of a row is told beside each of its cells; what is said under it has a line of its own.
            for (var column = row.Cells[0].Note is null ? 1 : 0; column < table.Columns.Count; column++)
            {
                var cell = row.Cells[column];
                csv.WriteField(part);
                csv.WriteField(table.Caption);
                csv.WriteField(group);
                csv.WriteField(label);
                csv.WriteField(table.Columns[column].Heading);
                Value(csv, cell);
                csv.WriteField(cell.Note ?? "");
                csv.EndRecord();
            }
        }
    }

    /// <summary>Writes what stands in a cell.</summary>
    // Numbers are written as such, as exact as they are known: a sign of theirs begins no formula.
    internal static void Value(CsvWriter csv, PaperCell cell)
    {
        if (cell.Number is { } number)
        {
            csv.WriteField(number, default);
        }
        else if (cell.Day is { } day)
        {
            csv.WriteField(day, "dd/MM/yyyy");
        }
        else
        {
            csv.WriteField(cell.Words ?? "");
        }
    }
}
