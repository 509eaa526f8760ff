using Evaluation.Core.Communities;

namespace Evaluation.Core.Costs;

/// <summary>
/// Shares the cost of a year over its spans: the days of keys that split it, together, and the days of keys that bill
/// prices, together (docs/spec/allocation.md).
/// </summary>
internal static class YearSum
{
    /// <summary>The amounts of the year, or what prevents them.</summary>
    /// <param name="amount">Euros to the cent, divided over the spans by days, by largest remainder.</param>
    /// <param name="spans">In order, each with contributors.</param>
    /// <param name="daysInYear">365 or 366.</param>
    public static AllocationOutcome Of(decimal amount, IReadOnlyList<ContributingSpan> spans, int daysInYear)
    {
        var parts = LargestRemainder.Split(amount, [.. spans.Select(s => (System.Numerics.BigInteger)s.Span.Days)]);
        var (split, priced, told) = (new List<SplitDays>(), new List<PricedDays>(), new List<SpanAllocation>());
        foreach (var ((span, contributors), part) in spans.Zip(parts))
        {
            var terms = new SpanTerms(span, spans.Count == 1 ? daysInYear : span.Days, daysInYear);
            var days = spans.Count == 1 ? null : new ObstacleDays(span.From, span.To.AddDays(-1));
            if (MissingOf(terms, contributors) is { Count: > 0 } missing)
            {
                return new AllocationOutcome(null, AllocationObstacle.MissingUnits, missing) { Key = span.Key, Days = days };
            }

            if (span.Key.Method == AllocationMethod.Split)
            {
                split.Add(new SplitDays(terms, part, contributors));
                told.Add(new SpanAllocation(span.From, span.To, span.Days, split[^1].Allocation()));
            }
            else
            {
                priced.Add(new PricedDays(terms, part, contributors));
            }

            if (split is [.., { HasNoUnits: true }] || priced is [.., { HasNoUnits: true }])
            {
                return AllocationOutcome.Prevented(AllocationObstacle.NoUnits) with { Key = span.Key, Days = days };
            }

            if (span.Key.Method != AllocationMethod.Split)
            {
                told.Add(new SpanAllocation(span.From, span.To, span.Days, priced[^1].Allocation()));
            }
        }

        var year = Year(amount, split, priced, told);
        return year.Allocation is null
            ? year
            : year with { Allocation = year.Allocation with { TermsChangedOn = [.. spans.SelectMany(s => s.Span.Parts.Skip(1)).Select(p => p.From)] } };
    }

    private static List<Member> MissingOf(SpanTerms terms, IReadOnlyList<Contributor> contributors) =>
        [.. contributors
            .Where(c => terms.Key.Criteria.Any(k => UnitColumn.Observed(k, c) is null)
                || terms.LacksPopulation(c)
                || PricedDays.Lacks(terms.Key, c))
            .Select(c => c.Member)];

    private static AllocationOutcome Year(
        decimal amount, List<SplitDays> split, List<PricedDays> priced, List<SpanAllocation> told)
    {
        IReadOnlyList<MemberShare> shares = [];
        if (split.Count > 0)
        {
            var (quotas, obstacle) = new SplitYear(split).Shares();
            if (quotas is null)
            {
                return AllocationOutcome.Prevented(obstacle!.Value);
            }

            shares = quotas;
        }

        var gap = 0m;
        if (priced.Count > 0)
        {
            var year = new PricedYear(priced);
            (shares, gap) = ([.. shares, .. year.Shares()], year.RoundingGap());
        }

        return new AllocationOutcome(told is [var only] ? Whole(only.Allocation, shares, gap) : Sum(amount, told, shares, gap), null, []);
    }

    // One span is the year: its own figures, with the amounts of the year.
    private static Allocation Whole(Allocation span, IReadOnlyList<MemberShare> shares, decimal gap) => span with
    {
        Shares = [.. span.Shares.Zip(shares, (told, year) => told with
        {
            Amount = year.Amount,
            Quota = year.Quota,
            Terms = [.. told.Terms, .. year.Terms],
        })],
        RoundingGap = gap,
        ProviderPart = span.Basis.Full - gap - shares.Sum(s => s.Amount),
    };

    private static Allocation Sum(decimal amount, List<SpanAllocation> spans, IReadOnlyList<MemberShare> shares, decimal gap)
    {
        var all = spans.ConvertAll(s => s.Allocation);
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
