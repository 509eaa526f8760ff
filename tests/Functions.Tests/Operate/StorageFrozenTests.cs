using System.Net;
using System.Text.Json;
using Evaluation.Functions.Tests.Soak;

namespace Evaluation.Functions.Tests.Operate;

/// <summary>Storage that takes requests and never answers, or answers that it may not: whoever asks is not left waiting.</summary>
public sealed class StorageFrozenTests(RunningApp running)
{
    // Two seconds are promised; the clients of storage would try for minutes.
    private static readonly TimeSpan WellBeforeTheirRetriesEnd = TimeSpan.FromSeconds(10);

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
        using (var soon = CancellationTokenSource.CreateLinkedTokenSource(Cancellation))
        {
            soon.CancelAfter(WellBeforeTheirRetriesEnd);
            var told = await ReasonAsync(app.Http, soon.Token);
            Assert.Contains("tables : pas de réponse en 1,5 seconde", told, StringComparison.Ordinal);
            Assert.Contains("blobs : pas de réponse en 1,5 seconde", told, StringComparison.Ordinal);
        }

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

    private static async Task<string> ReasonAsync(HttpClient http, CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync("/api/health/ready", cancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        Assert.Equal("storage.unavailable", problem.GetProperty("code").GetString());
        return problem.GetProperty("detail").GetString()!.Replace('\u00A0', ' ');
    }
}
