namespace Evaluation.Core.Assessments.Facts;

/// <summary>How far conclusions can be trusted.</summary>
public enum Confidence
{
    /// <summary>Below 80 %: values are shown, nothing is concluded.</summary>
    Faible,

    /// <summary>From 80 %.</summary>
    Moyenne,

    /// <summary>From 95 %.</summary>
    Elevee,
}

/// <summary>What was received of what was due, and in time, for one indicator, one member or all.</summary>
/// <param name="Expected">Values due: periods due × members of each period, or × 1 at service level.</param>
/// <param name="Count">Those that came.</param>
/// <param name="OnTime">Those that first came on their deadline or before.</param>
public sealed record Received(int Expected, int Count, int OnTime)
{
    /// <summary>The part of the values due from which something is concluded.</summary>
    public const decimal Enough = 0.80m;

    private const decimal Ample = 0.95m;

    /// <summary>Part received, 0 to 1; null when nothing was due.</summary>
    public decimal? Rate => Expected == 0 ? null : (decimal)Count / Expected;

    /// <summary>Part received in time, 0 to 1 (taux de ponctualité); null when nothing was due.</summary>
    public decimal? PunctualityRate => Expected == 0 ? null : (decimal)OnTime / Expected;

    /// <summary>High from 95 %, medium from 80 %, low below (docs/spec/completeness.md).</summary>
    public Confidence Confidence => Rate switch
    {
        >= Ample => Confidence.Elevee,
        >= Enough => Confidence.Moyenne,
        _ => Confidence.Faible,
    };

    /// <summary>Both together.</summary>
    public static Received operator +(Received left, Received right) =>
        new(left.Expected + right.Expected, left.Count + right.Count, left.OnTime + right.OnTime);

    /// <summary>Both together.</summary>
    public static Received Add(Received left, Received right) => left + right;
}
