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
    /// <exception cref="RefusalException">409 with who opens the year.</exception>
    public async Task RequireUnmovedAsync(Community changed, CancellationToken cancellationToken)
    {
        if (await registry.FindCommunityAsync(changed.Siren.ToString(), cancellationToken) is not { Value: var known })
        {
            return;
        }

        var after = await registry.ListMutualisationsAsync(changed, cancellationToken);
        var before = await registry.ListMutualisationsAsync(known, cancellationToken);
        await accounts.RequireUnmovedAsync(
            known, changed, before.Join(after, s => s.Value.Id, s => s.Value.Id, (was, willBe) => (was.Value, willBe.Value)), cancellationToken);
    }

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
