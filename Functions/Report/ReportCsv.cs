using System.Globalization;
using System.Text;
using Evaluation.Core.Reports;

namespace Evaluation.Functions.Report;

/// <summary>Writes the figures of a report as a long table that a spreadsheet opens as it is in France.</summary>
/// <remarks>UTF-8 with BOM, semicolons, decimal comma, CRLF. A text that a spreadsheet would run is preceded by ’.</remarks>
internal static class ReportCsv
{
    private const string Head =
        "Section;Code;Libellé;Membre (Siren);Membre (Insee);Membre (nom);Période;Valeur;Valeur N-1;Évolution;Cible;État;Unité;Valeur comparée;Valeur comparée N-1;Remarque";

    private const string HeadOfChanges = ";Version précédente;Cette version";

    private const int UsualSize = 1 << 18;
    private const int LongestNumber = 40;

    private static readonly NumberFormatInfo DecimalComma = new() { NumberDecimalSeparator = "," };

    /// <summary>The file.</summary>
    public static ReadOnlyMemory<byte> Write(AnnualReport report)
    {
        var file = new MemoryStream(UsualSize);
        using (var text = new StreamWriter(file, Encoding.UTF8, leaveOpen: true) { NewLine = "\r\n" })
        {
            // Only a version that has one before it has columns for both.
            var tellsChanges = report.Changes is not null;
            text.WriteLine(tellsChanges ? Head + HeadOfChanges : Head);
            foreach (var row in ReportRows.Of(report))
            {
                Write(text, row);
                if (tellsChanges)
                {
                    WriteChange(text, row);
                }

                text.WriteLine();
            }
        }

        return file.GetBuffer().AsMemory(0, (int)file.Length);
    }

    private static void Write(TextWriter text, ReportRow row)
    {
        Cell(text, row.Section);
        Cell(text, row.Code);
        Cell(text, row.Label);
        Cell(text, row.Member?.Siren);
        Cell(text, row.Member?.InseeCode);
        Cell(text, row.Member?.Name);
        Cell(text, row.Period);
        Cell(text, row.Value);
        Cell(text, row.Previous);
        Cell(text, row.Change);
        Cell(text, row.Target);
        Cell(text, row.State);
        Cell(text, row.Unit);
        Cell(text, row.Compared?.Current);
        Cell(text, row.Compared?.Previous);
        text.Write(Remark(row));
    }

    private static void WriteChange(TextWriter text, ReportRow row)
    {
        text.Write(';');
        Cell(text, row.ReplacedWords is { } words ? words.Before ?? Figure.NotApplicableText : Written(row.Replaced?.Before));
        text.Write(Safe(row.ReplacedWords is { } said ? said.After ?? Figure.NotApplicableText : Written(row.Replaced?.After)));
    }

    // A number without groups of digits, as spreadsheets read it.
    private static string? Written(Figure? figure) => figure is { Value: null } absent ? absent.Text(0) : figure?.Value?.ToString(DecimalComma);

    private static string Remark(ReportRow row) =>
        (row.IsPartial && row.Value?.Value is not null, row.IsPreviousPartial && row.Previous?.Value is not null) switch
        {
            (true, true) => "valeurs partielles",
            (true, false) => "valeur partielle",
            (false, true) => "valeur N-1 partielle",
            _ => "",
        };

    private static void Cell(TextWriter text, Figure? figure)
    {
        if (figure is { Value: null } absent)
        {
            text.Write(absent.Text(0));
        }

        Cell(text, figure?.Value);
    }

    private static void Cell(TextWriter text, decimal? number)
    {
        Span<char> digits = stackalloc char[LongestNumber];
        if (number is { } value && value.TryFormat(digits, out var length, default, DecimalComma))
        {
            text.Write(digits[..length]);
        }

        text.Write(';');
    }

    private static void Cell(TextWriter text, string? cell)
    {
        text.Write(Safe(cell));
        text.Write(';');
    }

    private static string? Safe(string? cell)
    {
        var safe = cell is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] && !decimal.TryParse(cell, NumberStyles.Number, DecimalComma, out _) ? "'" + cell : cell;
        return safe.AsSpan().ContainsAny(";\"\r\n")
            ? $"\"{safe!.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : safe;
    }
}
