namespace Evaluation.Core.Reports.Papers;

/// <summary>Puts what is said of a figure behind it, where it has no line of its own.</summary>
public static class PaperRemark
{
    /// <summary><c>12,00 (partiel)</c>; a remark that holds brackets itself stands behind a dash, for brackets are not nested.</summary>
    /// <param name="text">What is remarked on.</param>
    /// <param name="remark">Null for nothing.</param>
    public static string After(string text, string? remark) =>
        remark is null ? text
        : remark.Contains('(', StringComparison.Ordinal) ? $"{text} — {remark}"
        : $"{text} ({remark})";
}
