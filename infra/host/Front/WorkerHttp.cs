using System.Diagnostics;
using Evaluation.StandIn.Protocol;
using Evaluation.StandIn.Worker;
using Yarp.ReverseProxy.Forwarder;

namespace Evaluation.StandIn.Front;

/// <summary>
/// Passes a request on to the worker and tells it of the invocation at the same time: the worker puts the two together by
/// the id they both bear.
/// </summary>
internal sealed class WorkerHttp : IDisposable
{
    private const string InvocationHeader = "x-ms-invocation-id";

    // The host's own.
    private static readonly ForwarderRequestConfig Rules = new() { ActivityTimeout = TimeSpan.FromSeconds(240) };

    private readonly HttpMessageInvoker _http = new(new RetryHandler(
        new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }));

    public void Dispose() => _http.Dispose();

    /// <summary>Answers a request with what the worker answers.</summary>
    public async Task ForwardAsync(IHttpForwarder forwarder, RunningWorker worker, FunctionDefinition function, HttpContext context)
    {
        using var activity = new Activity(function.Name);
        activity.Start();
        var id = NewId();

        // As the host does: an id that the client sent stays, and fails its own request.
        context.Request.Headers.TryAdd(InvocationHeader, id);
        var invocation = worker.InvokeAsync(function, id, OfHttp(), context.RequestAborted);
        if (await forwarder.SendAsync(context, worker.Http.AbsoluteUri, _http, Rules) == ForwarderError.None)
        {
            await invocation;
        }
    }

    /// <summary>Sends a request of the stand-in’s own.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        RunningWorker worker, FunctionDefinition function, HttpMethod method, string target, CancellationToken cancellationToken)
    {
        var id = NewId();
        using var request = new HttpRequestMessage(method, new Uri(worker.Http, target));
        request.Headers.Add(InvocationHeader, id);
        var invocation = worker.InvokeAsync(function, id, OfHttp(), cancellationToken);
        var answer = await _http.SendAsync(request, cancellationToken);
        await invocation;
        return answer;
    }

    private static string NewId() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString();

    private static TypedData OfHttp() => new() { Http = new Http() };
}
