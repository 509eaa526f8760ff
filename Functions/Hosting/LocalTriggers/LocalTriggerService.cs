using System.Diagnostics.CodeAnalysis;
using Azure.Storage.Queues;

namespace Evaluation.Functions.Hosting.LocalTriggers;

/// <summary>
/// Stands in for the Functions host on a developer's machine and in tests: fires the timers and reads the queues that
/// the function folders declare, from the moment the app listens until it stops.
/// </summary>
internal sealed partial class LocalTriggerService(
    FunctionFolders functions, StorageConnection storage, TimerStatusBlob records, HostCall host, HostFile rules,
    LocalTriggerSettings settings, IConfiguration configuration, IHostApplicationLifetime lifetime, TimeProvider clock,
    ILoggerFactory loggers, ILogger<LocalTriggerService> logger) : IHostedLifecycleService
{
    private Task[] _running = [];

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        var triggers = functions.All.Where(function => !function.Trigger.IsHttp)
            .Select(function => (function.Name, Run: RunOf(function))).ToArray();
        var stopping = lifetime.ApplicationStopping;
        _running = [.. triggers.Select(trigger => UntilStoppedAsync(trigger.Name, trigger.Run, stopping))];
        LogStarted(string.Join(", ", triggers.Select(trigger => trigger.Name)));
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(_running).WaitAsync(cancellationToken);

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private Func<CancellationToken, Task> RunOf(FunctionDefinition function) => function.Trigger.IsTimer
        ? LocalTimer.For(function, configuration, records, host, clock).RunAsync
        : QueueOf(function).RunAsync;

    private LocalQueue QueueOf(FunctionDefinition function)
    {
        // Texts are taken as they are: one that is not Base64 must go to the poison queue, not break the batch.
        var queues = storage.OpenQueues(QueueMessageEncoding.None);
        var name = function.Trigger.QueueName ?? throw new StartUpException($"{function.Name} has no queue.");
        return new LocalQueue(
            function.Name, queues.GetQueueClient(name), queues.GetQueueClient(PoisonQueue.NameFor(name)), rules, settings,
            host, clock, loggers.CreateLogger<LocalQueue>());
    }

    [SuppressMessage("Design", "CA1031", Justification = "One trigger that breaks is told of and starts again; the others go on.")]
    private async Task UntilStoppedAsync(string trigger, Func<CancellationToken, Task> run, CancellationToken stopping)
    {
        await Task.Yield();
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
                LogBroken(trigger, e);
                await Task.Delay(settings.MaxPollingInterval, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(EventId = 931, Level = LogLevel.Information, Message = "Local triggers started: {Functions}")]
    private partial void LogStarted(string functions);

    [LoggerMessage(EventId = 932, Level = LogLevel.Error, Message = "Local trigger: that of {Function} broke and starts again")]
    private partial void LogBroken(string function, Exception exception);
}
