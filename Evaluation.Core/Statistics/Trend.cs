using Evaluation.Core.Indicators;

namespace Evaluation.Core.Statistics;

/// <summary>Which way a series goes.</summary>
public enum TrendLabel
{
    /// <summary>Less than 2 % of the mean over a year.</summary>
    Stable,

    /// <summary>Rising.</summary>
    Up,

    /// <summary>Falling.</summary>
    Down,
}

/// <summary>Whether a movement is good.</summary>
public enum TrendJudgement
{
    /// <summary>Stable, or the indicator describes without judging.</summary>
    None,

    /// <summary>It goes the way that is good.</summary>
    Favourable,

    /// <summary>It goes the other way.</summary>
    Unfavourable,
}

/// <summary>The straight line closest to a series (docs/spec/statistics.md). Nothing is rounded.</summary>
/// <param name="Points">Values known, at least 4.</param>
/// <param name="Slope">Change per period, in the unit of the indicator.</param>
/// <param name="Mean">Of the values known.</param>
/// <param name="PerYear">Periods in a year.</param>
public sealed record Trend(int Points, decimal Slope, decimal Mean, int PerYear)
{
    /// <summary>Values needed for a trend.</summary>
    public const int FewestPoints = 4;

    private const decimal StableBelow = 0.02m;

    /// <summary>Slope ÷ mean, 0.029 for +2.9 % per period, with the sign of the slope; null when the mean is zero.</summary>
    public decimal? Rate => Mean == 0 ? null : Slope / Math.Abs(Mean);

    /// <summary>Stable below 2 % of the mean over a year; without a mean, only when flat.</summary>
    public TrendLabel Label => ((Rate * PerYear) ?? Slope) switch
    {
        0 => TrendLabel.Stable,
        > -StableBelow and < StableBelow when Rate is not null => TrendLabel.Stable,
        > 0 => TrendLabel.Up,
        _ => TrendLabel.Down,
    };

    /// <summary>Whether the trend is good; a neutral indicator and a stable one are not judged.</summary>
    public TrendJudgement JudgedBy(Direction direction) => (Label, direction) switch
    {
        (TrendLabel.Stable, _) or (_, Direction.Neutral) => TrendJudgement.None,
        (TrendLabel.Up, Direction.HigherIsBetter) or (TrendLabel.Down, Direction.LowerIsBetter) => TrendJudgement.Favourable,
        _ => TrendJudgement.Unfavourable,
    };

    /// <summary>The least squares over the values known, each at its place in time; null under four of them.</summary>
    /// <param name="series">Periods of one length, in order; a period that is missing keeps its place.</param>
    /// <param name="perYear">Periods in a year.</param>
    internal static Trend? Of(IReadOnlyList<PeriodValue> series, int perYear)
    {
        var (count, places, squares) = (0, 0L, 0L);
        var (values, products) = (0m, 0m);
        for (var i = 0; i < series.Count; i++)
        {
            if (series[i].Value is { } value)
            {
                var place = series[i].Place - series[0].Place;
                count++;
                places += place;
                squares += (long)place * place;
                values += value;
                products += place * value;
            }
        }

        return count < FewestPoints
            ? null
            : new Trend(
                count,
                ((count * products) - (places * values)) / ((count * squares) - (places * places)),
                values / count,
                perYear);
    }
}
