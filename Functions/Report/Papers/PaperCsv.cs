using System.Globalization;
using CsvHelper;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Functions.Report.Papers;

/// <summary>
/// Writes every cell of the tables of a paper, one a row, as a spreadsheet opens it in France; what is said beside them, units
/// and notes, in rows that have a remark only.
/// </summary>
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
                foreach (var block in section.Blocks)
                {
                    foreach (var table in Paper.TablesOf(block))
                    {
                        Write(csv, section.Heading, table);
                    }

                    foreach (var said in Said(block))
                    {
                        Remark(csv, section.Heading, "", said);
                    }
                }
            }
        }

        return BinaryData.FromBytes(file.ToArray());
    }

    private static IEnumerable<string> Said(PaperBlock block) => block switch
    {
        PaperNote note => [note.Text],
        PaperText text => [text.Text],
        PaperList list => list.Items,
        PaperReasons reasons => reasons.Reasons.Select(r => $"{r.Term}\u00A0: {r.Explanation}"),
        _ => [],
    };

    private static void Remark(CsvWriter csv, string part, string table, string said)
    {
        foreach (var field in (string[])[part, table, "", "", "", "", said])
        {
            csv.WriteField(field);
        }

        csv.EndRecord();
    }

    private static void Write(CsvWriter csv, string part, PaperTable table)
    {
        if (table.Unit is { } unit)
        {
            Remark(csv, part, table.Caption, unit);
        }

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
                Value(csv, cell, (cell.Format ?? table.Columns[column].Format).Decimals);
                csv.WriteField(cell.Note ?? "");
                csv.EndRecord();
            }
        }
    }

    /// <summary>Writes what stands in a cell.</summary>
    /// <param name="csv">Where.</param>
    /// <param name="cell">What.</param>
    /// <param name="decimals">Of a number, those that are read: it has them all, and more where it is known more exactly.</param>
    // Numbers are written as such: a sign of theirs begins no formula.
    internal static void Value(CsvWriter csv, PaperCell cell, int decimals)
    {
        if (cell.Number is { } number)
        {
            csv.WriteField(number, $"F{Math.Max(decimals, number.Scale)}");
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
