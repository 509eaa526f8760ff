using System.Net;
using System.Text;
using System.Text.Json;

namespace Evaluation.Functions.Tests.Evaluate;

/// <summary>An idea is not evaluated, and one fact has one source.</summary>
public sealed class IdeaTests(RunningApp running)
{
    private const string Exploration = """[{"status":"exploration","on":"2024-03-01"}]""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_service_in_exploration_has_no_evaluation_no_report_and_no_review()
    {
        var service = await LivingAsync(Exploration);

        using var evaluation = await running.Http.GetAsync($"{service.Address}/evaluation?period=2025", Cancellation);
        using var report = await AskAsync(service);
        var review = await running.App.Host.RunTimerAsync("ReviewOnSchedule", Cancellation);
        using var operation = await running.Http.GetAsync($"/api/operations/report~{service.Siren}~ads~annual~2025~2026", Cancellation);

        using var allocation = await running.Http.GetAsync($"{service.Address}/allocation?year=2025", Cancellation);

        await RefusedAsync(evaluation);
        await RefusedAsync(allocation);
        await RefusedAsync(report);
        Assert.True(review.Succeeded);
        Assert.Equal(HttpStatusCode.NotFound, operation.StatusCode);
        Assert.Equal(0, (await service.GetAsync($"{service.Address}/reports")).GetProperty("reports").GetArrayLength());
    }

    [Fact]
    public async Task What_the_offer_still_explores_has_no_evaluation_and_no_report_even_with_a_convention()
    {
        var service = await GivenService.DeclareAsync(running.Http);
        await service.FillAsync(2025);
        await service.PutAsync(
            service.Address, $$"""{{GivenService.MutualisationDocument()[..^1]}},"offerStatus":"exploratoire"}""");

        using var evaluation = await running.Http.GetAsync($"{service.Address}/evaluation?period=2025", Cancellation);
        using var report = await AskAsync(service);

        await RefusedAsync(evaluation);
        await RefusedAsync(report);
        Assert.Equal(0, (await service.GetAsync($"{service.Address}/reports")).GetProperty("reports").GetArrayLength());
    }

    [Fact]
    public async Task A_report_asked_for_before_the_service_was_known_to_be_an_idea_fails_and_says_why()
    {
        var service = await GivenService.DeclareAsync(running.Http);
        await service.FillAsync(2025);
        using var asked = await AskAsync(service);
        var operation = (await asked.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("operationId").GetString()!;
        await service.PutAsync(service.Address, Document(Exploration));

        await running.App.Host.DeliverAsync("BuildReport", operation, dequeueCount: 1, Cancellation);

        var state = await service.GetAsync($"/api/operations/{operation}");
        Assert.Equal("failed", state.GetProperty("state").GetString());
        Assert.Contains("une idée ne s’évalue pas", state.GetProperty("outcome").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, (await service.GetAsync($"{service.Address}/reports")).GetProperty("reports").GetArrayLength());
    }

    [Fact]
    public async Task The_page_of_an_idea_judges_nothing()
    {
        var service = await LivingAsync(Exploration);

        var page = await running.Http.GetStringAsync($"/portal/communities/{service.Siren}/mutualisations/ads?year=2025", Cancellation);

        Assert.Contains("une idée ne s’évalue pas", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain("Proposition du système", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain("Quote-part", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain("Verdict proposé par critère", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"keys\"", page, StringComparison.Ordinal);
        var list = WebUtility.HtmlDecode(await running.Http.GetStringAsync($"/portal/communities/{service.Siren}?year=2025", Cancellation));
        Assert.Contains("non évalué", list, StringComparison.Ordinal);
        Assert.DoesNotContain("sans cible", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_is_recorded_and_not_pushed()
    {
        var service = await GivenService.DeclareAsync(running.Http);
        var document = GivenService.MutualisationDocument().Replace("{\"code\":\"TRV-05\"}", "{\"code\":\"TRV-15\"}", StringComparison.Ordinal);
        await service.PutAsync(
            service.Address,
            $$"""{{document[..^1]}},"committees":[{"kind":"steering","on":"2025-03-12"},{"kind":"monitoring","on":"2025-10-02"}]}""");

        var answer = await service.PushedAsync(GivenService.Body("TRV-15 - 2025 7"));
        var evaluation = await service.GetAsync($"{service.Address}/evaluation?period=2025");

        Assert.Contains("indicator.derived", answer.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, Assert.Single(
            evaluation.GetProperty("indicators").EnumerateArray(), i => i.GetProperty("code").GetString() == "TRV-15").GetProperty("value").GetDecimal());
    }

    private static string Document(string lifecycle) =>
        $$"""{{GivenService.MutualisationDocument()[..^1]}},"lifecycle":{{lifecycle}}}""";

    private async Task<GivenService> LivingAsync(string lifecycle)
    {
        var service = await GivenService.DeclareAsync(running.Http);
        await service.FillAsync(2025);
        await service.PutAsync(service.Address, Document(lifecycle));
        return service;
    }

    private Task<HttpResponseMessage> AskAsync(GivenService service) => running.Http.PostAsync(
        $"{service.Address}/reports",
        new StringContent("""{"kind":"annual","period":"2025"}""", Encoding.UTF8, "application/json"),
        Cancellation);

    private static async Task RefusedAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal("mutualisation.notInForce", problem.GetProperty("code").GetString());
    }
}
