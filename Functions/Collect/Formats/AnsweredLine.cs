namespace Evaluation.Functions.Collect.Formats;

/// <summary>What became of one line of a workbook.</summary>
/// <param name="Line">Its number in the workbook, from 1.</param>
/// <param name="Outcome">French word.</param>
/// <param name="Refused">Whether it was refused.</param>
/// <param name="Issues">The field of each issue (<c>value</c>; empty for the whole line) and its French sentence.</param>
internal sealed record AnsweredLine(int Line, string Outcome, bool Refused, IReadOnlyList<(string Field, string Message)> Issues)
{
    /// <summary>A line of the template without a value.</summary>
    public static AnsweredLine NotSent(int line) => new(line, "non transmise", Refused: false, []);
}
