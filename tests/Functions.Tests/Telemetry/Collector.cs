using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Evaluation.Functions.Tests.Telemetry;

/// <summary>A collector on a loopback port that takes OTLP over HTTP, as protobuf, and what goes to Azure Monitor.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _site;
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _received = new();
    private readonly ConcurrentQueue<JsonElement> _monitored = new();

    private Collector(WebApplication site) => _site = site;

    public string Address => _site.Urls.Single();

    /// <summary>How often something came.</summary>
    public int Received => _received.Count;

    /// <summary>What came for Azure Monitor, item by item.</summary>
    public IReadOnlyCollection<JsonElement> Monitored => _monitored;

    /// <summary>All that came, as one text.</summary>
    public string Text => string.Concat(_received.Select(received => Encoding.UTF8.GetString(received.Body)));

    /// <summary>The spans that came.</summary>
    public IReadOnlyList<ToldSpan> Spans =>
        [.. Records("/v1/traces").Select(span => new ToldSpan(
            span.Hex(1), span.Hex(2), span.Hex(4), span.Text(5), Attributes(span, 9)))];

    /// <summary>The points of a metric that came, each last one of its attributes.</summary>
    public IReadOnlyDictionary<string, double> Points(string metric)
    {
        var points = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var told in Records("/v1/metrics").Where(told => told.Text(1) == metric))
        {
            foreach (var point in told.Messages(5).Concat(told.Messages(7)).SelectMany(kind => kind.Messages(1)))
            {
                points[Key(Attributes(point, 7))] = point.Has(6) ? point.Number(6) : BitConverter.Int64BitsToDouble(point.Number(4));
            }

            foreach (var point in told.Messages(9).SelectMany(kind => kind.Messages(1)))
            {
                points[Key(Attributes(point, 9))] = point.Number(4);
            }
        }

        return points;
    }

    public static async Task<Collector> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = new Collector(builder.Build());
        collector._site.MapPost("/v1/{kind}", async (HttpContext context) =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            collector._received.Enqueue((context.Request.Path.Value!, body.ToArray()));
            context.Response.ContentType = "application/x-protobuf";
        });
        collector._site.MapPost("/v2.1/track", async (HttpContext context) =>
        {
            await using Stream body = context.Request.Headers.ContentEncoding == "gzip"
                ? new GZipStream(context.Request.Body, CompressionMode.Decompress)
                : context.Request.Body;
            using var lines = new StreamReader(body);
            var items = 0;
            for (; await lines.ReadLineAsync(context.RequestAborted) is { } line; items++)
            {
                collector._monitored.Enqueue(JsonElement.Parse(line));
            }

            return Results.Json(new { itemsReceived = items, itemsAccepted = items, errors = Array.Empty<object>() });
        });
        await collector._site.StartAsync(cancellationToken);
        return collector;
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    // Of a resource (1) its scopes (2), of each what it told (2).
    private IEnumerable<ProtobufMessage> Records(string path) => _received
        .Where(received => received.Path == path)
        .SelectMany(received => new ProtobufMessage(received.Body).Messages(1))
        .SelectMany(resource => resource.Messages(2))
        .SelectMany(scope => scope.Messages(2));

    private static Dictionary<string, string> Attributes(ProtobufMessage of, int field) =>
        of.Messages(field).ToDictionary(pair => pair.Text(1), pair => pair.Messages(2).Select(Value).Single());

    private static string Value(ProtobufMessage value) => value.Has(1) ? value.Text(1)
        : value.Has(2) ? (value.Number(2) == 1 ? "true" : "false")
        : FormattableString.Invariant($"{value.Number(3)}");

    private static string Key(Dictionary<string, string> attributes) =>
        string.Join(' ', attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));
}

/// <summary>A span as it was told.</summary>
internal sealed record ToldSpan(string Trace, string Id, string Parent, string Name, IReadOnlyDictionary<string, string> Attributes);
