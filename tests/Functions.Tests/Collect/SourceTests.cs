using System.Globalization;
using System.Net;
using System.Text.Json;
using Evaluation.Local;
using static Evaluation.Functions.Tests.GivenService;

namespace Evaluation.Functions.Tests.Collect;

/// <summary>A source over time: when it is due, what is remembered of it, when it is left alone.</summary>
public sealed class SourceTests(RunningApp running)
{
    private const string Secret = "jeton-tres-secret-9307";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_source_that_fails_is_tried_later_and_later_then_suspended_until_one_success()
    {
        var isUp = false;
        await using var feed = await RunningFeed.StartAsync((context, _) =>
            (isUp ? Results.Text(Body($"ADS-01 {Grenoble} 2025-03 42"), "application/json") : Results.StatusCode(404)).ExecuteAsync(context));
        await using var app = await StartAsync("2031-03-01T00:10:00Z");
        var service = await DeclareAsync(app.Http, feed.Address);
        var operation = await Pulling.DueAsync(app.Http, service);
        string[] tries = ["01:00:00", "01:05:01", "01:15:02", "01:35:03", "02:15:04"];

        foreach (var (index, time) in tries.Index())
        {
            await MoveAsync(app, $"2031-03-01T{time}Z");
            Assert.Equal(operation, await Pulling.DueAsync(app.Http, service));
            Assert.Equal("failed", StateOf(await Pulling.PullAsync(app, operation!)));
            Assert.Null(await Pulling.DueAsync(app.Http, service));
            var state = await service.GetAsync($"{service.Address}/source");
            Assert.Equal(index < 4 ? "failing" : "suspended", StateOf(state));
            Assert.Contains("404", state.GetProperty("lastError").GetString(), StringComparison.Ordinal);
        }

        isUp = true;
        await MoveAsync(app, "2031-03-01T03:10:00Z");
        Assert.Null(await Pulling.DueAsync(app.Http, service));
        await MoveAsync(app, "2031-03-01T03:15:06Z");
        Assert.Equal(operation, await Pulling.DueAsync(app.Http, service));
        Assert.Equal("succeeded", StateOf(await Pulling.PullAsync(app, operation!)));
        var healthy = await service.GetAsync($"{service.Address}/source");
        Assert.Equal("healthy", StateOf(healthy));
        Assert.Equal(0, healthy.GetProperty("failures").GetInt32());
        Assert.Equal("2031-03-02T00:00:00+00:00", healthy.GetProperty("nextTryAt").GetString());
    }

    [Fact]
    public async Task A_source_with_times_of_day_starts_with_the_first_that_comes_and_only_the_latest_missed_counts()
    {
        await using var feed = await RunningFeed.StartAsync(Results.Text(Body($"ADS-01 {Grenoble} 2025-03 42"), "application/json"));
        await using var app = await StartAsync("2031-03-29T05:00:00Z");
        var service = await DeclareAsync(app.Http);
        using var put = await service.PutSourceAsync($$"""{"address":"{{feed.Address}}","at":["06:30","05:30"]}""");
        Assert.True(put.IsSuccessStatusCode, await put.Content.ReadAsStringAsync(Cancellation));

        Assert.Null(await Pulling.DueAsync(app.Http, service));
        await MoveAsync(app, "2031-03-29T05:30:00Z");
        Assert.Equal($"collect~{service.Siren}~ads~20310329T0530", await Pulling.DueAsync(app.Http, service));
        await MoveAsync(app, "2031-04-02T12:00:00Z");
        Assert.Equal($"collect~{service.Siren}~ads~20310402T0430", await Pulling.DueAsync(app.Http, service));
        Assert.Equal($"collect~{service.Siren}~ads~20310402T0430", await Pulling.DueAsync(app.Http, service));
    }

    [Fact]
    public async Task What_a_feed_held_before_is_not_taken_in_twice_unless_the_declarations_changed()
    {
        await using var feed = await RunningFeed.StartAsync((context, _) =>
        {
            if (context.Request.Headers.IfNoneMatch == "\"v1\"")
            {
                return Results.StatusCode(304).ExecuteAsync(context);
            }

            context.Response.Headers.ETag = "\"v1\"";
            return Results.Text(Body($"ADS-01 {Grenoble} 2025-03 42"), "application/json").ExecuteAsync(context);
        });
        await using var app = await StartAsync("2031-03-01T01:00:00Z");
        var service = await DeclareAsync(app.Http, feed.Address);

        Assert.Contains("1\u00A0créée", Outcome(await Pulling.CollectAsync(app, service)), StringComparison.Ordinal);
        await MoveAsync(app, "2031-03-02T01:00:00Z");
        Assert.Contains("Rien de nouveau", Outcome(await Pulling.CollectAsync(app, service)), StringComparison.Ordinal);
        Assert.Equal(1, (await service.GetAsync($"{service.Address}/submissions")).GetProperty("submissions").GetArrayLength());

        await service.PutAsync(
            service.Address, MutualisationDocument(feed.Address).Replace("autorisations", "demandes", StringComparison.Ordinal));
        await MoveAsync(app, "2031-03-03T01:00:00Z");
        Assert.Contains("1\u00A0inchangée", Outcome(await Pulling.CollectAsync(app, service)), StringComparison.Ordinal);
        Assert.Equal(["", "\"v1\"", ""], feed.Headers.Select(h => h.GetValueOrDefault("If-None-Match", "")));
    }

