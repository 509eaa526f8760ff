using System.Globalization;
using Evaluation.Core.Communities;
using Evaluation.Core.Savings;

namespace Evaluation.Local.Demonstration;

/// <summary>The calls that declare a community or a service and hand over its values.</summary>
internal sealed class ServiceLoading(PublicApi api)
{
    /// <summary>Declares a community with what a year knows of it.</summary>
    public Task DeclareAsync(string siren, CommunityDocument community, int knownIn, CancellationToken stop) =>
        api.PutAsync($"api/communities/{siren}", KnownIn(community, knownIn), LocalJson.Default.CommunityDocument, stop);

    /// <summary>Declares a service with what a year knows of it.</summary>
    public async Task DeclareAsync(DemonstrationService service, int knownIn, CancellationToken stop)
    {
        await api.PutAsync(AddressOf(service), service.Document, LocalJson.Default.MutualisationDocument, stop);
        foreach (var (year, costs) in service.Costs.Where(c => c.Key <= knownIn))
        {
            await api.PutAsync(
                string.Create(CultureInfo.InvariantCulture, $"{AddressOf(service)}/costs/{year}"),
                costs,
                LocalJson.Default.CostDocument,
                stop);
        }

        if (service.Baseline is { } baseline)
        {
            await api.PutAsync($"{AddressOf(service)}/baseline", KnownIn(baseline, knownIn), LocalJson.Default.BaselineDocument, stop);
        }
    }

    // What members still spend, and what prices were, in a year that has not begun is not known, and is refused.
    private static BaselineDocument KnownIn(BaselineDocument baseline, int year) =>
        baseline with { Retained = baseline.Retained?.Where(r => r.Year <= year).ToList() };

    private static CommunityDocument KnownIn(CommunityDocument community, int year) => community with
    {
        PriceIndices = community.PriceIndices?.Select(i => i with { Values = i.Values?.Where(v => v.Year <= year).ToList() }).ToList(),
    };

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
