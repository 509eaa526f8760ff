using Evaluation.Core.Communities;

namespace Evaluation.Core.Costs;

/// <summary>Shares a year whose key changes: each key shares the cost of its days, amounts are added up.</summary>
internal static class SpanSum
{
    /// <summary>The sum over the spans, or what prevents one of them.</summary>
    /// <param name="amount">Euros to the cent, divided over the spans by days, by largest remainder.</param>
    /// <param name="spans">Two or more, in order, each with contributors.</param>
    /// <param name="daysInYear">365 or 366.</param>
    public static AllocationOutcome Of(decimal amount, IReadOnlyList<ContributingSpan> spans, int daysInYear)
    {
        var parts = LargestRemainder.Split(amount, [.. spans.Select(s => (System.Numerics.BigInteger)s.Span.Days)]);
        var allocations = new List<SpanAllocation>();
        foreach (var ((span, contributors), part) in spans.Zip(parts))
        {
            var outcome = CostAllocation.SpanShares(new SpanTerms(span.Key, span.Days, daysInYear), part, contributors);
            if (outcome.Allocation is not { } allocation)
            {
                return outcome;
            }

            allocations.Add(new SpanAllocation(span.From, span.To, span.Days, allocation));
        }

        return new AllocationOutcome(Sum(amount, allocations), null, []);
    }

    private static Allocation Sum(decimal amount, List<SpanAllocation> spans)
    {
        var all = spans.ConvertAll(s => s.Allocation);
        var last = all[^1];
        var shared = all.Sum(a => a.Basis.Shared);
        return new Allocation(
            last.Key,
            amount,
            null,
            [.. all.SelectMany(a => a.Shares).GroupBy(s => s.Member.Siren).OrderBy(g => g.First().Member.SortKey, StringComparer.Ordinal)
                .Select(g => Share([.. g], shared, last))],
            all.Sum(a => a.RoundingGap),
            last.DroppedCriteria)
        {
            Basis = new CostBasis(
                amount, 0, all.Sum(a => a.Basis.UnusedCapacity), all.Sum(a => a.Basis.UnusedCapacityKept), shared),
            ProviderPart = all.Sum(a => a.ProviderPart),
            Spans = spans,
        };
    }

    // The criteria shown are those of the last key; the spans hold what each amount comes from.
    private static MemberShare Share(IReadOnlyList<MemberShare> shares, decimal shared, Allocation last)
    {
        var member = shares[0].Member;
        var amount = shares.Sum(s => s.Amount);
        return new MemberShare(
            member,
            shares.Sum(s => s.Days),
            CriteriaOf(member, last),
            shared == 0 ? 0 : amount / shared,
            amount);
    }

    private static IReadOnlyList<CriterionUnits> CriteriaOf(Member member, Allocation last) =>
        last.Shares.FirstOrDefault(s => s.Member.Siren == member.Siren)?.Criteria
        ?? [.. last.Shares[0].Criteria.Select(c => c with { Units = 0, Observed = 0, Uses = [] })];
}
