namespace Evaluation.Core.Decisions;

/// <summary>A decision with its date.</summary>
/// <param name="Decision">What was decided.</param>
/// <param name="On">Local date, in Europe/Paris.</param>
public sealed record SignedDecision(Decision Decision, DateOnly On);

/// <summary>The decisions that a report tells of.</summary>
/// <param name="OfYear">What was decided after the year evaluated; null when nothing was.</param>
/// <param name="YearBefore">What was decided after the year before; null when nothing was.</param>
public sealed record YearDecisions(SignedDecision? OfYear, SignedDecision? YearBefore)
{
    /// <summary>Nothing was decided.</summary>
    public static YearDecisions None { get; } = new(null, null);
}
