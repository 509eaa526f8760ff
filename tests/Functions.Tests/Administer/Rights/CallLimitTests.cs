using System.Net;

namespace Evaluation.Functions.Tests.Administer.Rights;

/// <summary>How often one may call.</summary>
public sealed class CallLimitTests(RunningApp running)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_calls_too_often_waits_and_nobody_else_does()
    {
        await using var app = await running.StartPrivateAsync(
            new()
            {
                ["DOTNET_ENVIRONMENT"] = "Production",
                ["Security__BootstrapAdminKey"] = HostedPeople.AdminKey,
                ["RateLimit__PerMinute"] = "1",
                ["RateLimit__Burst"] = "2",
            },
            Cancellation);

        Assert.Equal(HttpStatusCode.OK, (await CallAsync(app.Http, HostedPeople.AdminKey)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await CallAsync(app.Http, HostedPeople.AdminKey)).StatusCode);
        using var refused = await CallAsync(app.Http, HostedPeople.AdminKey, "/API/Catalogue");
        var body = await refused.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        Assert.Contains("\"code\":\"rate.limited\"", body, StringComparison.Ordinal);

        // Unknown callers share what is theirs, whatever they send.
        Assert.Equal(HttpStatusCode.Unauthorized, (await CallAsync(app.Http, null)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await CallAsync(app.Http, "une autre", "/Api/ailleurs")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await CallAsync(app.Http, "une autre encore")).StatusCode);

        for (var i = 0; i < 5; i++)
        {
            using var health = await app.Http.GetAsync("/api/health/live", Cancellation);
            Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        }
    }

    [Fact]
    public async Task A_limit_that_is_left_empty_is_the_usual_one()
    {
        await using var app = await running.StartPrivateAsync(
            new() { ["RateLimit__PerMinute"] = "", ["RateLimit__Burst"] = "", ["Collect__TimeLimit"] = "", ["Notices__Smtp__Port"] = "" }, Cancellation);
        using var health = await app.Http.GetAsync("/api/health/live", Cancellation);

        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Theory]
    [InlineData("RateLimit__PerMinute", "0")]
    [InlineData("RateLimit__Burst", "beaucoup")]
    public async Task A_limit_that_is_none_stops_the_start(string setting, string value)
    {
        Assert.Contains(
            setting, await running.FailToStartAsync(new() { [setting] = value }, Cancellation), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> CallAsync(HttpClient http, string? key, string address = "/api/catalogue")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (key is not null)
        {
            request.Headers.Add("X-Api-Key", key);
        }

        return await http.SendAsync(request, Cancellation);
    }
}
