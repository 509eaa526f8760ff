using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Evaluation.StandIn.Worker;

/// <summary>
/// Keeps one worker running: the first start must succeed, because what is set up wrongly stays wrong; a worker that
/// dies later is started again, and given up when it will not start three times in a row.
/// </summary>
internal sealed partial class WorkerKeeper(
    Func<StandInSettings> settings, RpcServer rpc, HostLog log, ILogger<WorkerKeeper> logger) : IAsyncDisposable
{
    private const int MostFailedStarts = 3;

    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource<int> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile TaskCompletionSource<RunningWorker> _current = Pending();
    private Task _keeping = Task.CompletedTask;
    private int _starts;

    /// <summary>Completes with the last exit code when no worker runs any more.</summary>
    public Task<int> Ended => _ended.Task;

    /// <summary>The worker that runs, if one does at this moment.</summary>
    public RunningWorker? Running => _current.Task.IsCompletedSuccessfully ? _current.Task.Result : null;

    /// <summary>Starts the first worker.</summary>
    /// <exception cref="StandInException">It does not start.</exception>
    public async Task<RunningWorker> StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            var worker = await LaunchAsync(cancellationToken);
            _current.TrySetResult(worker);
            _keeping = KeepAsync(worker);
            return worker;
        }
        catch (StandInException e)
        {
            _current.TrySetException(e);
            _ended.TrySetResult(e.ExitCode ?? 1);
            throw;
        }
    }

    /// <summary>The worker that runs, waited for while one is being started.</summary>
    /// <exception cref="StandInException">There will be none.</exception>
    public Task<RunningWorker> CurrentAsync(CancellationToken cancellationToken) => _current.Task.WaitAsync(cancellationToken);

    /// <summary>Lets the worker end well and starts no other.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        if (Running is { } worker)
        {
            await worker.StopAsync();
        }

        await _keeping;
    }

    /// <summary>Kills the worker that runs and starts no other.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        Running?.Process.Kill();
        await _keeping;
        Running?.Dispose();
        _stopping.Dispose();
    }

    private static TaskCompletionSource<RunningWorker> Pending() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Task<RunningWorker> LaunchAsync(CancellationToken cancellationToken) => WorkerStart.RunAsync(
        settings(), rpc, log, string.Create(CultureInfo.InvariantCulture, $"worker-{++_starts}"), cancellationToken);

    [SuppressMessage("Design", "CA1031", Justification = "Whatever keeps a worker from starting is told, and the start tried again.")]
    [SuppressMessage("Reliability", "CA2000", Justification = "The worker that runs is disposed of when it has died, or with the keeper.")]
    private async Task KeepAsync(RunningWorker worker)
    {
        while (true)
        {
            var code = await worker.Process.Ended;
            if (_stopping.IsCancellationRequested)
            {
                worker.Close();
                _ended.TrySetResult(code);
                return;
            }

            LogDied(code);
            _current = Pending();
            worker.Dispose();
            for (var failed = 0; ;)
            {
                try
                {
                    worker = await LaunchAsync(_stopping.Token);
                    _current.TrySetResult(worker);
                    break;
                }
                catch (Exception e)
                {
                    LogNotStarted(e);
                    if (++failed == MostFailedStarts || _stopping.IsCancellationRequested)
                    {
                        _current.TrySetException(new StandInException("The worker was given up.", e));
                        _ended.TrySetResult((e as StandInException)?.ExitCode ?? 1);
                        return;
                    }
                }
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The worker died ({ExitCode}) and is started again")]
    private partial void LogDied(int exitCode);

    [LoggerMessage(Level = LogLevel.Error, Message = "The worker did not start again")]
    private partial void LogNotStarted(Exception exception);
}
