using Evaluation.Core.Closing;
using Evaluation.Core.Communities;
using Evaluation.Core.Problems;
using Evaluation.Functions.Close;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Administer;

/// <summary>What rests on a community: its mutualisations, their costs and baselines.</summary>
internal sealed class CommunityUses(Registry registry, CostStore costs, BaselineStore baselines, ClosedAccounts accounts)
{
    /// <summary>Refuses a change that moves the accounts of a closed year of any of its services.</summary>
    /// <param name="known">As it is.</param>
    /// <param name="changed">As it would be.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The settled years that were there, by service: see <see cref="RequireStillUnmovedAsync"/>.</returns>
    /// <exception cref="RefusalException">409 with who opens the year.</exception>
    public async Task<IReadOnlyDictionary<string, SettledYears>> RequireUnmovedAsync(
        Community known, Community changed, CancellationToken cancellationToken)
    {
        var after = await registry.ListMutualisationsAsync(changed, cancellationToken);
        var before = await registry.ListMutualisationsAsync(known, cancellationToken);
        return await accounts.RequireUnmovedAsync(
            known, changed, before.Join(after, s => s.Value.Id, s => s.Value.Id, (was, willBe) => (was.Value, willBe.Value)), cancellationToken);
    }

    /// <summary>
    /// Looks again once a community is written: where the year of a service was settled since, with other accounts than those that the
    /// community gives, or something was written that it breaks, what was there before stands again.
    /// </summary>
    /// <param name="written">As it was written.</param>
    /// <param name="seen">The settled years that were there when it was checked, by service.</param>
    /// <param name="takeBack">Puts back what was there before.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="RefusalException">409 with who opens the year, or that what rests on the community changed meanwhile.</exception>
    public async Task RequireStillUnmovedAsync(
        Community written, IReadOnlyDictionary<string, SettledYears> seen, Func<Task> takeBack, CancellationToken cancellationToken)
    {
        if (await BrokenByAsync(written, cancellationToken) is { Count: > 0 } broken)
        {
            await takeBack();
            throw Broken(broken);
        }

        foreach (var service in await registry.ListMutualisationsAsync(written, cancellationToken))
        {
            await accounts.RequireNotSettledSinceAsync(
                written, service.Value, seen.GetValueOrDefault(service.Value.Id) ?? SettledYears.None, takeBack, cancellationToken);
        }
    }

    /// <summary>What a community breaks, as a refusal.</summary>
    public static RefusalException Broken(IReadOnlyList<Refusal> broken) => new(Refusals.CommunityInUse.At(""), RefusalKind.Invalid, broken);

    /// <summary>The subscriptions to a service that the community does not have.</summary>
    public async Task<IReadOnlyList<Refusal>> WithoutServiceAsync(Community changed, CancellationToken cancellationToken)
    {
        var problems = new List<Refusal>();
        var known = changed.Subscriptions.Any(s => s.Mutualisation is not null)
            ? (await registry.ListMutualisationsAsync(changed, cancellationToken)).Select(m => m.Value.Id).ToHashSet(StringComparer.Ordinal)
            : [];
        for (var i = 0; i < changed.Subscriptions.Count; i++)
        {
            if (changed.Subscriptions[i].Mutualisation is { } service && !known.Contains(service))
            {
                problems.Add(Refusals.SubscriptionService.At($"/subscriptions/{i}/mutualisation", Excerpt.Of(service)));
            }
        }

        return problems;
    }

    /// <summary>What a changed community would break, such as a member that leaves the list and is still charged.</summary>
    public async Task<IReadOnlyList<Refusal>> BrokenByAsync(Community changed, CancellationToken cancellationToken)
    {
        var problems = new List<Refusal>(await registry.BrokenByAsync(changed, cancellationToken));
        if (problems.Count > 0)
        {
            return problems;
        }

        foreach (var mutualisation in await registry.ListMutualisationsAsync(changed, cancellationToken))
        {
            problems.AddRange(await costs.BrokenByAsync(changed, mutualisation.Value.Id, cancellationToken));
            problems.AddRange(await baselines.BrokenByAsync(changed, mutualisation.Value, cancellationToken));
        }

        return problems;
    }
}
