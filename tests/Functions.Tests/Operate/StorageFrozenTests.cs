using System.Net;
using System.Text.Json;
using Evaluation.Functions.Store;
using Evaluation.Functions.Tests.Soak;
using StorageFault = Evaluation.Functions.Tests.Soak.StorageFault;

namespace Evaluation.Functions.Tests.Operate;

/// <summary>Storage that takes requests and never answers, or answers that it may not: whoever asks is not left waiting.</summary>
public sealed class StorageFrozenTests(RunningApp running)
{
    // What the way there and back leaves of the two seconds that are promised.
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(2);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Readiness_says_within_its_time_that_storage_hangs_and_reading_pages_within_theirs()
    {
        await using var storage = await FaultyStorage.StartAsync(running.Storage, seed: 1, faultsPerThousand: 0, Cancellation);
        await using var app = await running.StartPrivateAsync(
            new() { ["AzureWebJobsStorage"] = storage.ConnectionString }, Cancellation);
        using (var ready = await app.Http.GetAsync("/api/health/ready", Cancellation))
        {
            Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        }

        storage.IsFrozen = true;
        var told = await ReasonAsync(app.Http, Cancellation);
        Assert.Contains("tables : pas de réponse en 1,5 seconde", told, StringComparison.Ordinal);
        Assert.Contains("blobs : pas de réponse en 1,5 seconde", told, StringComparison.Ordinal);

        foreach (var address in new[] { "/portal", "/portal/poison", "/api/health/jobs" })
        {
            using var answer = await app.Http.GetAsync(address, Cancellation);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(30), answer.Headers.RetryAfter?.Delta);
            var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
            Assert.Contains("le stockage ne répond pas", text, StringComparison.Ordinal);
        }

        storage.IsFrozen = false;
        storage.Rule = _ => StorageFault.Busy;
        Assert.Contains("réponse 503 ServerBusy", await ReasonAsync(app.Http, Cancellation), StringComparison.Ordinal);

        storage.Rule = _ => StorageFault.CutBefore;
        Assert.Contains("connexion impossible", await ReasonAsync(app.Http, Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_probe_of_readiness_waits_for_no_storage_beyond_the_two_seconds_that_are_promised()
    {
        await using var storage = await FaultyStorage.StartAsync(running.Storage, seed: 1, faultsPerThousand: 0, Cancellation);
        storage.IsFrozen = true;
        var clock = new LimitClock();
        var reach = new StorageReach(
            StorageConnection.From(new ConfigurationBuilder().AddInMemoryCollection(
                new Dictionary<string, string?>(StringComparer.Ordinal) { ["AzureWebJobsStorage"] = storage.ConnectionString }).Build()),
            clock);

        var probing = reach.FaultsAsync(Cancellation);
        Assert.False(probing.IsCompleted);
        Assert.InRange(Assert.Single(clock.Limits), TimeSpan.FromMilliseconds(1), Promised - TimeSpan.FromMilliseconds(1));
        clock.Elapse();

        Assert.Equal(
            ["blobs", "files d’attente", "tables"],
            (await probing).Select(f => f.Words.Split(" : pas de réponse", StringSplitOptions.None)[0]).Order(StringComparer.Ordinal));
    }

    private static async Task<string> ReasonAsync(HttpClient http, CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync("/api/health/ready", cancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        Assert.Equal("storage.unavailable", problem.GetProperty("code").GetString());
        return problem.GetProperty("detail").GetString()!.Replace('\u00A0', ' ');
    }

    // Tells the limits that it is asked for; they pass when the test says so.
    private sealed class LimitClock : TimeProvider
    {
        private readonly List<(TimeSpan Limit, Action Pass)> _asked = [];

        public IEnumerable<TimeSpan> Limits => _asked.Select(a => a.Limit);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _asked.Add((dueTime, () => callback(state)));
            return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public void Elapse() => _asked.ForEach(a => a.Pass());
    }
}
