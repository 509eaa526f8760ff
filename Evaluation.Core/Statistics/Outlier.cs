namespace Evaluation.Core.Statistics;

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
/// <param name="Verdict">What was found.</param>
/// <param name="Value">The value judged.</param>
/// <param name="Points">Values of the history.</param>
/// <param name="Centre">Median of the history; null when it is too short.</param>
/// <param name="Spread">Median absolute deviation; null as above.</param>
/// <param name="Score">Signed; null when there is no spread.</param>
/// <param name="Threshold">Largest magnitude of a normal score.</param>
public sealed record Outlier(
    OutlierVerdict Verdict, decimal Value, int Points, decimal? Centre, decimal? Spread, decimal? Score, decimal Threshold);
