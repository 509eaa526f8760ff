using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Statistics;

/// <summary>Why a series has no trend.</summary>
public enum TrendObstacle
{
    /// <summary>Fewer than four values are known.</summary>
    TooFewPoints,

    /// <summary>The service follows the seasons: within the year only the same period of the year before compares.</summary>
    Seasonal,

    /// <summary>The definition changed too recently: fewer than four values are known since.</summary>
    Break,

    /// <summary>Members came or left, and the value does not part by member.</summary>
    Perimeter,
}

/// <summary>A trend, or why there is none.</summary>
/// <param name="Trend">The line; null when there is none.</param>
/// <param name="Obstacle">Why; null when there is one.</param>
public sealed record TrendOutcome(Trend? Trend, TrendObstacle? Obstacle)
{
    /// <summary>The members it is that of, all along; null for what does not part by member.</summary>
    public int? Members { get; init; }

    /// <summary>The trend of an indicator, on what was measured in the same way.</summary>
    /// <param name="definition">What is measured.</param>
    /// <param name="series">Periods of one length, in order; periods that are missing may be left out.</param>
    /// <param name="catalogue">Definitions of its parts: a break of theirs is one of the indicator.</param>
    /// <exception cref="ArgumentException">The periods are not of one length, or not in order.</exception>
    public static TrendOutcome Of(IndicatorDefinition definition, IReadOnlyList<PeriodValue> series, Catalogue catalogue)
    {
        for (var i = 1; i < series.Count; i++)
        {
            if (series[i].Period.Periodicity != series[0].Period.Periodicity || series[i].Place <= series[i - 1].Place)
            {
                throw new ArgumentException("A series is made of periods of one length, in order.", nameof(series));
            }
        }

        if (Seasonality.IsSeasonal(definition) && series.Count > 0 && series[0].Period.Periodicity != Periodicity.Annual)
        {
            return new TrendOutcome(null, TrendObstacle.Seasonal);
        }

        var comparable = SeriesBreaks.SinceLast(definition, series, catalogue);
        var perYear = series.Count == 0 ? 1 : series[0].Period.Periodicity.PerYear();
        return Trend.Of(comparable, perYear) is { } trend ? new TrendOutcome(trend, null)
            : new TrendOutcome(null, comparable.Count < series.Count ? TrendObstacle.Break : TrendObstacle.TooFewPoints);
    }
}
