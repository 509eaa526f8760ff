using System.Collections.Concurrent;

namespace Evaluation.Functions.Tests.Collect;

/// <summary>A service's own web server: it answers under any address and notes what it was asked.</summary>
internal sealed class RunningFeed(WebApplication app) : IAsyncDisposable
{
    private readonly ConcurrentQueue<Dictionary<string, string>> _headers = new();

    public string Address => $"{app.Urls.First()}/feed";

    public int Requests => _headers.Count;

    /// <summary>The headers of each request, in order.</summary>
    public IReadOnlyList<Dictionary<string, string>> Headers => [.. _headers];

    /// <summary>A feed that always answers the same.</summary>
    public static Task<RunningFeed> StartAsync(IResult answer) => StartAsync((context, _) => answer.ExecuteAsync(context));

    /// <summary>A feed that answers as it is told, request after request (the first is 1).</summary>
    public static async Task<RunningFeed> StartAsync(Func<HttpContext, int, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MinResponseDataRate = null);
        var app = builder.Build();
        var feed = new RunningFeed(app);
        app.MapFallback("{*path}", (HttpContext context) =>
        {
            feed._headers.Enqueue(context.Request.Headers.ToDictionary(
                header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase));
            return answer(context, feed._headers.Count);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return feed;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
