using Evaluation.Core.Costs;
using Evaluation.Core.Keys;
using Evaluation.Core.Money;

namespace Evaluation.Core.Reports;

/// <summary>
/// Tells an amount by nature of cost: what the key gives goes over the natures as the shared cost does, to the cent by
/// largest remainder, then what is charged to the member alone. They add up to the amount.
/// </summary>
internal static class AmountNatures
{
    /// <summary>The natures; none where a price or nothing, and no part of a cost, gives the amount.</summary>
    /// <param name="allocation">Of the year.</param>
    /// <param name="share">Of the member.</param>
    /// <param name="costs">Of the year.</param>
    public static IReadOnlyList<AccountNature> Of(Allocation allocation, MemberShare share, CostYear costs)
    {
        var shared = costs.Lines
            .Where(l => l.Stage == costs.KnownStage && l.DirectMember is null)
            .GroupBy(l => l.Category)
            .OrderBy(g => g.Key)
            .Select(g => (Category: g.Key, Amount: g.Sum(l => l.Amount)))
            .Where(n => n.Amount != 0)
            .ToList();
        if (!IsPartOfCost(allocation.Key.Method) || shared.Count == 0 || shared.Exists(n => n.Amount < 0))
        {
            return [];
        }

        var parts = LargestRemainder.Split(share.Shared, [.. shared.Select(n => Cents.Of(n.Amount))]);
        return
        [
            .. shared.Zip(parts, (nature, part) => new AccountNature(nature.Category.Label(), part)),
            .. share.DirectCharges.Select(d => new AccountNature(ReportText.Prose($"{d.Category.Label()} (pour ce membre seul)"), d.Amount)),
        ];
    }

    private static bool IsPartOfCost(AllocationMethod method) => method switch
    {
        AllocationMethod.Split or AllocationMethod.UnitPrice => true,
        AllocationMethod.LumpSum or AllocationMethod.PerAct or AllocationMethod.Free => false,
    };
}
