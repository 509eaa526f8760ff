namespace Evaluation.Core.Statistics;

/// <summary>Tells a value out of the ordinary from a reference window (docs/spec/statistics.md).</summary>
/// <remarks>The window must not hold the value itself: <see cref="ReferenceWindow"/> sees to that.</remarks>
public static class OutlierTest
{
    /// <summary>Values that a median and its deviation ask for.</summary>
    public const int FewestForModifiedZScore = 6;

    private const decimal NormalConsistency = 0.6745m;

    /// <summary>
    /// By median and median absolute deviation: 0.6745 × (value − median) ÷ deviation. One earlier excess does not hide the next.
    /// </summary>
    /// <param name="value">To judge.</param>
    /// <param name="reference">History, in any order, without the value.</param>
    /// <param name="threshold">A score of a larger magnitude is an outlier.</param>
    public static Outlier ByModifiedZScore(decimal value, IReadOnlyList<decimal> reference, decimal threshold = 3.5m)
    {
        if (reference.Count < FewestForModifiedZScore)
        {
            return new Outlier(OutlierVerdict.HistoryTooShort, value, reference.Count, null, null, null, threshold);
        }

        decimal[] gaps = [.. reference];
        var median = Distribution.MedianOf(gaps);
        for (var i = 0; i < gaps.Length; i++)
        {
            gaps[i] = Math.Abs(gaps[i] - median);
        }

        var deviation = Distribution.MedianOf(gaps);
        if (deviation == 0)
        {
            var still = value == median ? OutlierVerdict.Normal : OutlierVerdict.NoSpread;
            return new Outlier(still, value, reference.Count, median, 0, null, threshold);
        }

        var score = (value - median) / (deviation / NormalConsistency);
        return new Outlier(
            Math.Abs(score) > threshold ? OutlierVerdict.Outlier : OutlierVerdict.Normal,
            value,
            reference.Count,
            median,
            deviation,
            score,
            threshold);
    }
}
