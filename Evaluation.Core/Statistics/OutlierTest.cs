namespace Evaluation.Core.Statistics;

/// <summary>Tells a value out of the ordinary from a reference window (docs/spec/statistics.md).</summary>
/// <remarks>The window must not hold the value itself: <see cref="ReferenceWindow"/> sees to that.</remarks>
public static class OutlierTest
{
    /// <summary>Values that a mean and a standard deviation ask for: two years of quarters.</summary>
    public const int FewestForZScore = 8;

    /// <summary>Values that a median and its deviation ask for.</summary>
    public const int FewestForModifiedZScore = 6;

    /// <summary>Values that a least and a most ask for: a year of months.</summary>
    public const int FewestForMinMax = 12;

    private const decimal NormalConsistency = 0.6745m;

    /// <summary>By mean and standard deviation (÷ n).</summary>
    /// <param name="value">To judge.</param>
    /// <param name="reference">History, in any order, without the value.</param>
    /// <param name="threshold">A score of a larger magnitude is an outlier.</param>
    public static Outlier ByZScore(decimal value, IReadOnlyList<decimal> reference, decimal threshold = 3.0m)
    {
        if (reference.Count < FewestForZScore)
        {
            return TooShort(OutlierMethod.ZScore, value, reference.Count, FewestForZScore, threshold);
        }

        var (mean, deviation) = Dispersion.Of(reference);
        return Scored(OutlierMethod.ZScore, value, reference.Count, FewestForZScore, mean, deviation, deviation, threshold);
    }

    /// <summary>By median and median absolute deviation.</summary>
    /// <param name="value">To judge.</param>
    /// <param name="reference">History, in any order, without the value.</param>
    /// <param name="threshold">A score of a larger magnitude is an outlier.</param>
    public static Outlier ByModifiedZScore(decimal value, IReadOnlyList<decimal> reference, decimal threshold = 3.5m)
    {
        if (reference.Count < FewestForModifiedZScore)
        {
            return TooShort(
                OutlierMethod.ModifiedZScore, value, reference.Count, FewestForModifiedZScore, threshold);
        }

        decimal[] gaps = [.. reference];
        var median = Distribution.MedianOf(gaps);
        for (var i = 0; i < gaps.Length; i++)
        {
            gaps[i] = Math.Abs(gaps[i] - median);
        }

        var deviation = Distribution.MedianOf(gaps);
        return Scored(
            OutlierMethod.ModifiedZScore,
            value,
            reference.Count,
            FewestForModifiedZScore,
            median,
            deviation,
            deviation / NormalConsistency,
            threshold);
    }

    /// <summary>By the least and the most of the history, both normal.</summary>
    /// <param name="value">To judge.</param>
    /// <param name="reference">History, in any order, without the value.</param>
    public static Outlier ByMinMax(decimal value, IReadOnlyList<decimal> reference)
    {
        if (reference.Count < FewestForMinMax)
        {
            return TooShort(OutlierMethod.MinMax, value, reference.Count, FewestForMinMax, null);
        }

        var (lowest, highest) = (reference.Min(), reference.Max());
        var verdict = value < lowest || value > highest ? OutlierVerdict.Outlier : OutlierVerdict.Normal;
        return new Outlier(
            OutlierMethod.MinMax, verdict, value, reference.Count, FewestForMinMax, null, null, null, null, lowest, highest);
    }

    private static Outlier Scored(
        OutlierMethod method,
        decimal value,
        int points,
        int needed,
        decimal centre,
        decimal spread,
        decimal unit,
        decimal threshold)
    {
        if (unit == 0)
        {
            var still = value == centre ? OutlierVerdict.Normal : OutlierVerdict.NoSpread;
            return new Outlier(method, still, value, points, needed, centre, 0, null, threshold, centre, centre);
        }

        var score = (value - centre) / unit;
        return new Outlier(
            method,
            Math.Abs(score) > threshold ? OutlierVerdict.Outlier : OutlierVerdict.Normal,
            value,
            points,
            needed,
            centre,
            spread,
            score,
            threshold,
            centre - (threshold * unit),
            centre + (threshold * unit));
    }

    private static Outlier TooShort(OutlierMethod method, decimal value, int points, int needed, decimal? threshold) =>
        new(method, OutlierVerdict.HistoryTooShort, value, points, needed, null, null, null, threshold, null, null);
}
