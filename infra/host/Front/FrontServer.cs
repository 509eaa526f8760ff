using System.Net;
using Evaluation.StandIn.Worker;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Yarp.ReverseProxy.Forwarder;

namespace Evaluation.StandIn.Front;

/// <summary>The public address: requests go to the HTTP functions by their routes, whatever worker runs at the moment.</summary>
internal sealed class FrontServer : IAsyncDisposable
{
    // The host's own.
    private const long BodyLimit = 100L * 1024 * 1024;

    private readonly WebApplication _server;
    private readonly WorkerKeeper _workers;
    private readonly WorkerHttp _http;
    private readonly IHttpForwarder _forwarder;

    private FrontServer(int port, WorkerKeeper workers, WorkerHttp http, HostLog log)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton<IHostLifetime, NoSignals>().AddHttpForwarder();
        builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, "");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BodyLimit;
            kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        _server = builder.Build();
        _workers = workers;
        _http = http;
        _forwarder = _server.Services.GetRequiredService<IHttpForwarder>();
        _server.Run(AnswerAsync);
    }

    /// <summary>Where it answers.</summary>
    public Uri Address => new(_server.Urls.First());

    /// <exception cref="StandInException">The port is taken.</exception>
    public static async Task<FrontServer> StartAsync(
        int port, WorkerKeeper workers, WorkerHttp http, HostLog log, CancellationToken cancellationToken)
    {
        var front = new FrontServer(port, workers, http, log);
        try
        {
            await front._server.StartAsync(cancellationToken);
            return front;
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            await front.DisposeAsync();
            throw new StandInException(
                $"{e.Message} Stop the program that uses this port, or choose another with the setting Port.", e);
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        RunningWorker worker;
        try
        {
            worker = await _workers.CurrentAsync(context.RequestAborted);
        }
        catch (StandInException)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        if (worker.Functions.FirstOrDefault(function => Serves(function, context.Request)) is { } function)
        {
            await _http.ForwardAsync(_forwarder, worker, function, context);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private static bool Serves(FunctionDefinition function, HttpRequest request) =>
        function.Trigger is HttpTrigger http
        && (http.Methods is [] || http.Methods.Contains(request.Method, StringComparer.OrdinalIgnoreCase))
        && new TemplateMatcher(TemplateParser.Parse(http.Route), []).TryMatch(request.Path, []);
}
