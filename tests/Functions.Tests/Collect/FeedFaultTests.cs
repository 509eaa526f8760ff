using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Text;
using Evaluation.Core.Mutualisations;
using Evaluation.Functions.Collect;
using Evaluation.Functions.Hosting;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Tests.Collect;

/// <summary>What feeds do wrong, one request after the other, and what is made of it.</summary>
public sealed class FeedFaultTests
{
    private const string Secret = "jeton-tres-secret-8461";
    private const string Json = """{"source":"essai","values":[]}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("connects and says nothing")]
    [InlineData("sends headers and no body")]
    [InlineData("drips one byte at a time")]
    public async Task A_feed_that_does_not_come_to_an_end_is_cut(string fault)
    {
        var limits = Limits with { Time = TimeSpan.FromMilliseconds(300) };
        var clock = new LimitClock(limits.Time);
        await using var feed = await RunningFeed.StartAsync(async (context, _) =>
        {
            var gone = context.RequestAborted;
            var runOut = clock.Begun();
            context.Response.ContentType = "application/json";
            if (fault != "connects and says nothing")
            {
                await context.Response.StartAsync(gone);
                await context.Response.Body.FlushAsync(gone);
            }

            for (var bytes = 1; fault == "drips one byte at a time" && bytes < 4; bytes++)
            {
                await context.Response.Body.WriteAsync(" "u8.ToArray(), gone);
                await context.Response.Body.FlushAsync(gone);
            }

            // The request is there, however long it took: now the time it began with is up.
            runOut();
            await Task.Delay(Timeout.Infinite, gone).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
        using var puller = new Puller(limits, clock: clock);

        var failure = await puller.FailAsync(feed.Address);

        Assert.True(failure.IsPassing);
        Assert.Contains("0,3", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1 + FeedLimits.Retries, feed.Requests);
    }

    [Fact]
    public async Task A_feed_without_end_is_cut_at_ten_megabytes()
    {
        await using var feed = await RunningFeed.StartAsync(async (context, _) =>
        {
            context.Response.ContentType = "application/json";
            var chunk = new byte[64 * 1024];
            chunk.AsSpan().Fill((byte)' ');
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
            }
        });

        await SaysAsync("10 Mo", feed, requests: 1);
    }

    [Fact]
    public async Task A_few_compressed_bytes_that_become_a_flood_are_cut()
    {
        using var bomb = new MemoryStream();
        await using (var gzip = new GZipStream(bomb, CompressionLevel.Optimal, leaveOpen: true))
        {
            await gzip.WriteAsync(new byte[64 * 1024 * 1024], Cancellation);
        }

        Assert.True(bomb.Length < 200_000);
        await using var feed = await RunningFeed.StartAsync(Compressed(bomb.ToArray()));

        await SaysAsync("décompression comprise", feed, requests: 1);
    }

    [Fact]
    public async Task What_is_compressed_is_read_and_what_does_not_decompress_is_said_so()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(Json), Cancellation);
        }

        await using var right = await RunningFeed.StartAsync(Compressed(packed.ToArray()));
        await using var wrong = await RunningFeed.StartAsync(Compressed(Encoding.UTF8.GetBytes(Json)));
        using var puller = new Puller(Limits);

        Assert.Equal(Json, (await puller.FetchAsync(right.Address)).Body!.ToString());
        await SaysAsync("ne se décompresse pas", wrong, requests: 1);
    }

    [Theory]
    [InlineData("text/html", "<html>Connexion</html>")]
    [InlineData("text/plain", "\r\n <!DOCTYPE html><html>Connexion</html>")]
    [InlineData("application/json", "\uFEFF<html>Connexion</html>")]
    [InlineData("application/pdf", "%PDF-1.7")]
    public async Task A_page_is_told_from_a_document_whatever_it_is_announced_as(string type, string body)
    {
        await using var feed = await RunningFeed.StartAsync(Results.Bytes(Encoding.UTF8.GetBytes(body), type));

        await SaysAsync("page de connexion", feed, requests: 1);
    }

    [Theory]
    [InlineData(408, 3)]
    [InlineData(429, 3)]
    [InlineData(500, 3)]
    [InlineData(503, 3)]
    [InlineData(401, 1)]
    [InlineData(404, 1)]
    [InlineData(204, 1)]
    public async Task Only_what_may_pass_is_tried_again(int status, int requests)
    {
        await using var feed = await RunningFeed.StartAsync(Results.StatusCode(status));

        await SaysAsync($"répondu {status}", feed, requests);
    }

    [Fact]
    public async Task What_passed_is_as_if_it_had_not_been()
    {
        await using var feed = await RunningFeed.StartAsync((context, request) =>
            (request < 3 ? Results.StatusCode(503) : Results.Text(Json, "application/json")).ExecuteAsync(context));
        using var puller = new Puller(Limits);

        Assert.Equal(Json, (await puller.FetchAsync(feed.Address)).Body!.ToString());
        Assert.Equal(3, feed.Requests);
    }

    [Theory]
    [InlineData("120")]
    [InlineData("Wed, 21 Oct 2026 07:30:00 GMT")]
    public async Task A_feed_that_asks_to_be_left_alone_for_long_is_left_alone(string wait)
    {
        await using var feed = await RunningFeed.StartAsync((context, _) =>
        {
            context.Response.Headers.RetryAfter = wait;
            context.Response.Headers.Date = "Wed, 21 Oct 2026 07:28:00 GMT";
            return Results.StatusCode(429).ExecuteAsync(context);
        });

        var failure = await SaysAsync("429", feed, requests: 1);

        Assert.Equal(TimeSpan.FromMinutes(2), failure.RetryAfter);
    }

    [Fact]
    public async Task A_feed_that_is_down_is_said_so()
    {
        var closed = $"http://127.0.0.1:{Evaluation.Local.FreePorts.Take(1)[0]}/";
        using var puller = new Puller(Limits);

        var failure = await puller.FailAsync(closed);

        Assert.True(failure.IsPassing);
        Assert.Contains("ne répond pas", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_redirects_are_followed_and_a_fourth_is_not()
    {
        await using var feed = await RunningFeed.StartAsync((context, request) =>
            (request <= 3 ? Results.Redirect($"/step-{request}") : Results.Text(Json, "application/json")).ExecuteAsync(context));
        await using var loop = await RunningFeed.StartAsync(Results.Redirect("/feed"));
        using var puller = new Puller(Limits);

        Assert.Equal(Json, (await puller.FetchAsync(feed.Address)).Body!.ToString());
        await SaysAsync("sans fin", loop, requests: 4);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("https://10.0.0.1/")]
    [InlineData("https://autre.exemple.fr/")]
    [InlineData("http://donnees.exemple.fr/")]
    [InlineData("file:///etc/passwd")]
    public async Task A_redirect_leads_nowhere_that_could_not_be_declared(string target)
    {
        await using var feed = await RunningFeed.StartAsync((context, _) =>
        {
            context.Response.Headers.Location = target;
            return Results.StatusCode(302).ExecuteAsync(context);
        });

        await SaysAsync("pas autorisée", feed, requests: 1);
    }

    [Fact]
    public async Task A_name_that_leads_to_the_inside_of_the_network_is_refused_after_resolution()
    {
        using var puller = new Puller(Limits, name => name == "donnees.exemple.fr" ? [IPAddress.Parse("10.1.2.3")] : []);

        var failure = await puller.FailAsync("https://donnees.exemple.fr/feed");

        Assert.Contains("adresse privée", failure.Message, StringComparison.Ordinal);
        Assert.False(failure.IsPassing);
    }

    [Fact]
    public async Task The_secret_goes_to_the_declared_server_and_to_no_other()
    {
        await using var other = await RunningFeed.StartAsync(Results.Text(Json, "application/json"));
        await using var feed = await RunningFeed.StartAsync(Results.Redirect(other.Address));
        using var puller = new Puller(Limits);

        await puller.FetchAsync(feed.Address, new FeedAuthentication("X-Api-Key", "essai"));

        Assert.Equal(Secret, Assert.Single(feed.Headers)["X-Api-Key"]);
        Assert.DoesNotContain("X-Api-Key", Assert.Single(other.Headers).Keys);
    }

    [Fact]
    public async Task A_secret_that_is_not_set_is_a_permanent_failure_and_nothing_is_sent()
    {
        await using var feed = await RunningFeed.StartAsync(Results.Text(Json, "application/json"));
        using var puller = new Puller(Limits);

        var failure = await puller.FailAsync(feed.Address, new FeedAuthentication("Authorization", "autre"));

        Assert.True(failure.IsPermanent);
        Assert.Contains("Collect__Secrets__autre", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, feed.Requests);
    }

    [Fact]
    public async Task A_feed_that_has_nothing_new_is_asked_with_what_it_said_before()
    {
        var modified = new DateTimeOffset(2026, 6, 15, 8, 0, 0, TimeSpan.Zero);
        await using var feed = await RunningFeed.StartAsync((context, request) =>
        {
            context.Response.Headers.ETag = "W/\"v7\"";
            context.Response.GetTypedHeaders().LastModified = modified;
            return (request == 1 ? Results.Text(Json, "application/json") : Results.StatusCode(304)).ExecuteAsync(context);
        });
        using var puller = new Puller(Limits);

        var first = await puller.FetchAsync(feed.Address);
        var second = await puller.FetchAsync(feed.Address, known: new FeedMark("", "", first.EntityTag, first.LastModified));

        Assert.Null(second.Body);
        Assert.Equal("W/\"v7\"", feed.Headers[1]["If-None-Match"]);
        Assert.Equal("Mon, 15 Jun 2026 08:00:00 GMT", feed.Headers[1]["If-Modified-Since"]);
    }

    private static FeedLimits Limits { get; } = new(TimeSpan.FromSeconds(30), TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(30));

    private static CompressedAnswer Compressed(byte[] bytes) => new CompressedAnswer(bytes);

    private static async Task<FeedException> SaysAsync(string words, RunningFeed feed, int requests)
    {
        using var puller = new Puller(Limits);
        var failure = await puller.FailAsync(feed.Address);
        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
        Assert.Equal(requests, feed.Requests);
        return failure;
    }

    private sealed class CompressedAnswer(byte[] bytes) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = "application/json";
            httpContext.Response.Headers.ContentEncoding = "gzip";
            await httpContext.Response.Body.WriteAsync(bytes, httpContext.RequestAborted);
        }
    }

    /// <summary>The real feed client, on a developer's machine, with one secret and one host on the list.</summary>
    private sealed class Puller : IDisposable
    {
        private readonly ServiceProvider _services;
        private readonly Feed _feed;

        public Puller(FeedLimits limits, Func<string, IPAddress[]>? names = null, TimeProvider? clock = null)
        {
            var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Collect:AllowedHosts"] = "donnees.exemple.fr",
                ["Collect:Secrets:essai"] = Secret,
            }).Build();
            _services = new ServiceCollection()
                .AddLogging()
                .AddSingleton<IConfiguration>(configuration)
                .AddSingleton(new LocalRun(IsIt: true))
                .AddSingleton(clock ?? TimeProvider.System)
                .AddFeeds(names is null ? null : (name, _) => Task.FromResult(names(name)))
                .AddSingleton(limits)
                .BuildServiceProvider();
            _feed = _services.GetRequiredService<Feed>();
        }

        public Task<FeedAnswer> FetchAsync(string address, FeedAuthentication? authentication = null, FeedMark? known = null) =>
            _feed.FetchAsync(
                new FeedSource(new Uri(address), FeedFormat.Json, 24, [], [], authentication, null, null), known, Cancellation);

        public async Task<FeedException> FailAsync(string address, FeedAuthentication? authentication = null)
        {
            var failure = await Assert.ThrowsAsync<FeedException>(() => FetchAsync(address, authentication));
            Assert.DoesNotContain(Secret, failure.ToString(), StringComparison.Ordinal);
            return failure;
        }

        public void Dispose() => _services.Dispose();
    }

    /// <summary>A clock on which a request has the time it takes until the test says that it is up; all else goes on.</summary>
    private sealed class LimitClock(TimeSpan limit) : TimeProvider
    {
        private readonly ConcurrentQueue<Limit> _limits = new();

        /// <summary>Ends the time that began before: what starts the time of a request again on its way is not cut.</summary>
        public Action Begun()
        {
            var begun = new List<Limit>();
            while (_limits.TryDequeue(out var one))
            {
                begun.Add(one);
            }

            return () => begun.ForEach(one => one.RunOut());
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime != limit)
            {
                return base.CreateTimer(callback, state, dueTime, period);
            }

            var running = new Limit(() => callback(state));
            _limits.Enqueue(running);
            return running;
        }
    }

    private sealed class Limit(Action end) : ITimer
    {
        private Action? _end = end;

        public void RunOut() => Interlocked.Exchange(ref _end, null)?.Invoke();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Dispose();
            return true;
        }

        public void Dispose() => Interlocked.Exchange(ref _end, null);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
