using System.Collections.Concurrent;
using System.Threading.Channels;
using Evaluation.StandIn.Protocol;
using Grpc.Core;

namespace Evaluation.StandIn.Worker;

/// <summary>
/// What is said with one worker: requests whose answers are awaited by their id, words that want no answer, and the
/// events of its log.
/// </summary>
internal sealed class WorkerChannel(Action<RpcLog> onLog)
{
    private readonly Channel<StreamingMessage> _toWorker =
        Channel.CreateUnbounded<StreamingMessage>(new UnboundedChannelOptions { SingleReader = true });

    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> _asked = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _closed;

    /// <summary>How many requests wait for their answer.</summary>
    public int Waiting => _asked.Count;

    /// <summary>Completes when the worker has connected.</summary>
    public Task Connected => _connected.Task;

    /// <summary>Says a word that wants no answer.</summary>
    public void Tell(StreamingMessage message) => _toWorker.Writer.TryWrite(message);

    /// <summary>Sends a request and waits for its answer.</summary>
    /// <exception cref="StandInException">The worker is gone.</exception>
    public async Task<StreamingMessage> AskAsync(StreamingMessage request, CancellationToken cancellationToken)
    {
        var answer = new TaskCompletionSource<StreamingMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        _asked[request.RequestId] = answer;
        if (_closed || !_toWorker.Writer.TryWrite(request))
        {
            answer.TrySetException(Gone());
        }

        try
        {
            return await answer.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            _asked.TryRemove(request.RequestId, out _);
        }
    }

    /// <summary>Carries messages both ways until the stream ends.</summary>
    public async Task RunAsync(
        IAsyncStreamReader<StreamingMessage> fromWorker, IServerStreamWriter<StreamingMessage> toWorker, CancellationToken ended)
    {
        _connected.TrySetResult();
        var sending = SendAsync(toWorker, ended);
        try
        {
            while (await fromWorker.MoveNext(ended))
            {
                Take(fromWorker.Current);
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The worker has ended, well or not: its process tells which.
        }
        finally
        {
            Close();
            await sending;
        }
    }

    /// <summary>The worker is gone: nothing more is said, and what was asked fails.</summary>
    public void Close()
    {
        _closed = true;
        _toWorker.Writer.TryComplete();
        foreach (var answer in _asked.Values)
        {
            answer.TrySetException(Gone());
        }
    }

    private static StandInException Gone() => new("The worker is gone.");

    private void Take(StreamingMessage message)
    {
        if (message.ContentCase == StreamingMessage.ContentOneofCase.RpcLog)
        {
            onLog(message.RpcLog);
        }
        else if (_asked.TryGetValue(message.RequestId, out var answer))
        {
            answer.TrySetResult(message);
        }
    }

    private async Task SendAsync(IServerStreamWriter<StreamingMessage> toWorker, CancellationToken ended)
    {
        try
        {
            await foreach (var message in _toWorker.Reader.ReadAllAsync(ended))
            {
                await toWorker.WriteAsync(message, ended);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or InvalidOperationException or IOException)
        {
            // The stream is broken; who waits for an answer is told by Close.
        }
    }
}
