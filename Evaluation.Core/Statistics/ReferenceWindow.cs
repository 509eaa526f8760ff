using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Statistics;

/// <summary>The history that a value is judged against: never the value itself, which would hide its own excess.</summary>
public static class ReferenceWindow
{
    /// <summary>
    /// The values known before a period, measured in the same way; of a seasonal service, only those of the same
    /// period of earlier years.
    /// </summary>
    /// <param name="definition">What is measured.</param>
    /// <param name="period">Of the value to judge.</param>
    /// <param name="series">In order; it may hold the period itself and later ones, which are left out.</param>
    /// <param name="longest">At most so many values, the latest.</param>
    /// <param name="catalogue">Definitions of its parts.</param>
    public static IReadOnlyList<decimal> Before(
        IndicatorDefinition definition,
        Period period,
        IReadOnlyList<PeriodValue> series,
        int longest,
        Catalogue catalogue)
    {
        var isSeasonal = Seasonality.IsSeasonal(definition);
        var lastBreak = catalogue.Breaks(definition).LastOrDefault(b => b.On <= period.LastDay)?.On ?? DateOnly.MinValue;
        var before = new List<decimal>(longest);
        for (var i = series.Count - 1; i >= 0 && before.Count < longest; i--)
        {
            var point = series[i];
            if (point.Value is { } value
                && point.Period.Periodicity == period.Periodicity && point.Period < period
                && (!isSeasonal || point.Period.Index == period.Index)
                && point.Period.Start >= lastBreak)
            {
                before.Add(value);
            }
        }

        before.Reverse();
        return before;
    }
}
