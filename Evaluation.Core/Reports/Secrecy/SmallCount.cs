namespace Evaluation.Core.Reports.Secrecy;

/// <summary>The secrecy of small counts in what is published (docs/spec/secrecy.md).</summary>
public static class SmallCount
{
    /// <summary>Counts from this one are shown.</summary>
    public const int DefaultThreshold = 5;

    /// <summary>What is written in place of a count: « non communiqué ».</summary>
    public const string MaskedText = "n.c.";

    /// <summary>Whether a count could identify someone: more than zero and less than the threshold.</summary>
    public static bool IsSmall(decimal? count, int threshold = DefaultThreshold) => count > 0 && count < threshold;
}
