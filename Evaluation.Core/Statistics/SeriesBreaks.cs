using Evaluation.Core.Indicators;

namespace Evaluation.Core.Statistics;

/// <summary>Keeps of a series what was measured in the same way as its last period.</summary>
internal static class SeriesBreaks
{
    public static IReadOnlyList<PeriodValue> SinceLast(
        IndicatorDefinition definition, IReadOnlyList<PeriodValue> series, Catalogue catalogue)
    {
        if (series.Count == 0)
        {
            return series;
        }

        var last = series[^1].Period.LastDay;
        return Array.FindLast(catalogue.Breaks(definition), b => b.On <= last) is { } latest
            ? [.. series.Where(point => point.Period.Start >= latest.On)]
            : series;
    }
}
