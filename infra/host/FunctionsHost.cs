using Azure.Storage.Queues.Models;
using Evaluation.StandIn.Front;
using Evaluation.StandIn.LocalTriggers;
using Evaluation.StandIn.Worker;

namespace Evaluation.StandIn;

/// <summary>
/// Stands in for the Functions host on a developer’s machine and in tests: starts the app as a worker, keeps it running,
/// passes requests on to it, fires its timers and reads its queues. The worker never outlives it.
/// </summary>
public sealed class FunctionsHost : IAsyncDisposable
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(5);

    private readonly HostLog _log;
    private readonly ILoggerFactory _loggers;
    private readonly RpcServer _rpc;
    private readonly WorkerHttp _http = new();
    private readonly SimulatedTime? _time;
    private readonly WorkerKeeper _workers;
    private readonly FunctionRuns _runs;
    private FrontServer? _front;
    private RunningTriggers? _triggers;

    private FunctionsHost(StandInSettings settings, IConfiguration configuration, HostFile rules, HostLog log, ILoggerFactory loggers, RpcServer rpc)
    {
        _log = log;
        _loggers = loggers;
        _rpc = rpc;
        _time = SimulatedTime.From(configuration, _http);
        _workers = new WorkerKeeper(
            () => _time?.Restarted(settings) ?? settings,
            rpc, log, loggers.CreateLogger<WorkerKeeper>());
        _runs = new FunctionRuns(_workers, rules.FunctionTimeout, Now, loggers.CreateLogger<FunctionRuns>());
    }

    /// <summary>Where the functions answer.</summary>
    public Uri Address => _front?.Address ?? throw new InvalidOperationException("The stand-in has not started.");

    /// <summary>Completes with the worker’s exit code when no worker runs any more.</summary>
    public Task<int> Ended => _workers.Ended;

    /// <summary>How many functions run at this moment.</summary>
    public int UnderWay => _workers.Running?.UnderWay ?? 0;

    /// <summary>The memory of the worker that runs now, in bytes; 0 when none does.</summary>
    public long WorkingSet => _workers.Running?.Process.WorkingSet ?? 0;

    /// <summary>The time that the worker which runs now has spent on processors.</summary>
    public TimeSpan ProcessorTime => _workers.Running?.Process.ProcessorTime ?? TimeSpan.Zero;

    /// <summary>The process of the worker that runs now; null when none does.</summary>
    public int? WorkerProcessId => _workers.Running?.Process.Id;

    private TimeProvider Now => (TimeProvider?)_time?.Clock ?? TimeProvider.System;

    /// <summary>Starts the app, and completes when it can answer and its triggers run.</summary>
    /// <param name="settings">Where the app is, and its environment.</param>
    /// <param name="write">Is given every line that the worker or the stand-in has to say, from any thread.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <exception cref="StandInException">The app is not built, does not start, or its port is taken.</exception>
    public static async Task<FunctionsHost> StartAsync(
        StandInSettings settings, Action<LogLevel, string> write, CancellationToken cancellationToken)
    {
        var configuration = settings.Configuration;
        var rules = HostFile.Read(settings.AppFolder, configuration);
        var port = settings.ReadPort();
        var log = new HostLog(write);
        var loggers = LoggerFactory.Create(logging => logging.AddProvider(log));
        var host = new FunctionsHost(
            settings, configuration, rules, log, loggers, await RpcServer.StartAsync(log, cancellationToken));
        try
        {
            host._front = await FrontServer.StartAsync(port, host._workers, host._http, log, cancellationToken);
            var worker = await host._workers.StartAsync(cancellationToken);
            host._triggers = await RunningTriggers.StartAsync(
                worker.Functions, rules, configuration, host._runs.RunAsync, host.Now, loggers, cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs the function of a timer now, whatever its schedule; without a record, as a timer of seconds.</summary>
    /// <exception cref="StandInException">There is no such function, or no worker any more.</exception>
    public Task<InvocationOutcome> RunTimerAsync(string function, CancellationToken cancellationToken) =>
        _runs.RunAsync(function, TriggerInput.OfTimer(status: null, isPastDue: false), cancellationToken);

    /// <summary>Delivers a message to a function without a queue, as often delivered as it says.</summary>
    /// <param name="function">Its name.</param>
    /// <param name="text">The message as it was sent.</param>
    /// <param name="dequeueCount">1 the first time.</param>
    /// <param name="cancellationToken">Asks the function to end.</param>
    /// <exception cref="StandInException">There is no such function, or no worker any more.</exception>
    public Task<InvocationOutcome> DeliverAsync(
        string function, string text, int dequeueCount, CancellationToken cancellationToken)
    {
        var body = System.Text.Encoding.UTF8.GetBytes(text);
        var now = Now.GetUtcNow();
        var message = QueuesModelFactory.QueueMessage(
            Guid.CreateVersion7(now).ToString(), "receipt", text, dequeueCount, now, now, now.AddDays(7));
        return _runs.RunAsync(function, TriggerInput.OfQueue(message, body), cancellationToken);
    }

    /// <summary>Moves the simulated clock of worker and timers.</summary>
    /// <param name="instant">Where to; later than now.</param>
    /// <param name="runs">Whether time goes on from there, or stands still until the next move.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <exception cref="StandInException">The clock is the machine’s, or would go back.</exception>
    public async Task MoveClockAsync(DateTimeOffset instant, bool runs, CancellationToken cancellationToken)
    {
        var time = _time ?? throw new StandInException("The clock is the machine’s.");
        await time.MoveAsync(await _workers.CurrentAsync(cancellationToken), instant, runs, cancellationToken);
    }

    /// <summary>Kills the worker, as a crash does; another is started.</summary>
    public void KillWorker() => _workers.Running?.Process.Kill();

    /// <summary>
    /// Ends well, as the host does: no more messages and timers, what is under way is asked to end, then the worker is. Gives
    /// its exit code.
    /// </summary>
    public async Task<int> StopAsync()
    {
        if (_triggers is not null)
        {
            await _triggers.StopAsync(StopLimit);
        }

        await _workers.StopAsync();
        return await _workers.Ended;
    }

    /// <summary>Ends at once: the worker is killed.</summary>
    public async ValueTask DisposeAsync()
    {
        await _workers.DisposeAsync();
        if (_triggers is not null)
        {
            await _triggers.DisposeAsync();
        }

        if (_front is not null)
        {
            await _front.DisposeAsync();
        }

        await _rpc.DisposeAsync();
        _http.Dispose();
        _loggers.Dispose();
        _log.Dispose();
    }
}
