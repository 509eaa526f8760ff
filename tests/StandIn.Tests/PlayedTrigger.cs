using System.Collections.Concurrent;
using Evaluation.Local;
using Evaluation.StandIn.LocalTriggers;

namespace Evaluation.StandIn.Tests;

/// <summary>The trigger of one function, played on real storage; the function is what a test gives.</summary>
internal sealed class PlayedTrigger : IAsyncDisposable
{
    private readonly RunningTriggers _triggers;

    private PlayedTrigger(RunningTriggers triggers, ConcurrentQueue<string> problems)
    {
        _triggers = triggers;
        Problems = problems;
    }

    /// <summary>What was logged as a warning or worse.</summary>
    public IReadOnlyCollection<string> Problems { get; }

    public static InvocationOutcome Done { get; } = new(InvocationEnd.Succeeded, Error: null);

    public static InvocationOutcome Failed { get; } = new(InvocationEnd.Failed, "It does not work today.");

    /// <summary>A name nothing else on the shared storage bears.</summary>
    public static string Fresh(string prefix) => $"{prefix}-{Guid.NewGuid():N}";

    public static async Task<PlayedTrigger> StartAsync(
        string storage,
        string function,
        Trigger trigger,
        Dictionary<string, string> settings,
        TimeProvider clock,
        TriggerCall call,
        CancellationToken cancellationToken)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("AzureWebJobsStorage", storage), .. settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))])
            .Build();
        var problems = new ConcurrentQueue<string>();
        var log = new HostLog((level, line) =>
        {
            if (level >= LogLevel.Warning)
            {
                problems.Enqueue(line);
            }
        });
        return new PlayedTrigger(
            await RunningTriggers.StartAsync(
                [new FunctionDefinition(function, "id", trigger)],
                HostFile.Read(RepositoryRoot.PathOf("."), configuration),
                configuration,
                call,
                clock,
                LoggerFactory.Create(logging => logging.AddProvider(log)),
                cancellationToken),
            problems);
    }

    /// <summary>Takes nothing more, and waits until what is under way has ended.</summary>
    public Task StopAsync() => _triggers.StopAsync(Timeout.InfiniteTimeSpan);

    public ValueTask DisposeAsync() => _triggers.DisposeAsync();
}
