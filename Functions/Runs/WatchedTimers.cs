using Evaluation.Functions.Store;
using Evaluation.Functions.Telemetry;
using Microsoft.Azure.Functions.Worker;

namespace Evaluation.Functions.Runs;

/// <summary>Timers whose last success is kept, so that <c>GET /health/jobs</c> tells one that stands still.</summary>
internal sealed class WatchedTimers(
    Invocations invocations, StorageCreation creation, TimerSuccesses successes, SuccessAges ages, TimeProvider clock)
{
    /// <summary>Does the work of a timer that fired, and notes when it was done. A failure is not repeated before the next time.</summary>
    /// <param name="function">Its name.</param>
    /// <param name="timer">Whether it fires late goes into the log.</param>
    /// <param name="work">Says in one line what it did.</param>
    /// <param name="cancellationToken">The invocation’s.</param>
    public Task RunAsync(string function, TimerInfo timer, Func<Task<string>> work, CancellationToken cancellationToken) =>
        invocations.RunAsync(
            function,
            async () =>
            {
                // On an empty account a timer may fire before there are tables.
                await creation.TriedAsync(cancellationToken);
                if (ages.MustBeTold)
                {
                    foreach (var (known, success) in await successes.AllAsync(cancellationToken))
                    {
                        ages.Note(known, success.At);
                    }
                }

                var outcome = await work();
                await successes.NoteAsync(function, outcome, cancellationToken);
                ages.Note(function, clock.GetUtcNow());
                return timer.IsPastDue ? $"{outcome} (late)" : outcome;
            });
}
