using System.Globalization;
using Evaluation.Functions.Tests.Operate.Notices;
using Evaluation.Local;

namespace Evaluation.Functions.Tests.Report;

/// <summary>Which reports the daily timer asks for, on a process whose clock is moved.</summary>
public sealed class DueReportsTests(NoticeStorage storage) : IClassFixture<NoticeStorage>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_report_is_asked_for_once_from_the_day_on_which_it_falls_due_and_a_missed_one_is_caught_up()
    {
        await using var app = await storage.StartAsync("2026-05-31T05:00:00Z");
        var service = await GivenService.DeclareAsync(app.Http);
        foreach (var year in new[] { 2023, 2024, 2025 })
        {
            await service.FillAsync(year);
        }

        Assert.Equal(
            [
                "ads annual 2023", "ads annual 2024", "ads annualStatement 2024", "ads annualStatement 2025", "ads monthly 2026-03",
                "ads monthly 2026-04", "ads quarterly 2025-Q4", "ads quarterly 2026-Q1", "_ budgetDebate 2023", "_ budgetDebate 2024",
            ],
            await NewAsync(app, service, "2026-05-31T06:00:00Z"));
        Assert.Empty(await NewAsync(app, service, "2026-05-31T06:30:00Z"));
        Assert.Equal(
            ["ads annual 2025", "ads annualStatement 2025 (Rien n’a changé depuis la version 1.)", "ads multiYear 2025"],
            await NewAsync(app, service, "2026-06-01T05:00:00Z"));
        Assert.Empty(await NewAsync(app, service, "2026-06-10T05:00:00Z"));
        Assert.Equal(["ads monthly 2026-05"], await NewAsync(app, service, "2026-06-11T05:00:00Z"));
        Assert.Equal(["ads quarterly 2026-Q2", "ads monthly 2026-06"], (await NewAsync(app, service, "2026-07-21T05:00:00Z")).Order(StringComparer.Ordinal).Reverse());
        Assert.Equal(
            ["_ budgetDebate 2025", "ads monthly 2026-07", "ads monthly 2026-08"],
            (await NewAsync(app, service, "2026-10-01T05:00:00Z")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_rests_on_years_and_has_not_changed_is_not_published_again_on_another_day()
    {
        await using var app = await storage.StartAsync("2026-10-02T06:00:00Z");
        var service = await GivenService.DeclareAsync(app.Http);
        foreach (var year in new[] { 2023, 2024, 2025 })
        {
            await service.FillAsync(year);
        }

        foreach (var (day, outcome) in new[] { (2, "Version 1 publiée."), (5, "Rien n’a changé depuis la version 1.") })
        {
            await MoveAsync(app, $"2026-10-{day:D2}T07:00:00Z");
            foreach (var (kind, period) in new[]
            {
                ("annual", "2025"), ("annualStatement", "2025"), ("multiYear", "2025"), ("budgetDebate", "2025"), ("monthly", "2026-08"), ("quarterly", "2026-Q2"),
                ("monthly", "2025-12"),
            })
            {
                Assert.Equal((kind, outcome), (kind, await PublishAsync(app, service, kind, period)));
            }
        }

        var late = await app.Http.GetStringAsync($"{service.Address}/reports/monthly/2026-08/v1/report.csv", Cancellation);
        Assert.Contains("Retards", await app.Http.GetStringAsync($"{service.Address}/reports/monthly/2026-08/v1/report.json", Cancellation), StringComparison.Ordinal);
        Assert.Contains("au 2\u00A0octobre 2026", late, StringComparison.Ordinal);
        foreach (var (act, body) in new[] { ("validation", """{"function":"directrice"}"""), ("transmission", "{}") })
        {
            using var answer = await app.Http.PostAsync(
                $"{service.Address}/reports/annual/2025/v1/{act}", new StringContent(body, System.Text.Encoding.UTF8, "application/json"), Cancellation);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
        }

        foreach (var (day, outcome) in new[] { (6, "3\u00A0fiches publiées."), (9, "Rien n’a changé\u00A0: 3\u00A0fiches restent telles quelles.") })
        {
            await MoveAsync(app, $"2026-10-{day:D2}T07:00:00Z");
            Assert.Equal(outcome, await PublishAsync(app, service, "memberStatement"));
        }
    }

    [Fact]
    public async Task An_action_that_becomes_late_makes_the_next_version_of_the_budget_debate_once()
    {
        await using var app = await storage.StartAsync("2026-10-02T06:00:00Z");
        var service = await GivenService.DeclareAsync(app.Http);
        await service.FillAsync(2025);
        await PublishAsync(app, service, "annual");
        await service.PutAsync(
            $"{service.Address}/decisions/2025",
            """
            { "decision": "continue", "reasons": "Le service rend ce que l’on attend de lui.", "departsBecause": "Les élus l’ont souhaité.",
              "effectiveOn": "2026-10-02", "correctedBecause": null, "actions": [
                { "label": "Revoir la clé.", "owner": "finances", "dueOn": "2026-10-04", "state": "inProgress" } ] }
            """);

        foreach (var (day, outcome) in new[]
        {
            (2, "Version 1 publiée."), (4, "Rien n’a changé depuis la version 1."), (5, "Version 2 publiée."), (6, "Rien n’a changé depuis la version 2."),
        })
        {
            await MoveAsync(app, $"2026-10-{day:D2}T07:00:00Z");
            Assert.Equal((day, outcome), (day, await PublishAsync(app, service, "budgetDebate")));
        }
    }

    private static async Task<string?> PublishAsync(FunctionsApp app, GivenService service, string kind, string period = "2025")
    {
        var reports = kind is "budgetDebate" or "memberStatement" ? service.Community : service.Address;
        using var answer = await app.Http.PostAsJsonAsync($"{reports}/reports", new { kind, period }, Cancellation);
        var operation = answer.Headers.Location!.OriginalString.Split('/')[^1];
        Assert.True((await app.Host.DeliverAsync("BuildReport", operation, 1, Cancellation)).Succeeded);
        return (await GetAsync(service, operation)).GetProperty("outcome").GetString();
    }

    private static Task<System.Text.Json.JsonElement> GetAsync(GivenService service, string operation) => service.GetAsync($"/api/operations/{operation}");

    private static Task MoveAsync(FunctionsApp app, string to) =>
        app.Host.MoveClockAsync(DateTimeOffset.Parse(to, CultureInfo.InvariantCulture), runs: false, Cancellation);

    // What the timer asks for that nobody asked for before; all of it is then built.
    private static async Task<string[]> NewAsync(FunctionsApp app, GivenService service, string at)
    {
        await MoveAsync(app, at);
        var fired = await app.Host.RunTimerAsync("ReviewOnSchedule", Cancellation);
        Assert.True(fired.Succeeded, fired.Error);
        var pending = (await service.GetAsync("/api/runs?job=report&state=pending&limit=200")).GetProperty("runs").EnumerateArray()
            .Select(r => r.GetProperty("operationId").GetString()!)
            .Where(id => id.StartsWith($"report~{service.Siren}~", StringComparison.Ordinal))
            .ToList();
        var made = new List<string>();
        foreach (var operation in pending)
        {
            var built = await app.Host.DeliverAsync("BuildReport", operation, 1, Cancellation);
            Assert.True(built.Succeeded, built.Error);
            var (parts, outcome) = (operation.Split('~'), (await GetAsync(service, operation)).GetProperty("outcome").GetString());
            made.Add($"{parts[2]} {parts[3]} {parts[4]}{(outcome == "Version 1 publiée." ? "" : $" ({outcome})")}");
        }

        return
        [
            .. made
                .OrderBy(p => p.StartsWith('_')).ThenBy(p => p, StringComparer.Ordinal),
        ];
    }
}
