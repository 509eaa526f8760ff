using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;

namespace Evaluation.Core.Costs;

/// <summary>Finds what members used among the values of a year.</summary>
public static class MemberUses
{
    /// <summary>The uses by member: every period of what adds up, the last one known of what does not.</summary>
    /// <param name="values">What was observed.</param>
    /// <param name="mutualisation">A value outside a membership does not count.</param>
    /// <param name="catalogue">Definitions.</param>
    /// <param name="year">Fiscal year.</param>
    /// <param name="keys">The keys of the year with their days; a period counts by the key of its first day.</param>
    public static ILookup<Siren, Use> Of(
        ValueBook values, Mutualisation mutualisation, Catalogue catalogue, int year, IReadOnlyList<KeySpan> keys) =>
        values.All
            .Where(v => v.Key.Period.Year == year && v.Key.Member is { } member && mutualisation.IsActiveIn(member, v.Key.Period))
            .Select(v => (Value: v, Weight: WeightOf(KeyOn(keys, v.Key.Period.Start), v.Key.Indicator)))
            .Where(use => use.Weight is not null)
            .GroupBy(use => (use.Value.Key.Member, use.Value.Key.Indicator))
            .SelectMany(uses => catalogue[uses.Key.Indicator].Aggregation == Aggregation.Last
                ? uses.OrderBy(u => u.Value.Key.Period).TakeLast(1)
                : uses)
            .ToLookup(
                use => use.Value.Key.Member!.Value,
                use => new Use(use.Value.Key.Period, use.Value.Key.Indicator, use.Value.Value, use.Weight!.Value));

    private static AllocationKey? KeyOn(IReadOnlyList<KeySpan> keys, DateOnly day) =>
        keys.FirstOrDefault(k => k.From <= day && day < k.To)?.Key;

    private static decimal? WeightOf(AllocationKey? key, string indicator) =>
        key is null || !key.Indicators.Contains(indicator)
            ? null
            : key.Criteria.SelectMany(c => c.UnitWeights).FirstOrDefault(u => u.Indicator == indicator)?.Weight ?? 1;
}
