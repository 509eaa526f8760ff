using System.Diagnostics.CodeAnalysis;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Evaluation.StandIn.LocalTriggers;

/// <summary>
/// Fires the timers and reads the queues that the functions declare, in place of the Functions host, until it is stopped.
/// </summary>
internal sealed partial class RunningTriggers : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly LocalTriggerSettings _settings;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly Task[] _running;

    private RunningTriggers(
        IEnumerable<(string Function, Func<CancellationToken, Task> Run)> triggers,
        LocalTriggerSettings settings,
        TimeProvider clock,
        ILogger logger)
    {
        _settings = settings;
        _clock = clock;
        _logger = logger;
        _running = [.. triggers.Select(trigger => UntilStoppedAsync(trigger.Function, trigger.Run))];
    }

    /// <summary>Starts the triggers of all functions that have a timer or a queue; queues that are missing are made.</summary>
    /// <exception cref="StandInException">A schedule, a setting or the storage account cannot be read.</exception>
    public static async Task<RunningTriggers> StartAsync(
        IReadOnlyList<FunctionDefinition> functions,
        HostFile rules,
        IConfiguration configuration,
        TriggerCall call,
        TimeProvider clock,
        ILoggerFactory loggers,
        CancellationToken cancellationToken)
    {
        var settings = LocalTriggerSettings.From(configuration);
        var (blobs, queues) = Storage(configuration["AzureWebJobsStorage"]);
        var records = new TimerStatusBlob(blobs);
        var triggers = new List<(string, Func<CancellationToken, Task>)>();
        foreach (var function in settings.Enabled ? functions : [])
        {
            if (function.Trigger is TimerTrigger timer)
            {
                triggers.Add((function.Name, LocalTimer.For(function.Name, timer, configuration, records, call, clock).RunAsync));
            }
            else if (function.Trigger is QueueTrigger queue)
            {
                var source = queues.GetQueueClient(queue.Queue);
                await source.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
                triggers.Add((
                    function.Name,
                    new LocalQueue(
                        function.Name, source, queues.GetQueueClient($"{queue.Queue}-poison"), rules, settings, call, clock,
                        loggers.CreateLogger<LocalQueue>()).RunAsync));
            }
        }

        return new RunningTriggers(triggers, settings, clock, loggers.CreateLogger<RunningTriggers>());
    }

    /// <summary>Takes nothing more, and asks what is under way to end; it has <paramref name="limit"/> to do so.</summary>
    public async Task StopAsync(TimeSpan limit)
    {
        await _stopping.CancelAsync();
        await Task.WhenAny(Task.WhenAll(_running), Task.Delay(limit));
    }

    /// <summary>Waits until nothing is under way any more: not before its worker has ended or it has.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_running);
        _stopping.Dispose();
    }

    private static (BlobServiceClient Blobs, QueueServiceClient Queues) Storage(string? connectionString)
    {
        try
        {
            // Texts are taken as they are: one that is not Base64 must go to the poison queue, not break the batch.
            return (
                new BlobServiceClient(connectionString),
                new QueueServiceClient(connectionString, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None }));
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            // The SDK's message may quote the string and with it the key.
            throw new StandInException("The setting AzureWebJobsStorage is not the connection string of a storage account.");
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "One trigger that breaks is told of and starts again; the others go on.")]
    private async Task UntilStoppedAsync(string function, Func<CancellationToken, Task> run)
    {
        await Task.Yield();
        var stopping = _stopping.Token;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await run(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                LogBroken(_logger, function, e);
                await Task.Delay(_settings.MaxPollingInterval, _clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(EventId = 932, Level = LogLevel.Error, Message = "Local trigger: that of {Function} broke and starts again")]
    private static partial void LogBroken(ILogger logger, string function, Exception exception);
}
