using Evaluation.Core.Problems;
using Evaluation.Functions.Hosting;
using Evaluation.Functions.Operate.Notices;
using Evaluation.Functions.Store;
using NCrontab;

namespace Evaluation.Functions.Operate;

/// <summary>Says how the work in the background fares, from what it leaves in storage.</summary>
internal sealed class JobsWatch(
    TimerSchedules schedules, TimerSuccesses successes, RunLedger runs, PoisonStore poison, TimeProvider clock)
{
    private const int MostPutAside = 200;
    private const int MissedUntilLate = 2;

    // What is to be done is done or given up long before.
    private static readonly TimeSpan Window = TimeSpan.FromDays(7);

    private static readonly string[] Jobs = [.. RunQueues.Jobs, ReminderDays.Job];

    /// <summary>How every timer and job fares now.</summary>
    public async Task<JobsHealth> LookAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var timers = await schedules.AllAsync();
        var noted = await successes.AllAsync(cancellationToken);
        var jobs = await Task.WhenAll(Jobs.Select(job => JobAsync(job, now, cancellationToken)));
        var putAside = await poison.LatestAsync(PoisonState.Waiting, MostPutAside, cancellationToken);
        return new JobsHealth(
            [.. timers.Select(timer => Timer(timer, noted.GetValueOrDefault(timer.Function), now))],
            jobs,
            putAside.Count);
    }

    private static TimerHealth Timer(TimerSchedule timer, TimerSuccess? success, DateTimeOffset now) => new(
        timer.Function,
        DomainCode.Of(StateOf(timer, success, now)),
        success?.At,
        Age(success?.At, now),
        success?.Outcome);

    private static TimerState StateOf(TimerSchedule timer, TimerSuccess? success, DateTimeOffset now)
    {
        if (success is null)
        {
            return TimerState.Never;
        }

        var schedule = CrontabSchedule.Parse(
            timer.Schedule, new CrontabSchedule.ParseOptions { IncludingSeconds = true });
        var missed = schedule.GetNextOccurrences(success.At.UtcDateTime, now.UtcDateTime).Take(MissedUntilLate).Count();
        return missed < MissedUntilLate ? TimerState.Ok : TimerState.Late;
    }

    private async Task<JobHealth> JobAsync(string job, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Task<int> CountAsync(RunState state) =>
            runs.ListAsync(job, state, after: null, now - Window, cancellationToken).CountAsync(cancellationToken).AsTask();

        var success = await runs.ListAsync(job, RunState.Succeeded, after: null, oldest: null, cancellationToken)
            .FirstOrDefaultAsync(cancellationToken);
        return new JobHealth(
            job,
            success?.FinishedAt,
            Age(success?.FinishedAt, now),
            await CountAsync(RunState.Pending),
            await CountAsync(RunState.Running),
            await CountAsync(RunState.Failed));
    }

    private static long? Age(DateTimeOffset? then, DateTimeOffset now) =>
        then is { } instant ? (long)(now - instant).TotalSeconds : null;
}
