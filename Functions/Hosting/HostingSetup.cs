using Evaluation.Functions.Hosting.LocalTriggers;

namespace Evaluation.Functions.Hosting;

/// <summary>Everything that makes this program a custom handler of the Functions host.</summary>
internal static class HostingSetup
{
    // The host ends a handler at once; anywhere else what is under way may end.
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(5);

    /// <param name="builder">The app being built.</param>
    /// <param name="root">The folder of host.json and the function folders; that of the program when null.</param>
    public static void AddHosting(this WebApplicationBuilder builder, string? root = null)
    {
        builder.AddLogs();
        var listening = ListeningPoint.From(builder.Configuration);
        listening.Apply(builder.WebHost);
        var storage = StorageConnection.From(builder.Configuration);
        builder.Services
            .Configure<HostOptions>(options => options.ShutdownTimeout = StopLimit)
            .AddSingleton(Clock.From(builder.Configuration, builder.Environment))
            .AddSingleton(listening)
            .AddSingleton(storage)
            .AddSingleton(storage.OpenBlobs())
            .AddSingleton(storage.OpenQueues())
            .AddSingleton(new FunctionFolders(root ?? AppContext.BaseDirectory))
            .AddSingleton<FunctionTable>()
            .AddSingleton<FunctionCallers>()
            .AddSingleton<PoisonQueue>()
            .AddHostedService<FunctionTableCheck>();
        builder.AddLocalTriggers(listening);
    }

    /// <summary>First in the pipeline: functions are called before routing, sign-in or limits have a say.</summary>
    /// <returns>The addresses of its own, for what else they must bear.</returns>
    public static IEndpointConventionBuilder UseHosting(this WebApplication app)
    {
        app.UseMiddleware<InvocationScope>();
        app.UseMiddleware<FunctionInvoker>();

        // What the host asks until it gets an answer, and from time to time after that.
        var own = app.MapGroup("");
        own.MapGet("/", (HttpContext context) => context.Response.WriteAsync("ready", context.RequestAborted));
        own.MapClockMoves(app.Services);
        return own;
    }
}
