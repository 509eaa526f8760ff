namespace Evaluation.Functions.Operate;

/// <summary>How a timer fares.</summary>
internal enum TimerState
{
    /// <summary>It did its work when it was last due, or its turn has just come.</summary>
    Ok,

    /// <summary>It was due twice since it last did its work.</summary>
    Late,

    /// <summary>It never did its work on this storage account.</summary>
    Never,
}

/// <summary>A timer, and how long ago it last did its work.</summary>
internal sealed record TimerHealth(
    string Function, string State, DateTimeOffset? LastSuccess, long? AgeSeconds, string? Outcome);

/// <summary>A job, how long ago a run of it last succeeded, and how many of the last week’s runs stand where.</summary>
internal sealed record JobHealth(
    string Job, DateTimeOffset? LastSuccess, long? AgeSeconds, int Pending, int Running, int Failed);

/// <summary>How the work in the background fares.</summary>
/// <param name="Timers">Every timer, by name.</param>
/// <param name="Jobs">Every kind of run.</param>
/// <param name="PutAside">Messages that wait for someone to decide, 200 at most.</param>
internal sealed record JobsHealth(IReadOnlyList<TimerHealth> Timers, IReadOnlyList<JobHealth> Jobs, int PutAside);
