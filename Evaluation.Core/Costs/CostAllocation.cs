using Evaluation.Core.Keys;

namespace Evaluation.Core.Costs;

/// <summary>Shares a cost by a key, exactly: quotas are fractions of integers, rounding happens once, at the end.</summary>
public static class CostAllocation
{
    /// <summary>The shares of a year under one key and without direct charges, or why there are none.</summary>
    /// <param name="key">The rule.</param>
    /// <param name="total">Euros, to the cent.</param>
    /// <param name="contributors">In the order in which they are told.</param>
    /// <param name="daysInYear">365 or 366; fixed criteria are prorated by days.</param>
    /// <exception cref="ArgumentException">The total has more than two decimals.</exception>
    public static AllocationOutcome Share(
        AllocationKey key, decimal total, IReadOnlyList<Contributor> contributors, int daysInYear) =>
        contributors.Count == 0
            ? AllocationOutcome.Prevented(AllocationObstacle.NoMember)
            : YearSum.Of(total, [new ContributingSpan(Whole(key, daysInYear), contributors)], daysInYear);

    /// <summary>The shares of a year whose key may change, direct charges included, or why there are none.</summary>
    /// <param name="cost">The cost, to the cent.</param>
    /// <param name="spans">
    /// The keys of the year in order, with who takes part in each. What is left once direct charges are taken off goes
    /// to the spans by days; a span without anybody has no part.
    /// </param>
    /// <param name="daysInYear">365 or 366.</param>
    /// <exception cref="ArgumentException">An amount has more than two decimals.</exception>
    public static AllocationOutcome Share(SharedCost cost, IReadOnlyList<ContributingSpan> spans, int daysInYear)
    {
        List<ContributingSpan> peopled = [.. spans.Where(s => s.Contributors.Count > 0)];
        if (peopled.Count == 0)
        {
            return AllocationOutcome.Prevented(AllocationObstacle.NoMember);
        }

        if (cost.Direct.Any(d => !peopled.Exists(s => s.Contributors.Any(c => c.Member.Siren == d.Member))))
        {
            return AllocationOutcome.Prevented(AllocationObstacle.DirectMemberAbsent);
        }

        var outcome = YearSum.Of(cost.AfterDirect, peopled, daysInYear);
        return cost.Direct.Count == 0 || outcome.Allocation is not { } shared
            ? outcome
            : outcome with { Allocation = WithDirect(shared, cost) };
    }

    // Which year does not matter: its days do.
    private static KeySpan Whole(AllocationKey key, int days) => new(DateOnly.MinValue, DateOnly.MinValue.AddDays(days), key);

    private static Allocation WithDirect(Allocation shared, SharedCost cost)
    {
        var direct = cost.Direct.ToLookup(d => d.Member);
        return shared with
        {
            Total = cost.Full,
            Basis = shared.Basis with { Full = cost.Full, Direct = cost.Full - cost.AfterDirect },
            Shares = [.. shared.Shares.Select(s => direct.Contains(s.Member.Siren) ? Charged(s, [.. direct[s.Member.Siren]]) : s)],
        };
    }

    private static MemberShare Charged(MemberShare share, IReadOnlyList<DirectCharge> direct) =>
        share with { DirectCharges = direct, Amount = share.Amount + direct.Sum(d => d.Amount) };
}
