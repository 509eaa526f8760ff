using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Evaluation.Local.Demonstration;

/// <summary>Plays the applications whose values are pulled: each service answers under its name, on loopback.</summary>
internal sealed class FeedServer : IAsyncDisposable
{
    private const int UsualPort = 7072;

    private readonly WebApplication _server;

    private FeedServer(WebApplication server) => _server = server;

    /// <summary>
    /// Where feeds answer. The address is part of what is declared, so it stays the same from one run to the next
    /// as long as the usual port is free.
    /// </summary>
    /// <param name="appPort">The port of the app itself, which is about to be taken.</param>
    public static Uri ChooseAddress(int appPort)
    {
        var port = Enumerable.Range(UsualPort, 1_000).First(p => p != appPort && Prerequisites.IsFree(p));
        return new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"));
    }

    public static async Task<FeedServer> StartAsync(
        Uri address, IEnumerable<DemonstrationService> services, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, address.Port));
        var server = builder.Build();
        foreach (var service in services)
        {
            var feed = JsonSerializer.SerializeToUtf8Bytes(service.Feed, LocalJson.Default.DemonstrationBatch);
            server.MapGet($"/{service.Plan.Id}", async context =>
            {
                context.Response.ContentType = "application/json";
                await context.Response.Body.WriteAsync(feed, context.RequestAborted);
            });
        }

        await server.StartAsync(cancellationToken);
        return new FeedServer(server);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
