using Evaluation.Core.Keys;

namespace Evaluation.Core.Costs;

/// <summary>
/// What the keys of a span give each member beside their criteria. Where only terms changed within the span, a figure
/// given per year counts by the days on which it stood.
/// </summary>
internal sealed class SpanTerms
{
    private readonly IReadOnlyList<KeySpan> _parts;
    private readonly int _daysOfParts;

    /// <summary>The terms of a span.</summary>
    /// <param name="span">Its keys.</param>
    /// <param name="days">Days that it rules: those of the year when nobody takes part in another span.</param>
    /// <param name="daysInYear">365 or 366.</param>
    public SpanTerms(KeySpan span, int days, int daysInYear)
    {
        Span = span;
        _parts = span.Parts;
        _daysOfParts = span.Days;
        Days = days;
        DaysInYear = daysInYear;
    }

    public KeySpan Span { get; }

    public AllocationKey Key => Span.Key;

    public int Days { get; }

    public int DaysInYear { get; }

    public bool HasReliefs => Keys.Any(k => k.Solidarity is not null || k.ProgressiveEntry.Count > 0);

    public bool HasLimits => Keys.Any(k => k is not { Floor: null, Ceiling: null, GrowthCap: null });

    public bool HasFranchise => Keys.Any(k => k.FranchiseUnits > 0);

    /// <summary>Keys of the parts with their place.</summary>
    public IEnumerable<AllocationKey> Keys => _parts.Select(p => p.Key);

    /// <summary>Whether a relief cannot be decided for a member.</summary>
    public bool LacksPopulation(Contributor contributor) =>
        contributor.Population is null && Keys.Any(k => k.Solidarity is not null);

    /// <summary>A figure of each key, given per year, times the days of the span on which it stood.</summary>
    public decimal OverDays(Func<AllocationKey, decimal> perYear) => _parts is [var only]
        ? perYear(only.Key) * Days
        : _parts.Sum(p => perYear(p.Key) * p.Days) * Days / _daysOfParts;

    /// <summary>The same times the days of a member.</summary>
    public decimal OverDays(Func<AllocationKey, decimal> figure, Contributor contributor) =>
        _parts.Select((p, i) => figure(p.Key) * contributor.DaysIn(i)).Sum();

    /// <summary>Part of its weight that a small member keeps, over its days; 1 for the others.</summary>
    public decimal SolidarityOf(Contributor contributor) => Mean(k => Solidarity(k, contributor), contributor);

    /// <summary>Part of its weight that a small and recent member bears, over its days; 1 for the others.</summary>
    public decimal ReliefOf(Contributor contributor) => Mean(k => Relief(k, contributor), contributor);

    /// <summary>The same as an exact fraction.</summary>
    public (decimal Above, int Below) ExactReliefOf(Contributor contributor) => _parts is [var only]
        ? (Relief(only.Key, contributor), 1)
        : (OverDays(k => Relief(k, contributor), contributor), contributor.Days);

    private static decimal Relief(AllocationKey key, Contributor contributor) =>
        Solidarity(key, contributor) * Entry(key, contributor);

    private static decimal Solidarity(AllocationKey key, Contributor contributor) =>
        key.Solidarity is { } help && contributor.Population < help.PopulationBelow ? 1 - help.Discount : 1;

    private static decimal Entry(AllocationKey key, Contributor contributor) =>
        contributor.YearOfMembership is { } year && year >= 1 && year <= key.ProgressiveEntry.Count
            ? key.ProgressiveEntry[year - 1]
            : 1;

    private decimal Mean(Func<AllocationKey, decimal> part, Contributor contributor) => _parts is [var only]
        ? part(only.Key)
        : OverDays(part, contributor) / contributor.Days;
}
