using NCrontab;

namespace Evaluation.StandIn.LocalTriggers;

/// <summary>Fires one function on its schedule (six fields, UTC); once at the start when an occurrence was missed.</summary>
internal sealed class LocalTimer(
    string function, CrontabSchedule schedule, bool useMonitor, TimerStatusBlob records, TriggerCall call, TimeProvider clock)
{
    // Longer waits are beyond what a delay can hold.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <exception cref="StandInException">The schedule cannot be read.</exception>
    public static LocalTimer For(
        string function, TimerTrigger trigger, IConfiguration settings, TimerStatusBlob records, TriggerCall call, TimeProvider clock)
    {
        var expression = trigger.Schedule is ['%', .. var setting, '%']
            ? settings[setting] ?? throw new StandInException($"The setting {setting}, the schedule of {function}, is missing.")
            : trigger.Schedule;
        var schedule = CrontabSchedule.TryParse(
            expression, new CrontabSchedule.ParseOptions { IncludingSeconds = true });
        return schedule is null
            ? throw new StandInException($"The schedule of {function}, \"{expression}\", is not six cron fields.")
            : new LocalTimer(function, schedule, trigger.UseMonitor, records, call, clock);
    }

    public async Task RunAsync(CancellationToken stopping)
    {
        var now = clock.GetUtcNow();
        var recorded = useMonitor && !TimerStatus.IsTooFrequent(schedule, now);
        var status = recorded ? await RecordedAsync(now, stopping) : TimerStatus.First(schedule, now);
        var isPastDue = status.Next < now;
        while (true)
        {
            await WaitUntilAsync(status.Next, stopping);
            now = clock.GetUtcNow();
            await call(function, TriggerInput.OfTimer(recorded ? status : null, isPastDue), stopping);
            status = TimerStatus.Fired(schedule, now);
            isPastDue = false;
            if (recorded)
            {
                // Even while stopping: what has fired must not fire again.
                await records.SaveAsync(function, status, CancellationToken.None);
            }
        }
    }

    private async Task<TimerStatus> RecordedAsync(DateTimeOffset now, CancellationToken stopping)
    {
        var found = await records.FindAsync(function, stopping);
        var status = found?.CheckedAgainst(schedule, now) ?? TimerStatus.First(schedule, now);
        if (status != found)
        {
            await records.SaveAsync(function, status, stopping);
        }

        return status;
    }

    private async Task WaitUntilAsync(DateTimeOffset instant, CancellationToken stopping)
    {
        stopping.ThrowIfCancellationRequested();
        while (instant - clock.GetUtcNow() is { Ticks: > 0 } left)
        {
            // Rounded up to the timer's grain, or the last millisecond would be spent in a tight loop.
            var pause = left < LongestWait ? left + TimeSpan.FromMilliseconds(1) : LongestWait;
            await Task.Delay(pause, clock, stopping);
        }
    }
}
