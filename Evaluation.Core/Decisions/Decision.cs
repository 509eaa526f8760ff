namespace Evaluation.Core.Decisions;

/// <summary>What a director decided of a mutualisation at the end of a year.</summary>
/// <param name="Kind">What.</param>
/// <param name="Reasons">Why, French text.</param>
/// <param name="EffectiveOn">From what day on.</param>
/// <param name="Actions">What is to be done, in the order given.</param>
/// <param name="Proposed">What the report proposed; null when it proposed nothing.</param>
/// <param name="DepartsBecause">Why it is not what was proposed; null where it is, or where nothing was.</param>
/// <param name="CorrectedBecause">Why it took the place of an earlier one; null for the first.</param>
public sealed record Decision(
    DecisionKind Kind,
    string Reasons,
    DateOnly EffectiveOn,
    IReadOnlyList<DecidedAction> Actions,
    DecisionKind? Proposed,
    string? DepartsBecause,
    string? CorrectedBecause)
{
    /// <summary>Whether another decides the same, wherever its actions stand.</summary>
    public bool DecidesAs(Decision other) =>
        (Kind, Reasons, EffectiveOn, DepartsBecause) == (other.Kind, other.Reasons, other.EffectiveOn, other.DepartsBecause)
        && Actions.Select(Asked).SequenceEqual(other.Actions.Select(Asked));

    /// <summary>Whether another decides the same and its actions stand where these do.</summary>
    public bool Says(Decision other) => DecidesAs(other) && Actions.SequenceEqual(other.Actions);

    private static DecidedAction Asked(DecidedAction action) => action with { State = ActionState.ToDo, Note = null };
}
