namespace Evaluation.Core.Closing;

/// <summary>Where a period of a pooled service stands on its way to being settled.</summary>
public enum ApprovalState
{
    /// <summary>Values come in and may change.</summary>
    Draft,

    /// <summary>Whoever collects says that all is in.</summary>
    Submitted,

    /// <summary>The head of the service vouches for it.</summary>
    Validated,

    /// <summary>The community takes it as settled.</summary>
    Accepted,
}

/// <summary>What is done with a period.</summary>
public enum ApprovalStep
{
    /// <summary>Draft to submitted.</summary>
    Submit,

    /// <summary>Submitted to validated.</summary>
    Validate,

    /// <summary>Validated to accepted.</summary>
    Accept,

    /// <summary>Back to draft, with a reason.</summary>
    Return,
}

/// <summary>A step that was taken.</summary>
/// <param name="Step">Which.</param>
/// <param name="At">When.</param>
/// <param name="By">Who, as trails name them.</param>
/// <param name="Reason">Why; always given when a period goes back.</param>
public sealed record ApprovalTaken(ApprovalStep Step, DateTimeOffset At, string By, string? Reason);

/// <summary>A closed period is opened again for a while.</summary>
/// <param name="By">Who opens it, as trails name them.</param>
/// <param name="At">When.</param>
/// <param name="Until">Last day on which values are taken, local date in Europe/Paris.</param>
/// <param name="Reason">Why.</param>
public sealed record PeriodOpening(string By, DateTimeOffset At, DateOnly Until, string Reason);

/// <summary>What was decided of a period of a pooled service; nothing, to begin with.</summary>
/// <param name="Taken">Steps of its approval, in order.</param>
/// <param name="Openings">In order.</param>
public sealed record PeriodApproval(IReadOnlyList<ApprovalTaken> Taken, IReadOnlyList<PeriodOpening> Openings)
{
    /// <summary>Nothing was decided.</summary>
    public static PeriodApproval None { get; } = new([], []);

    /// <summary>Where the period stands.</summary>
    public ApprovalState State => Taken.Count == 0 ? ApprovalState.Draft : After(Taken[^1].Step);

    /// <summary>Where a step leads.</summary>
    public static ApprovalState After(ApprovalStep step) => step switch
    {
        ApprovalStep.Submit => ApprovalState.Submitted,
        ApprovalStep.Validate => ApprovalState.Validated,
        ApprovalStep.Accept => ApprovalState.Accepted,
        ApprovalStep.Return => ApprovalState.Draft,
    };

    /// <summary>
    /// The period after a step; the same when the step was already taken, null when it does not follow from where the
    /// period stands.
    /// </summary>
    public PeriodApproval? Take(ApprovalTaken taken)
    {
        if (After(taken.Step) == State)
        {
            return this;
        }

        return Follows(taken.Step) ? this with { Taken = [.. Taken, taken] } : null;
    }

    /// <summary>Whether a step follows from where the period stands.</summary>
    public bool Follows(ApprovalStep step) =>
        step == ApprovalStep.Return ? State != ApprovalState.Draft : After(step) == State + 1;

    /// <summary>The period once opened; the same opening again changes nothing.</summary>
    public PeriodApproval Open(PeriodOpening opening) =>
        Openings.Any(o => (o.By, o.Until, o.Reason) == (opening.By, opening.Until, opening.Reason))
            ? this
            : this with { Openings = [.. Openings, opening] };

    /// <summary>The opening that holds on a day, the longest; null when none does.</summary>
    public PeriodOpening? OpenOn(DateOnly day) => Openings.Where(o => o.Until >= day).MaxBy(o => o.Until);
}
