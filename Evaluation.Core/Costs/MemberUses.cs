using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Keys;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;

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
        (from code in keys.SelectMany(k => k.Key.Indicators).Distinct(StringComparer.Ordinal)
         from member in mutualisation.Memberships.Select(m => m.Member).Distinct()
         from value in Counted(values, mutualisation, catalogue[code], member, year)
         let weight = WeightOf(KeyOn(keys, value.Key.Period.Start), code)
         where weight is not null
         select (Member: member, Use: new Use(value.Key.Period, code, value.Value, weight.Value)
         {
             Days = catalogue[code].Aggregation == AggregationRule.Sum ? null : mutualisation.DaysIn(member, Period.OfYear(year)),
         }))
        .ToLookup(use => use.Member, use => use.Use);

    private static IEnumerable<IndicatorValue> Counted(
        ValueBook values, Mutualisation mutualisation, IndicatorDefinition definition, Siren member, int year)
    {
        var known = values.Year(definition, member, year)
            .OfType<IndicatorValue>()
            .Where(v => mutualisation.IsActiveIn(member, v.Key.Period));
        return definition.Aggregation == AggregationRule.Last ? known.TakeLast(1) : known;
    }

    private static AllocationKey? KeyOn(IReadOnlyList<KeySpan> keys, DateOnly day) =>
        keys.FirstOrDefault(k => k.From <= day && day < k.To)?.Key;

    private static decimal? WeightOf(AllocationKey? key, string indicator) =>
        key is null || !key.Indicators.Contains(indicator)
            ? null
            : key.Criteria.SelectMany(c => c.UnitWeights).FirstOrDefault(u => u.Indicator == indicator)?.Weight ?? 1;
}
