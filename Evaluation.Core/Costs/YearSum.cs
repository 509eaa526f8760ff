using System.Numerics;
using Evaluation.Core.Communities;
using Evaluation.Core.Keys;
using Evaluation.Core.Money;

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
        var parts = LargestRemainder.Split(amount, [.. spans.Select(s => (BigInteger)s.Span.Days)]);
        var (shared, told) = (new List<ISharedDays>(), new List<SpanAllocation>());
        foreach (var (span, part) in spans.Zip(parts))
        {
            var days = spans.Count == 1 ? daysInYear : span.Span.Days;
            var (sharedDays, prevented) = Days(span, part, days, daysInYear);
            if (sharedDays is null)
            {
                return prevented! with
                {
                    Key = span.Span.Key,
                    Days = spans.Count == 1 ? null : new ObstacleDays(span.Span.From, span.Span.To.AddDays(-1)),
                };
            }

            shared.Add(sharedDays);
            told.Add(new SpanAllocation(span.Span.From, span.Span.To, span.Span.Days, Told(sharedDays, span.Span.Key)));
        }

        var outcome = Year(amount, shared, told);
        return outcome.Allocation is not { } year
            ? outcome
            : outcome with { Allocation = year with { TermsChangedOn = [.. spans.SelectMany(s => s.Span.Parts.Skip(1)).Select(p => p.From)] } };
    }

    private static (ISharedDays? Days, AllocationOutcome? Prevented) Days(
        ContributingSpan span, decimal part, int days, int daysInYear)
    {
        var terms = new SpanTerms(span.Span, days, daysInYear);
        if (MissingOf(terms, span.Contributors) is { Count: > 0 } missing)
        {
            return (null, new AllocationOutcome(null, AllocationObstacle.MissingUnits, missing));
        }

        ISharedDays shared = terms.Key.Method == AllocationMethod.Split
            ? new SplitDays(terms, part, span.Contributors)
            : new PricedDays(terms, part, span.Contributors);
        return !shared.HasNoUnits ? (shared, null)
            : span.Span.Fallback is { } fallback ? Days(span with { Span = fallback }, part, days, daysInYear)
            : (null, AllocationOutcome.Prevented(AllocationObstacle.NoUnits));
    }

    // What the convention falls back on is told with what it replaces.
    private static Allocation Told(ISharedDays days, AllocationKey key) => ReferenceEquals(days.Terms.Key, key)
        ? days.Allocation()
        : days.Allocation() with { DroppedCriteria = key.Criteria };

    private static List<Member> MissingOf(SpanTerms terms, IReadOnlyList<Contributor> contributors) =>
        [.. contributors
            .Where(c => terms.Key.Criteria.Any(k => UnitColumn.Observed(k, c) is null)
                || terms.LacksPopulation(c)
                || PricedDays.Lacks(terms.Key, c))
            .Select(c => c.Member)];

    private static AllocationOutcome Year(decimal amount, List<ISharedDays> days, List<SpanAllocation> told)
    {
        IReadOnlyList<MemberShare> shares = [];
        if (days.OfType<SplitDays>().ToList() is { Count: > 0 } split)
        {
            var (quotas, obstacle) = new SplitYear(split).Shares();
            if (quotas is null)
            {
                return AllocationOutcome.Prevented(obstacle!.Value);
            }

            shares = quotas;
        }

        var priced = new PricedYear([.. days.OfType<PricedDays>()]);
        return new AllocationOutcome(YearTotals.Of(amount, told, [.. shares, .. priced.Shares()], priced.RoundingGap()), null, []);
    }
}

/// <summary>Days of a year shared under one key.</summary>
internal interface ISharedDays
{
    /// <summary>The key and its days.</summary>
    SpanTerms Terms { get; }

    /// <summary>Whether there is nothing to share by.</summary>
    bool HasNoUnits { get; }

    /// <summary>What each member weighs or is billed; amounts are not rounded yet.</summary>
    Allocation Allocation();
}
