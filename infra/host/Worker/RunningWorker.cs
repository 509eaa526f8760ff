using System.Collections.Concurrent;
using System.Diagnostics;
using Evaluation.StandIn.Protocol;

namespace Evaluation.StandIn.Worker;

/// <summary>A worker that has started, said what it can do and loaded its functions.</summary>
internal sealed class RunningWorker : IDisposable
{
    private static readonly TimeSpan GracePeriod = TimeSpan.FromSeconds(5);

    private readonly WorkerProcess _process;
    private readonly WorkerChannel _channel;
    private readonly ConcurrentDictionary<string, string> _traces;

    /// <param name="process">Its process.</param>
    /// <param name="channel">What is said with it.</param>
    /// <param name="traces">The trace of each invocation under way, by its id: its log lines are told with it.</param>
    /// <param name="functions">What it declared and loaded.</param>
    /// <param name="http">Where it answers what is passed on to it.</param>
    public RunningWorker(
        WorkerProcess process,
        WorkerChannel channel,
        ConcurrentDictionary<string, string> traces,
        IReadOnlyList<FunctionDefinition> functions,
        Uri http)
    {
        _process = process;
        _channel = channel;
        _traces = traces;
        Functions = functions;
        Http = http;
    }

    /// <summary>What it declared and loaded.</summary>
    public IReadOnlyList<FunctionDefinition> Functions { get; }

    /// <summary>Where it answers what is passed on to it.</summary>
    public Uri Http { get; }

    /// <summary>How many functions run at this moment.</summary>
    public int UnderWay => _channel.Waiting;

    /// <summary>Its process.</summary>
    public WorkerProcess Process => _process;

    /// <summary>Runs a function, and gives what became of it.</summary>
    /// <param name="function">Which one.</param>
    /// <param name="invocationId">By which the worker and its log name this run.</param>
    /// <param name="input">What the trigger brings.</param>
    /// <param name="cancel">Asks the worker to end it; what it then says is still waited for.</param>
    public async Task<InvocationOutcome> InvokeAsync(
        FunctionDefinition function, string invocationId, TypedData input, CancellationToken cancel)
    {
        var activity = Activity.Current;
        var request = new InvocationRequest
        {
            InvocationId = invocationId,
            FunctionId = function.Id,
            TraceContext = new TraceContext { TraceParent = activity?.Id ?? "", TraceState = activity?.TraceStateString ?? "" },
        };
        request.InputData.Add(new ParameterBinding { Name = function.Trigger.Binding, Data = input });
        if (activity is not null)
        {
            _traces[invocationId] = activity.TraceId.ToString();
        }

        try
        {
            var asked = _channel.AskAsync(
                new StreamingMessage { RequestId = invocationId, InvocationRequest = request }, CancellationToken.None);
            await using var cancelling = cancel.Register(() => _channel.Tell(
                new StreamingMessage { InvocationCancel = new InvocationCancel { InvocationId = invocationId } }));
            return InvocationOutcome.Of((await asked).InvocationResponse.Result);
        }
        catch (StandInException e)
        {
            return new InvocationOutcome(InvocationEnd.Failed, e.Message);
        }
        finally
        {
            _traces.TryRemove(invocationId, out _);
        }
    }

    /// <summary>Asks it to end, waits for as long as the host does, and gives its exit code.</summary>
    public async Task<int> StopAsync()
    {
        _channel.Tell(new StreamingMessage
        {
            WorkerTerminate = new WorkerTerminate { GracePeriod = new Duration { Seconds = (long)GracePeriod.TotalSeconds } },
        });
        try
        {
            return await _process.Ended.WaitAsync(2 * GracePeriod);
        }
        catch (TimeoutException)
        {
            _process.Kill();
            return await _process.Ended;
        }
    }

    /// <summary>Kills what still runs.</summary>
    public void Dispose()
    {
        _process.Dispose();
        _channel.Close();
    }

    /// <summary>What it takes for gone: nothing it was asked is answered any more.</summary>
    public void Close() => _channel.Close();
}
