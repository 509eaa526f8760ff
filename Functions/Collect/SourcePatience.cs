using Evaluation.Functions.Store;

namespace Evaluation.Functions.Collect;

/// <summary>
/// When a source that failed is tried again: after 5, 10, 20 and 40 minutes; from the fifth failure on it is suspended,
/// and one pull tries it after 1 hour, 2, 4… and at most once a day. One success makes it usual again.
/// </summary>
internal static class SourcePatience
{
    /// <summary>Failures in a row that suspend a source.</summary>
    public const int MostFailures = 5;

    private static readonly TimeSpan First = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan FirstSuspended = TimeSpan.FromHours(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>The state after a pull that succeeded.</summary>
    public static SourceState AfterSuccess(SourceState state, string outcome, FeedMark? mark, DateTimeOffset now) => state with
    {
        LastAttemptAt = now,
        LastSuccessAt = now,
        LastOutcome = outcome,
        LastError = null,
        Failures = 0,
        RetryAt = null,
        IsSuspended = false,
        Mark = mark,
    };

    /// <summary>The state after a pull that failed.</summary>
    /// <param name="state">As it was.</param>
    /// <param name="failure">Why.</param>
    /// <param name="now">When.</param>
    public static SourceState AfterFailure(SourceState state, FeedException failure, DateTimeOffset now)
    {
        var failures = state.Failures + 1;
        var isSuspended = failures >= MostFailures;
        return state with
        {
            LastAttemptAt = now,
            LastError = failure.Message,
            Failures = failures,
            IsSuspended = isSuspended,
            RetryAt = isSuspended || !failure.IsPermanent ? now + Later(Wait(failures), failure.RetryAfter) : null,
        };
    }

    private static TimeSpan Wait(int failures) => failures < MostFailures
        ? First * (1 << (failures - 1))
        : Shorter(Longest, FirstSuspended * (1 << Math.Min(failures - MostFailures, 5)));

    // What the source asks for counts, but never for more than a day.
    private static TimeSpan Later(TimeSpan wait, TimeSpan? asked) => asked > wait ? Shorter(Longest, asked.Value) : wait;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
