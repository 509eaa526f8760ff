using Evaluation.Core.Communities;

namespace Evaluation.Core.Costs;

/// <summary>The allocation of a year, from its spans and the amounts that bind it.</summary>
internal static class YearTotals
{
    /// <summary>The year: its only span, or the sum of several.</summary>
    /// <param name="amount">Euros to the cent that the spans share.</param>
    /// <param name="spans">What each key weighs and bills, not rounded.</param>
    /// <param name="shares">The amounts, one or two by member: of the days that split, of the days that bill prices.</param>
    /// <param name="gap">What rounded unit prices leave.</param>
    public static Allocation Of(
        decimal amount, IReadOnlyList<SpanAllocation> spans, IReadOnlyList<MemberShare> shares, decimal gap) =>
        spans is [var only] ? Whole(only.Allocation, shares, gap) : Sum(amount, spans, shares, gap);

    // One span is the year: its own figures, with the amounts of the year.
    private static Allocation Whole(Allocation span, IReadOnlyList<MemberShare> shares, decimal gap)
    {
        var bound = shares.ToDictionary(s => s.Member.Siren);
        return span with
        {
            Shares = [.. span.Shares.Select(told => told with
            {
                Amount = bound[told.Member.Siren].Amount,
                Quota = bound[told.Member.Siren].Quota,
                Terms = [.. told.Terms, .. bound[told.Member.Siren].Terms],
            })],
            RoundingGap = gap,
            ProviderPart = span.Basis.Full - gap - shares.Sum(s => s.Amount),
        };
    }

    private static Allocation Sum(decimal amount, IReadOnlyList<SpanAllocation> spans, IReadOnlyList<MemberShare> shares, decimal gap)
    {
        var all = spans.Select(s => s.Allocation).ToList();
        var last = all[^1];
        var shared = all.Sum(a => a.Basis.Shared);
        return new Allocation(
            last.Key,
            amount,
            null,
            [.. shares.GroupBy(s => s.Member.Siren).OrderBy(g => g.First().Member.SortKey, StringComparer.Ordinal)
                .Select(g => Share([.. g], all, shared))],
            gap,
            last.DroppedCriteria)
        {
            Basis = new CostBasis(
                amount, 0, all.Sum(a => a.Basis.UnusedCapacity), all.Sum(a => a.Basis.UnusedCapacityKept), shared),
            ProviderPart = amount - gap - shares.Sum(s => s.Amount),
            Spans = spans,
        };
    }

    // The criteria shown are those of the last key; the spans hold what each amount comes from.
    private static MemberShare Share(IReadOnlyList<MemberShare> shares, List<Allocation> spans, decimal shared)
    {
        var (first, before) = (shares[0], spans.Sum(a => a.Shares.Where(s => s.Member.Siren == shares[0].Member.Siren).Sum(s => s.Amount)));
        return first with
        {
            Days = shares.Sum(s => s.Days),
            Criteria = CriteriaOf(first.Member, spans[^1]),
            Share = shared == 0 ? 0 : before / shared,
            Amount = shares.Sum(s => s.Amount),
            Quota = shares.Count == 1 ? first.Quota : null,
            Terms = [.. shares.SelectMany(s => s.Terms)],
        };
    }

    private static IReadOnlyList<CriterionUnits> CriteriaOf(Member member, Allocation last) =>
        last.Shares.FirstOrDefault(s => s.Member.Siren == member.Siren)?.Criteria
        ?? [.. last.Shares[0].Criteria.Select(c => c with { Units = 0, Observed = 0, Uses = [] })];
}
