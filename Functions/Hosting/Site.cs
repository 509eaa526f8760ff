using System.Diagnostics;
using Evaluation.Functions.Telemetry;
using Microsoft.AspNetCore.Http.Features;

namespace Evaluation.Functions.Hosting;

/// <summary>
/// The site behind the functions Api and Portal: middlewares and endpoints of ASP.NET Core, built once. The worker’s own
/// pipeline has no place for them, so a request is routed a second time, here, inside its function.
/// </summary>
internal sealed class Site
{
    private readonly RequestDelegate _run;
    private readonly IHttpContextAccessor _contexts;

    /// <param name="services">Those of the app.</param>
    /// <param name="pipeline">Adds routing, what stands around it, and the endpoints last.</param>
    public Site(IServiceProvider services, Action<IApplicationBuilder> pipeline)
    {
        var app = new ApplicationBuilder(services);
        pipeline(app);
        _run = app.Build();
        _contexts = services.GetRequiredService<IHttpContextAccessor>();
    }

    /// <summary>Answers the request of an invocation.</summary>
    public async Task RunAsync(HttpContext context)
    {
        // What the worker has matched is its function: left in place, it would be taken for the endpoint.
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();

        // The function was begun by another message than the request: what flows with the request does not reach it.
        _contexts.HttpContext = context;
        var received = context.Features.Get<IHttpActivityFeature>()?.Activity;
        Activity.Current = received ?? Activity.Current;
        using var work = Signals.Begin("request", received?.ParentId, ActivityKind.Server);
        try
        {
            await _run(context);
            Tell(work, context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked is gone: there is nobody to answer, and nothing failed.
            work.Done();
        }
    }

    // The template of the address, not the address: that may name people.
    private static void Tell(Work work, HttpContext context)
    {
        work.With("http.request.method", context.Request.Method)
            .With("http.route", (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText)
            .With("http.response.status_code", context.Response.StatusCode);
        if (context.Response.StatusCode < StatusCodes.Status500InternalServerError)
        {
            work.Done();
        }
    }
}