    [Fact]
    public async Task A_secret_reaches_the_feed_and_nothing_else_and_a_person_may_pull_at_once()
    {
        await using var feed = await RunningFeed.StartAsync((context, _) =>
            (context.Request.Headers.Authorization == Secret ? Results.StatusCode(401) : Results.StatusCode(500)).ExecuteAsync(context));
        await using var app = await StartAsync("2031-03-01T01:00:00Z");
        var service = await DeclareAsync(app.Http);
        using var put = await service.PutSourceAsync(Authenticated(feed.Address));
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);

        using var asked = await app.Http.PostAsync($"{service.Address}/source/collection", null, Cancellation);
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        var operation = (await asked.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("operationId").GetString()!;
        var pulled = await Pulling.PullAsync(app, operation);

        Assert.Contains("401", Outcome(pulled), StringComparison.Ordinal);
        var state = await service.GetAsync($"{service.Address}/source");
        Assert.True(state.GetProperty("authenticated").GetBoolean());
        var page = await app.Http.GetStringAsync($"/portal/communities/{service.Siren}/mutualisations/ads", Cancellation);
        Assert.Contains("Dernier échec", page, StringComparison.Ordinal);
        Assert.Contains("Aucun pour le moment.", page, StringComparison.Ordinal);
        Assert.Contains("en échec, 1\u00A0essai de suite", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("Le service (direction de l’urbanisme) corrige la source", page, StringComparison.Ordinal);
        Assert.All(
            [pulled.ToString(), state.ToString(), page, (await service.GetAsync(service.Address)).ToString(), .. app.Output, .. app.Errors],
            text => Assert.DoesNotContain(Secret, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_source_whose_secret_is_not_set_is_refused_and_one_that_lost_it_is_put_aside_with_its_cause()
    {
        await using var feed = await RunningFeed.StartAsync(Results.Text(Body($"ADS-01 {Grenoble} 2025-03 42"), "application/json"));
        await using var app = await StartAsync("2031-03-01T01:00:00Z");
        var service = await DeclareAsync(app.Http);
        using var put = await service.PutSourceAsync(Authenticated(feed.Address));
        using var unknown = await service.PutSourceAsync(Authenticated(feed.Address).Replace("\"essai\"", "\"autre\"", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
        Assert.Contains("source.secretUnknown", await unknown.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);

        // The shared process has no such setting.
        var operation = (await Pulling.DueAsync(app.Http, service))!;
        Assert.Equal("failed", StateOf(await Pulling.PullAsync(running.App, operation)));
        Assert.Equal(0, feed.Requests);

        var poison = await app.Http.GetFromJsonAsync<JsonElement>("/api/poison?state=waiting", Cancellation);
        var message = poison.GetProperty("messages").EnumerateArray()
            .Single(m => m.TryGetProperty("operationId", out var id) && id.GetString() == operation);
        Assert.Contains("Collect__Secrets__essai", message.GetProperty("cause").GetString(), StringComparison.Ordinal);
        var address = $"/api/poison/{message.GetProperty("id").GetString()}";
        using var replayed = await app.Http.PostAsync($"{address}/replay", null, Cancellation);
        Assert.Equal(HttpStatusCode.Accepted, replayed.StatusCode);
        using var again = await app.Http.PostAsync($"{address}/replay", null, Cancellation);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal("succeeded", StateOf(await Pulling.PullAsync(app, operation)));
    }

    private static string Authenticated(string address) =>
        $$$"""{"address":"{{{address}}}","authentication":{"header":"Authorization","secret":"essai"}}""";

    private Task<FunctionsApp> StartAsync(string clock) => running.StartPrivateAsync(
        new() { ["Clock__Start"] = clock, ["Collect__RetryDelay"] = "00:00:00.001", ["Collect__Secrets__essai"] = Secret }, Cancellation);

    private static Task MoveAsync(FunctionsApp app, string instant) =>
        app.Host.MoveClockAsync(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), runs: false, Cancellation);

    private static string StateOf(JsonElement element) => element.GetProperty("state").GetString()!;

    private static string Outcome(JsonElement operation) => operation.GetProperty("outcome").GetString()!;
}
