namespace Evaluation.Core.Statistics;

/// <summary>How a value is judged against its history.</summary>
public enum OutlierMethod
{
    /// <summary>(value − mean) ÷ standard deviation.</summary>
    ZScore,

    /// <summary>0.6745 × (value − median) ÷ median absolute deviation: one earlier excess does not hide the next.</summary>
    ModifiedZScore,

    /// <summary>Outside the least and the most of the history.</summary>
    MinMax,
}

/// <summary>What is found.</summary>
public enum OutlierVerdict
{
    /// <summary>Within what the history lets expect.</summary>
    Normal,

    /// <summary>Out of the ordinary.</summary>
    Outlier,

    /// <summary>The history is too short to tell.</summary>
    HistoryTooShort,

    /// <summary>The history does not vary, and the value differs from it: no score tells by how much.</summary>
    NoSpread,
}

/// <summary>A value against its history, with what the verdict rests on. Nothing is rounded.</summary>
/// <param name="Method">How it was judged.</param>
/// <param name="Verdict">What was found.</param>
/// <param name="Value">The value judged.</param>
/// <param name="Points">Values of the history.</param>
/// <param name="PointsNeeded">Values that the method asks for.</param>
/// <param name="Centre">Mean or median of the history; null by least and most, or when it is too short.</param>
/// <param name="Spread">Standard deviation, or median absolute deviation; null as above.</param>
/// <param name="Score">Signed, in spreads from the centre; null when there is no spread.</param>
/// <param name="Threshold">Largest magnitude of a normal score; null by least and most.</param>
/// <param name="Lowest">Least normal value; null when the history is too short.</param>
/// <param name="Highest">Most normal value; null when the history is too short.</param>
public sealed record Outlier(
    OutlierMethod Method,
    OutlierVerdict Verdict,
    decimal Value,
    int Points,
    int PointsNeeded,
    decimal? Centre,
    decimal? Spread,
    decimal? Score,
    decimal? Threshold,
    decimal? Lowest,
    decimal? Highest);
