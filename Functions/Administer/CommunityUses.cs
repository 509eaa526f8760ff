using Evaluation.Core.Communities;
using Evaluation.Core.Problems;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Administer;

/// <summary>What rests on a community: its mutualisations, their costs and baselines.</summary>
internal sealed class CommunityUses(Registry registry, CostStore costs, BaselineStore baselines)
{
    /// <summary>What a changed community would break, such as a member that leaves the list and is still charged.</summary>
    public async Task<IReadOnlyList<Problem>> BrokenByAsync(Community changed, CancellationToken cancellationToken)
    {
        var problems = new List<Problem>(await registry.BrokenByAsync(changed, cancellationToken));
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
