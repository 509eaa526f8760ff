using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Aggregation;

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
        foreach (var pair in new RatioPairs(numerator, denominator, window, counted))
        {
            above = (above ?? 0) + pair.Above;
            below = (below ?? 0) + pair.Below;
        }

        return (above, below);
    }
}

/// <summary>Both halves of a ratio over one period.</summary>
/// <param name="Row">Rank of the member among those counted, from 0.</param>
/// <param name="Period">When.</param>
/// <param name="Above">Numerator.</param>
/// <param name="Below">Denominator.</param>
internal readonly record struct RatioPair(int Row, Period Period, decimal Above, decimal Below);
