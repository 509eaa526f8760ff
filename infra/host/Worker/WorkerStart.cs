using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net.Sockets;
using Evaluation.StandIn.Protocol;

namespace Evaluation.StandIn.Worker;

/// <summary>Starts a worker: its process, the first words with it, its functions, until it listens.</summary>
internal static class WorkerStart
{
    private const string HostVersion = "4.1037.0.0";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <exception cref="StandInException">It ended, said nothing in time or cannot load its functions.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "The process is the running worker’s, and ended here when there will be none.")]
    public static async Task<RunningWorker> RunAsync(
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
