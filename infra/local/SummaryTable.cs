using System.Text;
using Evaluation.Core.Decisions;
using Evaluation.Core.French;
using Evaluation.Core.Problems;
using Evaluation.Local.Demonstration;

namespace Evaluation.Local;

/// <summary>What was collected and published, in aligned columns.</summary>
internal static class SummaryTable
{
    private static readonly string[] Heads =
        ["Communauté", "Mutualisation", "Reçues", "Créées", "Modifiées", "Identiques", "Refusées", "Évaluations et autres rapports"];

    public static string Of(IReadOnlyList<ServiceResult> results)
    {
        var total = results.Aggregate(new PushCounts(), (sum, result) => sum + result.Counts);
        List<string[]> rows =
        [
            Heads,
            .. results.Select(result => Row(result.CommunityName, result.Service.Plan.Id, result.Counts, Reports(result))),
            Row("Total", "", total, FrenchText.Count(results.Sum(r => r.Reports.Count), "rapport", "rapports")),
        ];
        var widths = Enumerable.Range(0, Heads.Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            var cells = row.Select((cell, column) => column is >= 2 and <= 6 ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]));
            text.AppendLine(string.Join("  ", cells).TrimEnd());
        }

        return text.ToString();
    }

    private static string[] Row(string community, string service, PushCounts counts, string reports) =>
    [
        community,
        service,
        FrenchNumber.Format(counts.Received),
        FrenchNumber.Format(counts.Created),
        FrenchNumber.Format(counts.Changed + counts.Superseded),
        FrenchNumber.Format(counts.Unchanged),
        FrenchNumber.Format(counts.Rejected),
        reports,
    ];

    // Evaluations by year, version and state; the others, which nobody validates, counted.
    private static string Reports(ServiceResult result)
    {
        var others = result.Reports.Count(report => !report.IsEvaluation);
        return string.Join(
            ", ",
            [
                .. result.Reports.Where(report => report.IsEvaluation).Select(report => $"{report.Period} {report.Version} ({State(report.State)})"),
                .. others == 0 ? Array.Empty<string>() : [FrenchText.Count(others, "autre", "autres")],
            ]);
    }

    private static string State(string code) => DomainCode.TryParse<ReportState>(code, out var state)
        ? state.Label()
        : throw new InvalidDataException($"The API answered an unknown state: {code}.");
}
