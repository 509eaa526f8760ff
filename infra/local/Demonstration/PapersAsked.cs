using System.Globalization;

namespace Evaluation.Local.Demonstration;

/// <summary>
/// The report that a director asks for ahead of its day: what the budget debate of a community rests on. Dashboards and
/// statements come by themselves. The same again changes nothing.
/// </summary>
internal sealed class PapersAsked(PublicApi api, Operations operations, int year)
{
    /// <summary>Asks and waits until all are published; how many.</summary>
    public async Task<int> RunAsync(IReadOnlyList<DemonstrationService> services, CancellationToken stop)
    {
        var asked = new List<string>();
        foreach (var siren in services.Select(s => s.Siren).Distinct(StringComparer.Ordinal))
        {
            asked.Add(await AskAsync($"api/communities/{siren}", "budgetDebate", year, stop));
        }

        foreach (var operation in asked)
        {
            await operations.FollowAsync(operation, stop);
        }

        return asked.Count;
    }

    private async Task<string> AskAsync(string of, string kind, int period, CancellationToken stop)
    {
        var order = new ReportOrder(kind, period.ToString("D4", CultureInfo.InvariantCulture));
        return (await api.PostAsync($"{of}/reports", order, LocalJson.Default.ReportOrder, LocalJson.Default.StartedAnswer, stop)).OperationId;
    }
}
