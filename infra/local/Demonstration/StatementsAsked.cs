using System.Globalization;

namespace Evaluation.Local.Demonstration;

/// <summary>
/// The statements that a director asks for once reports of a year are transmitted, without waiting for the next morning: one a
/// member, all of a community at once. The same again changes nothing.
/// </summary>
internal sealed class StatementsAsked(PublicApi api, Operations operations, int year)
{
    /// <summary>Asks, one community after the other, and waits; of how many communities.</summary>
    public async Task<int> RunAsync(IReadOnlyList<ServiceResult> results, CancellationToken stop)
    {
        var period = year.ToString("D4", CultureInfo.InvariantCulture);
        var told = results
            .Where(result => result.Reports.Any(r => r is { IsEvaluation: true, State: "transmitted" } && r.Period == period))
            .Select(result => result.Service.Siren)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        foreach (var siren in told)
        {
            var started = await api.PostAsync(
                $"api/communities/{siren}/reports", new ReportOrder("memberStatement", period), LocalJson.Default.ReportOrder, LocalJson.Default.StartedAnswer, stop);
            await operations.FollowAsync(started.OperationId, stop);
        }

        return told.Count;
    }
}
