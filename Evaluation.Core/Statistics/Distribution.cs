namespace Evaluation.Core.Statistics;

/// <summary>How values spread, from the least to the most (docs/spec/statistics.md). Nothing is rounded.</summary>
/// <param name="Count">Values known, at least 1.</param>
/// <param name="Minimum">The least.</param>
/// <param name="FirstQuartile">A quarter of the values lie below; null under four values.</param>
/// <param name="Median">Half of the values lie below.</param>
/// <param name="ThirdQuartile">Three quarters of the values lie below; null under four values.</param>
/// <param name="Maximum">The most.</param>
public sealed record Distribution(
    int Count, decimal Minimum, decimal? FirstQuartile, decimal Median, decimal? ThirdQuartile, decimal Maximum)
{
    /// <summary>Values needed for quartiles.</summary>
    public const int FewestForQuartiles = 4;

    /// <summary>The distribution of values in any order; null without any.</summary>
    public static Distribution? Of(IReadOnlyList<decimal> values)
    {
        if (values.Count == 0)
        {
            return null;
        }

        decimal[] sorted = [.. values];
        Array.Sort(sorted);
        var hasQuartiles = sorted.Length >= FewestForQuartiles;
        return new Distribution(
            sorted.Length,
            sorted[0],
            hasQuartiles ? AtQuarter(sorted, 1) : null,
            AtQuarter(sorted, 2),
            hasQuartiles ? AtQuarter(sorted, 3) : null,
            sorted[^1]);
    }

    /// <summary>The median of at least one value; they are left sorted.</summary>
    internal static decimal MedianOf(decimal[] values)
    {
        // Compared by name: this sort is compiled ahead with the app, the one without is found by reflection and is not.
        Array.Sort(values, decimal.Compare);
        return AtQuarter(values, 2);
    }

    // The value at rank (n − 1) × quarters ÷ 4 from 0, in a straight line between the two ranks around it.
    private static decimal AtQuarter(decimal[] sorted, int quarters)
    {
        var (rank, fraction) = Math.DivRem((sorted.Length - 1) * quarters, 4);
        return fraction == 0 ? sorted[rank] : sorted[rank] + ((sorted[rank + 1] - sorted[rank]) * fraction / 4);
    }
}
