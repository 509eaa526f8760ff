using System.Globalization;
using System.Text;
using System.Text.Json;
using Evaluation.Functions.Tests.Operate.Notices;
using Evaluation.Local;

namespace Evaluation.Functions.Tests.Inform;

/// <summary>When the daily timer asks for the statements of members, on a process whose clock is moved.</summary>
public sealed class DueStatementsTests(NoticeStorage storage) : IClassFixture<NoticeStorage>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_are_made_the_morning_after_a_transmission_not_before_2_June_and_once_for_each_transmission()
    {
        await using var app = await storage.StartAsync("2026-05-20T05:00:00Z");
        var service = await GivenService.DeclareAsync(app.Http);
        await service.FillAsync(2025);
        await TransmitAsync(app, service, "v1");

        Assert.Empty(await MadeAsync(app, service, "2026-06-01T05:00:00Z"));
        Assert.Equal(["3\u00A0fiches publiées."], await MadeAsync(app, service, "2026-06-02T05:00:00Z"));
        Assert.Empty(await MadeAsync(app, service, "2026-06-03T05:00:00Z"));
        await service.PushedAsync(GivenService.Body("ADS-03 38057 2025-12 400"));
        Assert.Empty(await MadeAsync(app, service, "2026-06-20T05:00:00Z"));
        await TransmitAsync(app, service, "latest");
        Assert.Equal(["3\u00A0fiches publiées."], await MadeAsync(app, service, "2026-06-21T05:00:00Z"));
        Assert.Empty(await MadeAsync(app, service, "2026-10-01T05:00:00Z"));
    }

    private static async Task TransmitAsync(FunctionsApp app, GivenService service, string version)
    {
        await BuildAsync(app, service, (await PostAsync(app, $"{service.Address}/reports", """{"kind":"annual","period":"2025"}""")).GetProperty("operationId").GetString()!);
        var latest = version != "latest" ? version
            : (await service.GetAsync($"{service.Address}/reports")).GetProperty("reports").EnumerateArray()
                .Last(r => r.GetProperty("kind").GetString() == "annual").GetProperty("version").GetString();
        await PostAsync(app, $"{service.Address}/reports/annual/2025/{latest}/validation", """{"function":"directrice"}""");
        await PostAsync(app, $"{service.Address}/reports/annual/2025/{latest}/transmission", "{}");
    }

    // What came of the statements that the timer asks for and nobody asked for before; everything else it asks for is built too.
    private static async Task<string[]> MadeAsync(FunctionsApp app, GivenService service, string at)
    {
        await app.Host.MoveClockAsync(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture), runs: false, Cancellation);
        var fired = await app.Host.RunTimerAsync("ReviewOnSchedule", Cancellation);
        Assert.True(fired.Succeeded, fired.Error);
        var pending = (await service.GetAsync("/api/runs?job=report&state=pending&limit=200")).GetProperty("runs").EnumerateArray()
            .Select(r => r.GetProperty("operationId").GetString()!)
            .Where(id => id.StartsWith($"report~{service.Siren}~", StringComparison.Ordinal))
            .ToList();
        var made = new List<string>();
        foreach (var operation in pending)
        {
            await BuildAsync(app, service, operation);
            if (operation.Contains("~memberStatement~", StringComparison.Ordinal))
            {
                made.Add((await service.GetAsync($"/api/operations/{operation}")).GetProperty("outcome").GetString()!);
            }
        }

        return [.. made];
    }

    private static async Task BuildAsync(FunctionsApp app, GivenService service, string operation)
    {
        var built = await app.Host.DeliverAsync("BuildReport", operation, 1, Cancellation);
        Assert.True(built.Succeeded, $"{service.Siren} {operation}: {built.Error}");
    }

    private static async Task<JsonElement> PostAsync(FunctionsApp app, string address, string json)
    {
        using var answer = await app.Http.PostAsync(address, new StringContent(json, Encoding.UTF8, "application/json"), Cancellation);
        var body = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {body}");
        return JsonElement.Parse(Encoding.UTF8.GetBytes(body));
    }
}
