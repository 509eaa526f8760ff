namespace Evaluation.Core.Problems;

/// <summary>What is sent back of a hostile input: no more than a reader needs to find it.</summary>
public static class Excerpt
{
    private const int Longest = 40;

    /// <summary>The beginning of a text, without what controls a screen; empty for none.</summary>
    public static string Of(string? text) =>
        text is null ? "" : string.Concat(text.Where(c => !char.IsControl(c)).Take(Longest));
}
