using NCrontab;

namespace Evaluation.StandIn.LocalTriggers;

/// <summary>What is recorded about a timer, in the words and by the rules of the Functions host.</summary>
/// <param name="Last">When it last fired; <see cref="Never"/> before the first time.</param>
/// <param name="Next">When it fires next.</param>
/// <param name="LastUpdated">When this was recorded; <see cref="Never"/> before the first time.</param>
internal sealed record TimerStatus(DateTimeOffset Last, DateTimeOffset Next, DateTimeOffset LastUpdated)
{
    public static readonly DateTimeOffset Never = DateTimeOffset.MinValue;

    /// <summary>The record of a timer nothing is known of: what came before is not made up for.</summary>
    public static TimerStatus First(CrontabSchedule schedule, DateTimeOffset now) => new(Never, After(schedule, now), Never);

    /// <summary>The record once it fired at <paramref name="now"/>.</summary>
    public static TimerStatus Fired(CrontabSchedule schedule, DateTimeOffset now) => new(now, After(schedule, now), now);

    /// <summary>This record, or a fresh one where the schedule has changed since.</summary>
    public TimerStatus CheckedAgainst(CrontabSchedule schedule, DateTimeOffset now) =>
        IsOccurrence(schedule, Next) && (Last == Never || After(schedule, Last) == Next) ? this : First(schedule, now);

    /// <summary>Whether two occurrences are less than a minute apart; the host keeps no record of such timers.</summary>
    public static bool IsTooFrequent(CrontabSchedule schedule, DateTimeOffset now)
    {
        var first = After(schedule, now);
        return After(schedule, first) - first < TimeSpan.FromMinutes(1);
    }

    private static bool IsOccurrence(CrontabSchedule schedule, DateTimeOffset instant) =>
        instant > Never.AddSeconds(1) && After(schedule, instant.AddSeconds(-1)) == instant;

    private static DateTimeOffset After(CrontabSchedule schedule, DateTimeOffset instant) =>
        new(schedule.GetNextOccurrence(instant.UtcDateTime), TimeSpan.Zero);
}
