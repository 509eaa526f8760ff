using Azure.Storage.Queues.Models;
using Evaluation.Functions.Hosting;
using Evaluation.Functions.Store;
using Evaluation.Functions.Telemetry;

namespace Evaluation.Functions.Runs;

/// <summary>
/// How the work of a timer or a message ends: its outcome is one line of the log, and a message that no repetition will
/// make work is put aside at once. A failure goes to the worker, which logs it, and to the host, which delivers the message
/// again.
/// </summary>
internal sealed partial class Invocations(PoisonQueue poison, TimeProvider clock, ILogger<Invocations> logger)
{
    /// <param name="function">Its name.</param>
    /// <param name="work">Says in one line what it did.</param>
    public async Task RunAsync(string function, Func<Task<string>> work)
    {
        var started = clock.GetTimestamp();
        using var signal = Signals.Begin(function);
        var outcome = await work();
        signal.Done();
        LogDone(function, (long)clock.GetElapsedTime(started).TotalMilliseconds, outcome);
    }

    /// <summary><see cref="RunAsync(string, Func{Task{string}})"/> for a message of a queue.</summary>
    /// <param name="function">Its name.</param>
    /// <param name="queue">Where the message came from.</param>
    /// <param name="message">As it came.</param>
    /// <param name="work">Says in one line what it did.</param>
    /// <param name="cancellationToken">The invocation’s: the host ends it.</param>
    public Task RunAsync(
        string function, string queue, QueueMessage message, Func<Task<string>> work, CancellationToken cancellationToken) =>
        RunAsync(
            function,
            async () =>
            {
                try
                {
                    return await work();
                }
                catch (PermanentFailureException cause)
                {
                    await poison.PutAsideAsync(queue, message, cause, cancellationToken);
                    return $"Put aside: {cause.Message}";
                }
            });

    [LoggerMessage(EventId = 902, Level = LogLevel.Information, Message = "{Function} was done in {Milliseconds} ms: {Outcome}")]
    private partial void LogDone(string function, long milliseconds, string outcome);
}
