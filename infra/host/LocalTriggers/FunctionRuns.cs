using System.Diagnostics;
using Evaluation.StandIn.Protocol;
using Evaluation.StandIn.Worker;

namespace Evaluation.StandIn.LocalTriggers;

/// <summary>Runs functions on whatever worker runs at the moment, for as long as <c>host.json</c> lets them.</summary>
internal sealed partial class FunctionRuns(WorkerKeeper workers, TimeSpan? limit, TimeProvider clock, ILogger<FunctionRuns> logger)
{
    /// <summary>How long a function that was asked to end may take; then its worker is ended and started again.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>Runs a function to its end.</summary>
    /// <param name="function">Its name.</param>
    /// <param name="input">What the trigger brings.</param>
    /// <param name="stopping">Asks it to end.</param>
    /// <exception cref="StandInException">There is no such function, or no worker any more.</exception>
    public async Task<InvocationOutcome> RunAsync(string function, TypedData input, CancellationToken stopping)
    {
        var worker = await workers.CurrentAsync(stopping);
        var definition = worker.Functions.FirstOrDefault(known => known.Name == function)
            ?? throw new StandInException($"There is no function {function}.");
        using var activity = new Activity(function);
        activity.Start();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var id = Guid.CreateVersion7(clock.GetUtcNow()).ToString();
        var running = worker.InvokeAsync(definition, id, input, cancel.Token);
        if (limit is { } most && await Task.WhenAny(running, Task.Delay(most, clock, CancellationToken.None)) != running)
        {
            await cancel.CancelAsync();
            LogTooLong(function, id, most);
            if (await Task.WhenAny(running, Task.Delay(Grace, clock, CancellationToken.None)) != running)
            {
                worker.Process.Kill();
            }
        }

        var outcome = await running;
        if (!outcome.Succeeded)
        {
            LogNotDone(function, id, outcome.End);
        }

        return outcome;
    }

    [LoggerMessage(EventId = 911, Level = LogLevel.Warning, Message = "Local trigger: {Function} ended as {End}, InvocationId:{Id}")]
    private partial void LogNotDone(string function, string id, InvocationEnd end);

    [LoggerMessage(EventId = 913, Level = LogLevel.Error, Message = "Local trigger: {Function} took longer than {Limit}, InvocationId:{Id}")]
    private partial void LogTooLong(string function, string id, TimeSpan limit);
}
