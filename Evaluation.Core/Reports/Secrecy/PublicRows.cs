using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Reports.Secrecy;

/// <summary>Applies secrecy to a list of figures, whatever tables they make together (docs/spec/secrecy.md).</summary>
public static class PublicRows
{
    /// <summary>
    /// Of each row, in order, whether it is masked. The rows must be all that is published of their years: what is
    /// published elsewhere may betray what is masked here.
    /// </summary>
    /// <param name="rows">Figures, and totals with them.</param>
    /// <param name="catalogue">Which counts may identify someone, and what ratios are made of.</param>
    /// <param name="threshold">Counts from this one are shown.</param>
    /// <exception cref="KeyNotFoundException">An indicator is not in the catalogue.</exception>
    public static IReadOnlyList<bool> Masked(
        IReadOnlyList<PublicRow> rows, Catalogue catalogue, int threshold = SmallCount.DefaultThreshold)
    {
        var counts = new Dictionary<string, ILookup<Place, bool>>(StringComparer.Ordinal);
        var masked = new HashSet<PublicRow>();
        foreach (var series in rows.GroupBy(row => (row.Indicator, row.Period.Year)))
        {
            var definition = catalogue[series.Key.Indicator];
            if (definition is { HasSmallCountRisk: true, IsComputed: false })
            {
                masked.UnionWith(definition.Aggregation == AggregationRule.Sum
                    ? new SummedYear([.. series], definition.Level == IndicatorLevel.Member, threshold).Masked()
                    : UnsummedYear.Masked([.. series], threshold));
            }
        }

        foreach (var part in rows.GroupBy(row => row.Indicator, StringComparer.Ordinal))
        {
            counts[part.Key] = part.ToLookup(row => new Place(row.Member, row.Period), masked.Contains);
        }

        return [.. rows.Select(row => masked.Contains(row) || RestsOnMasked(row, catalogue, counts))];
    }

    // A ratio gives its numerator away to who knows its denominator.
    private static bool RestsOnMasked(
        PublicRow row, Catalogue catalogue, Dictionary<string, ILookup<Place, bool>> counts) =>
        Catalogue.PartsOf(catalogue[row.Indicator]).Any(part => catalogue[part].HasSmallCountRisk
            && (!counts.TryGetValue(part, out var places) || IsHidden(new Place(row.Member, row.Period), places)));

    // A part that is not published at its own period is judged by the shorter ones; unpublished, it stays hidden.
    private static bool IsHidden(Place place, ILookup<Place, bool> places) => places.Contains(place)
        ? places[place].Any(isMasked => isMasked)
        : places.Where(p => p.Key.Member == place.Member && place.Period.Contains(p.Key.Period))
            .SelectMany(p => p)
            .DefaultIfEmpty(true)
            .Any(isMasked => isMasked);

    private readonly record struct Place(Siren? Member, Period Period);
}
