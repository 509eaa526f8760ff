using System.Globalization;
using Evaluation.Core.Costs;
using Evaluation.Core.Problems;

namespace Evaluation.Local.Demonstration;

internal sealed record SettlingOrder(string Function);

internal sealed record CallLines(IReadOnlyList<CallLine> Calls);

internal sealed record CallLine(string Call, string Member, DateOnly CalledOn, DateTimeOffset? At);

internal sealed record SettlingState(string State);

/// <summary>
/// What the finance departments did: the amounts of the first year are settled wherever funds are called, and in each community
/// one service tells where the first calls of the second year stand. Run again, it does nothing: what somebody opened since
/// stays open, what was said of a call stays said.
/// </summary>
internal sealed class YearSettled(PublicApi api, int year)
{
    private const int Paid = 8;
    private const string Open = "open";
    private const string Settled = "settled";

    /// <summary>Does it; gives how many services are settled, by this or before.</summary>
    public async Task<int> RunAsync(IReadOnlyList<DemonstrationService> services, CancellationToken stop)
    {
        var called = services.Where(s => s.Costs.TryGetValue(year, out var costs) && costs.Calls is { Count: > 0 }).ToList();
        var settled = 0;
        foreach (var service in called)
        {
            settled += await SettleAsync(service, stop) ? 1 : 0;
        }

        foreach (var service in called.GroupBy(s => s.Siren).Select(community => community.First()))
        {
            await TellAsync(service, stop);
        }

        return settled;
    }

    private async Task<bool> SettleAsync(DemonstrationService service, CancellationToken stop)
    {
        var address = AddressOf(service, year, "settlement");
        var known = (await api.GetAsync(address, LocalJson.Default.SettlingState, stop)).State;
        if (known == Open)
        {
            await api.PutAsync(address, new SettlingOrder("direction des finances"), LocalJson.Default.SettlingOrder, stop);
        }

        return known is Open or Settled;
    }

    // Paid a month later, but for one that is contested.
    private async Task TellAsync(DemonstrationService service, CancellationToken stop)
    {
        var list = await api.GetAsync(AddressOf(service, year + 1, "calls"), LocalJson.Default.CallLines, stop);
        foreach (var (rank, call) in list.Calls.OrderBy(c => c.CalledOn).ThenBy(c => c.Member, StringComparer.Ordinal).Take(Paid + 1).Index())
        {
            if (call.At is not null)
            {
                continue;
            }

            var state = rank < Paid ? CallState.Paid : CallState.Disputed;
            await api.PutAsync(
                $"{AddressOf(service, year + 1, "calls")}/{call.Call}/state",
                new CallStandingDocument
                {
                    State = DomainCode.Of(state),
                    On = call.CalledOn.AddDays(30).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    Comment = state == CallState.Disputed ? "La commune conteste ses unités de l’année et demande leur détail." : null,
                },
                LocalJson.Default.CallStandingDocument,
                stop);
        }
    }

    private static string AddressOf(DemonstrationService service, int year, string what) => string.Create(
        CultureInfo.InvariantCulture, $"api/communities/{service.Siren}/mutualisations/{service.Plan.Id}/years/{year}/{what}");
}
