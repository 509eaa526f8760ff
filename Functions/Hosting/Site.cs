using System.Diagnostics;
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
        Activity.Current = context.Features.Get<IHttpActivityFeature>()?.Activity ?? Activity.Current;
        try
        {
            await _run(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked is gone: there is nobody to answer, and nothing failed.
        }
    }
}
