using System.Globalization;
using Evaluation.Core.Communities;

namespace Evaluation.Local.Demonstration;

/// <summary>The calls that declare a community or a service and hand over its values.</summary>
internal sealed class ServiceLoading(PublicApi api)
{
    public Task DeclareAsync(string siren, CommunityDocument community, CancellationToken stop) =>
        api.PutAsync($"api/communities/{siren}", community, LocalJson.Default.CommunityDocument, stop);

    public async Task DeclareAsync(DemonstrationService service, CancellationToken stop)
    {
        await api.PutAsync(AddressOf(service), service.Document, LocalJson.Default.MutualisationDocument, stop);
        foreach (var (year, costs) in service.Costs)
        {
            await api.PutAsync(
                string.Create(CultureInfo.InvariantCulture, $"{AddressOf(service)}/costs/{year}"),
                costs,
                LocalJson.Default.CostDocument,
                stop);
        }

        if (service.Baseline is { } baseline)
        {
            await api.PutAsync($"{AddressOf(service)}/baseline", baseline, LocalJson.Default.BaselineDocument, stop);
        }
    }

    /// <summary>Pushes what a service sends at one instant.</summary>
    /// <exception cref="LocalRunFailedException">A row was refused.</exception>
    public async Task<PushCounts> PushAsync(Delivery delivery, CancellationToken stop)
    {
        var answer = await api.PostAsync(
            $"{AddressOf(delivery.Service)}/values",
            delivery.Batch,
            LocalJson.Default.DemonstrationBatch,
            LocalJson.Default.PushAnswer,
            stop);
        var first = answer.Results.FirstOrDefault(row => row.Outcome == "rejected");
        var reason = first is { Issues: [var issue, ..] } ? issue.Message : "";
        RequireNoRefusal(
            delivery.Service, answer.Counts.Rejected, $"{first?.Indicator} {first?.Member} {first?.Period} : {reason}");
        return answer.Counts;
    }

    /// <summary>The latest submission; null when there is none.</summary>
    public async Task<SubmissionLine?> LatestAsync(DemonstrationService service, CancellationToken stop)
    {
        var list = await api.GetAsync($"{AddressOf(service)}/submissions", LocalJson.Default.SubmissionLines, stop);
        return list.Submissions.Count == 0 ? null : list.Submissions[0];
    }

    /// <summary>Every version of every report, the oldest first.</summary>
    public async Task<IReadOnlyList<ReportLine>> ReportsAsync(DemonstrationService service, CancellationToken stop)
    {
        var list = await api.GetAsync($"{AddressOf(service)}/reports", LocalJson.Default.ReportLines, stop);
        return
        [
            .. list.Reports
                .OrderBy(report => report.Period, StringComparer.Ordinal)
                .ThenBy(report => report.Kind, StringComparer.Ordinal)
                .ThenBy(report => report.Version.Length)
                .ThenBy(report => report.Version, StringComparer.Ordinal),
        ];
    }

    /// <exception cref="LocalRunFailedException">A row was refused.</exception>
    public static void RequireNoRefusal(DemonstrationService service, int rejected, string reason)
    {
        if (rejected > 0)
        {
            throw new LocalRunFailedException(string.Create(
                CultureInfo.InvariantCulture, $"{service.Siren}/{service.Plan.Id}, lignes refusées : {rejected} ({reason})"));
        }
    }

    private static string AddressOf(DemonstrationService service) =>
        $"api/communities/{service.Siren}/mutualisations/{service.Plan.Id}";
}
