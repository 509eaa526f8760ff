namespace Evaluation.Functions.Store;

/// <summary>Where a run stands.</summary>
internal enum RunState
{
    /// <summary>Asked for, not begun.</summary>
    Pending,

    /// <summary>Begun; resumed by another when its lease ends.</summary>
    Running,

    /// <summary>Done.</summary>
    Succeeded,

    /// <summary>Over without success, until it is asked for again.</summary>
    Failed,
}

/// <summary>A piece of scheduled or asked work.</summary>
/// <param name="Job">What kind: <c>report</c>, <c>collect</c>.</param>
/// <param name="Occurrence">Which one, its parts joined by <c>~</c>; content-derived, so that twice is once.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Attempts">How many times it was begun since it was asked for, or asked for again.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="FinishedAt">When it ended; null before.</param>
/// <param name="Outcome">French sentence for people; null before the end.</param>
/// <param name="Result">Address of what it made, relative to the API; null when nothing.</param>
internal sealed record Run(
    string Job,
    string Occurrence,
    RunState State,
    int Attempts,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FinishedAt,
    string? Outcome,
    string? Result)
{
    /// <summary>The id under which HTTP callers follow it, and the whole content of its queue message.</summary>
    public string OperationId => IdOf(Job, Occurrence);

    /// <summary>The operation id of an occurrence of a job.</summary>
    public static string IdOf(string job, string occurrence) => $"{job}~{occurrence}";

    /// <summary>How many times it was asked for again after its end.</summary>
    public int Reopened { get; init; }

    /// <summary>Until when the worker that began it has it for itself; null when nobody has.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>What broke its last attempt, for whoever operates the app; null when nothing did.</summary>
    public string? LastError { get; init; }

    /// <summary>The W3C traceparent of whoever asked for it, or asked again; null in rows older than that.</summary>
    public string? TraceParent { get; init; }

    /// <summary>Whether it is over.</summary>
    public bool IsOver => State is RunState.Succeeded or RunState.Failed;

    /// <summary>Whether another is the same run in the hands of the same worker.</summary>
    public bool IsSameAttempt(Run other) => Attempts == other.Attempts && Reopened == other.Reopened;
}
