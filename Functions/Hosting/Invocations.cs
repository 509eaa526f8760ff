using Azure.Storage.Queues.Models;

namespace Evaluation.Functions.Hosting;

/// <summary>
/// How the work of a timer or a message ends: its outcome is one line of the log, a failure goes to the host, which
/// delivers a message again, and a message that no repetition will make work is put aside at once.
/// </summary>
internal sealed partial class Invocations(PoisonQueue poison, TimeProvider clock, ILogger<Invocations> logger)
{
    /// <param name="function">Its name.</param>
    /// <param name="work">Says in one line what it did.</param>
    /// <param name="cancellationToken">The invocation’s: the host ends it.</param>
    public async Task RunAsync(string function, Func<Task<string>> work, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        try
        {
            LogDone(function, await work(), Elapsed(started));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            LogCutOff(function, Elapsed(started));
            throw;
        }
        catch (Exception e)
        {
            LogFailed(function, Elapsed(started), e);
            throw;
        }
    }

    /// <summary><see cref="RunAsync(string, Func{Task{string}}, CancellationToken)"/> for a message of a queue.</summary>
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
            },
            cancellationToken);

    private long Elapsed(long started) => (long)clock.GetElapsedTime(started).TotalMilliseconds;

    [LoggerMessage(EventId = 902, Level = LogLevel.Information, Message = "{Function} was done in {Milliseconds} ms: {Outcome}")]
    private partial void LogDone(string function, string outcome, long milliseconds);

    [LoggerMessage(EventId = 903, Level = LogLevel.Error, Message = "{Function} failed after {Milliseconds} ms")]
    private partial void LogFailed(string function, long milliseconds, Exception exception);

    [LoggerMessage(EventId = 905, Level = LogLevel.Warning, Message = "{Function} was cut off by the host after {Milliseconds} ms")]
    private partial void LogCutOff(string function, long milliseconds);
}
