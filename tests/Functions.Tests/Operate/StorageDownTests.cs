using System.Net;
using System.Text;
using System.Text.Json;
using Evaluation.Local;

namespace Evaluation.Functions.Tests.Operate;

/// <summary>A storage account that stops answering is an error everywhere, never an empty result.</summary>
public sealed class StorageDownTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_says_that_storage_is_down_and_when_to_try_again()
    {
        var storage = await Azurite.StartAsync(null, Cancellation);
        await using var app = await RunningApp.StartOnAsync(storage, Cancellation);
        await storage.DisposeAsync();

        // All at once: each waits for the retries of its storage client.
        await Task.WhenAll(
            ApiSaysSoAsync(app.Http, HttpMethod.Get, "/api/communities"),
            ApiSaysSoAsync(app.Http, HttpMethod.Get, "/api/health/ready"),
            ApiSaysSoAsync(app.Http, HttpMethod.Get, "/api/operations/report~x"),
            ApiSaysSoAsync(app.Http, HttpMethod.Post, "/api/communities/200040715/mutualisations/ads/values"),
            PageSaysSoAsync(app.Http),
            TimerFailsAsync(app));
    }

    private static async Task ApiSaysSoAsync(HttpClient http, HttpMethod method, string address)
    {
        using var request = new HttpRequestMessage(method, address);
        if (method == HttpMethod.Post)
        {
            request.Content = new StringContent(GivenService.Body("ADS-01 38185 2025-03 1"), Encoding.UTF8, "application/json");
        }

        using var answer = await http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(30), answer.Headers.RetryAfter?.Delta);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal("storage.unavailable", problem.GetProperty("code").GetString());
    }

    private static async Task PageSaysSoAsync(HttpClient http)
    {
        using var answer = await http.GetAsync("/portal", Cancellation);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("Rien n’est perdu", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private static async Task TimerFailsAsync(FunctionsApp app)
    {
        var fired = await app.Host.RunTimerAsync("ReviewOnSchedule", Cancellation);

        Assert.False(fired.Succeeded);
    }
}
