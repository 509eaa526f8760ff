using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net.Sockets;
using Evaluation.StandIn.Protocol;

namespace Evaluation.StandIn.Worker;

/// <summary>A worker that has started, said what it can do and loaded its functions.</summary>
internal sealed class RunningWorker : IDisposable
{
    private const string HostVersion = "4.1037.0.0";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan GracePeriod = TimeSpan.FromSeconds(5);

    private readonly WorkerProcess _process;
    private readonly WorkerChannel _channel;
    private readonly ConcurrentDictionary<string, string> _traces;

    private RunningWorker(
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

    /// <exception cref="StandInException">It ended, said nothing in time or cannot load its functions.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "The process is the running worker’s, and ended here when there will be none.")]
    public static async Task<RunningWorker> StartAsync(
        StandInSettings settings, RpcServer rpc, HostLog log, string workerId, CancellationToken cancellationToken)
    {
        var traces = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        var channel = new WorkerChannel(line => log.Write(line, traces.GetValueOrDefault(line.InvocationId)));
        rpc.Expect(workerId, channel);
        var process = WorkerProcess.Start(WorkerCommand.Of(settings, rpc.Address, workerId), log);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        try
        {
            var starting = InitializeAsync(process, channel, traces, settings.AppFolder, limit.Token);
            if (await Task.WhenAny(starting, process.Ended) == starting)
            {
                return await starting;
            }

            channel.Close();
            var code = await process.Ended;
            throw new StandInException(string.Create(CultureInfo.InvariantCulture, $"The worker stopped at once ({code}).")) { ExitCode = code };
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            process.Dispose();
            throw new StandInException($"The worker did not start within {StartLimit.TotalSeconds} s.", e);
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

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

    private static async Task<RunningWorker> InitializeAsync(
        WorkerProcess process,
        WorkerChannel channel,
        ConcurrentDictionary<string, string> traces,
        string folder,
        CancellationToken cancellationToken)
    {
        await channel.Connected.WaitAsync(cancellationToken);
        var initialized = await channel.AskAsync(
            new StreamingMessage
            {
                RequestId = "init",
                WorkerInitRequest = new WorkerInitRequest
                {
                    HostVersion = HostVersion,
                    Capabilities = { ["MultiStream"] = "10" },
                    WorkerDirectory = folder,
                    FunctionAppDirectory = folder,
                },
            },
            cancellationToken);
        Require(initialized.WorkerInitResponse.Result);
        if (!initialized.WorkerInitResponse.Capabilities.TryGetValue("HttpUri", out var http))
        {
            throw new StandInException("The worker does not say where it answers HTTP.");
        }

        var declared = (await channel.AskAsync(
            new StreamingMessage
            {
                RequestId = "metadata",
                FunctionsMetadataRequest = new FunctionsMetadataRequest { FunctionAppDirectory = folder },
            },
            cancellationToken)).FunctionMetadataResponse;
        Require(declared.Result);
        foreach (var function in declared.Functions)
        {
            var loaded = await channel.AskAsync(
                new StreamingMessage
                {
                    RequestId = $"load-{function.FunctionId}",
                    FunctionLoadRequest = new FunctionLoadRequest { FunctionId = function.FunctionId, Metadata = function },
                },
                cancellationToken);
            Require(loaded.FunctionLoadResponse.Result);
        }

        var address = new Uri(http);
        await UntilListeningAsync(address, cancellationToken);
        return new RunningWorker(process, channel, traces, [.. declared.Functions.Select(FunctionDefinition.Of)], address);
    }

    // A worker says that it is ready before it listens; what stands in its way, such as storage that it makes, may take long
    // on a slow machine.
    private static async Task UntilListeningAsync(Uri address, CancellationToken cancellationToken)
    {
        while (true)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(address.Host, address.Port, cancellationToken);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    private static void Require(StatusResult result)
    {
        if (result.Status != StatusResult.Types.Status.Success)
        {
            throw new StandInException($"The worker cannot load its functions: {result.Exception?.Message}");
        }
    }
}
