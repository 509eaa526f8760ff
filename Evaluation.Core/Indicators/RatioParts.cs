using Evaluation.Core.Periods;

namespace Evaluation.Core.Indicators;

/// <summary>The two halves of a ratio added up, member by member and period by period.</summary>
internal static class RatioParts
{
    /// <summary>Σ of both halves where both are known; nulls when they never are together.</summary>
    /// <remarks>A numerator without its denominator would bend the rate.</remarks>
    public static (decimal? Above, decimal? Below) Sums(
        IndicatorDefinition numerator, IndicatorDefinition denominator, Period window, CountedValues counted)
    {
        decimal? above = null;
        decimal? below = null;
        foreach (var pair in Pairs(numerator, denominator, window, counted))
        {
            above = (above ?? 0) + pair.Above;
            below = (below ?? 0) + pair.Below;
        }

        return (above, below);
    }

    /// <summary>The pairs that count, member by member, each over the longer of both periodicities.</summary>
    public static IEnumerable<RatioPair> Pairs(
        IndicatorDefinition numerator, IndicatorDefinition denominator, Period window, CountedValues counted)
    {
        var step = numerator.Periodicity > denominator.Periodicity ? numerator.Periodicity : denominator.Periodicity;
        var ranks = Ranks.Of(window, step);
        var isStock = numerator.Aggregation == Aggregation.Last;
        var (uppers, lowers) = (counted.Of(numerator), counted.Of(denominator));
        for (var i = 0; i < uppers.Length; i++)
        {
            if (isStock && !uppers[i].IsThereAtTheEndOf(window))
            {
                continue;
            }

            for (var rank = ranks.Last; rank >= ranks.First; rank--)
            {
                if (uppers[i].Whole(step, rank, numerator.Aggregation) is not { } upper
                    || lowers[i].Whole(step, rank, denominator.Aggregation) is not { } lower)
                {
                    continue;
                }

                yield return new RatioPair(i, Period.Of(window.Year, step, rank), upper, lower);
                if (isStock)
                {
                    // The last pair of a stock stands for the whole window.
                    break;
                }
            }
        }
    }
}

/// <summary>Both halves of a ratio over one period.</summary>
/// <param name="Row">Rank of the member among those counted, from 0.</param>
/// <param name="Period">When.</param>
/// <param name="Above">Numerator.</param>
/// <param name="Below">Denominator.</param>
internal readonly record struct RatioPair(int Row, Period Period, decimal Above, decimal Below);
