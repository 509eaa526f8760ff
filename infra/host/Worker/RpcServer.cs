using System.Collections.Concurrent;
using System.Net;
using Evaluation.StandIn.Protocol;
using Grpc.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Evaluation.StandIn.Worker;

/// <summary>Where workers connect: gRPC on a loopback port of its own.</summary>
internal sealed class RpcServer : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentDictionary<string, WorkerChannel> _expected = new(StringComparer.Ordinal);

    private RpcServer(HostLog log)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(this).AddSingleton<IHostLifetime, NoSignals>().AddGrpc(grpc => grpc.MaxReceiveMessageSize = null);
        builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, "");
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        _server = builder.Build();
        _server.MapGrpcService<EventStreamService>();
    }

    /// <summary>What the worker is given to connect to.</summary>
    public Uri Address => new(_server.Urls.First());

    public static async Task<RpcServer> StartAsync(HostLog log, CancellationToken cancellationToken)
    {
        var server = new RpcServer(log);
        await server._server.StartAsync(cancellationToken);
        return server;
    }

    /// <summary>Whoever names itself so is this channel's worker, once.</summary>
    public void Expect(string workerId, WorkerChannel channel) => _expected[workerId] = channel;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private sealed class EventStreamService(RpcServer server) : FunctionRpc.FunctionRpcBase
    {
        public override async Task EventStream(
            IAsyncStreamReader<StreamingMessage> requestStream,
            IServerStreamWriter<StreamingMessage> responseStream,
            ServerCallContext context)
        {
            if (!await requestStream.MoveNext(context.CancellationToken)
                || requestStream.Current.StartStream is not { } start
                || !server._expected.TryRemove(start.WorkerId, out var channel))
            {
                throw new RpcException(new Status(StatusCode.PermissionDenied, "No such worker is expected."));
            }

            await channel.RunAsync(requestStream, responseStream, context.CancellationToken);
        }
    }
}
