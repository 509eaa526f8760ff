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

    /// <summary>The file.</summary>
    public static byte[] Write(AnnualReport report)
    {
        var text = new StringBuilder(Head).Append("\r\n");
        foreach (var row in ReportRows.Of(report))
        {
            Append(text, row);
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static void Append(StringBuilder text, ReportRow row)
    {
        string[] cells =
        [
            Text(row.Section),
            Text(row.Code),
            Text(row.Label),
            Text(row.Member?.Siren),
            Text(row.Member?.InseeCode),
            Text(row.Member?.Name),
            Text(row.Period),
            Number(row.Value),
            Number(row.Previous),
            Number(row.Change),
            row.Target is { } target ? Number(target) : "",
            Text(row.State),
            Text(row.Unit),
            row.Compared is { } compared ? Number(compared.Current) : "",
            row.Compared is { } before ? Number(before.Previous) : "",
            Remark(row),
        ];
        text.AppendJoin(';', cells).Append("\r\n");
    }

    private static string Remark(ReportRow row) =>
        (row.IsPartial && row.Value?.Value is not null, row.IsPreviousPartial && row.Previous?.Value is not null) switch
        {
            (true, true) => "valeurs partielles",
            (true, false) => "valeur partielle",
            (false, true) => "valeur N-1 partielle",
            _ => "",
        };

    private static string Number(Figure? figure) => figure is not { } known ? "" : known.Value is { } value ? Number(value) : known.Text(0);

    private static string Number(decimal value) =>
        value.ToString(CultureInfo.InvariantCulture).Replace('.', ',');

    private static string Text(string? text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text ?? "";
        return safe.AsSpan().ContainsAny(";\"\r\n")
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : safe;
    }
}
