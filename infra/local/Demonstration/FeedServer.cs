using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Evaluation.Local.Demonstration;

/// <summary>
/// Plays the applications whose values are pulled: each service answers under its name, on loopback, with all that it
/// knows at the instant of the demonstration's clock.
/// </summary>
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

    /// <summary>Serves the feeds of services.</summary>
    /// <exception cref="LocalRunException">Another program took the port meanwhile, such as a demonstration started at the same time.</exception>
    public static async Task<FeedServer> StartAsync(
        Uri address, IEnumerable<DemonstrationService> services, SimulatedClock clock, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, address.Port));
        var server = builder.Build();
        foreach (var service in services)
        {
            var deliveries = Delivery.Of(service).ToList();
            server.MapGet($"/{service.Plan.Id}", async context =>
            {
                context.Response.ContentType = "application/json";
                await JsonSerializer.SerializeAsync(
                    context.Response.Body,
                    Known(deliveries, clock.Position),
                    LocalJson.Default.DemonstrationBatch,
                    context.RequestAborted);
            });
        }

        try
        {
            await server.StartAsync(cancellationToken);
            return new FeedServer(server);
        }
        catch (IOException e)
        {
            await server.DisposeAsync();
            throw new LocalRunException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Le port {address.Port} des flux de démonstration vient d’être pris, peut-être par une autre démonstration : relancez celle-ci."),
                e);
        }
    }

    private static DemonstrationBatch Known(List<Delivery> deliveries, DateTimeOffset now)
    {
        var known = deliveries.FindAll(delivery => delivery.At <= now);
        return known[^1].Batch with { Values = [.. known.SelectMany(delivery => delivery.Batch.Values)] };
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
