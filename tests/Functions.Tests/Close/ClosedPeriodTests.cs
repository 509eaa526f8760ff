using System.Net;
using System.Text;
using System.Text.Json;
using static Evaluation.Functions.Tests.GivenService;

namespace Evaluation.Functions.Tests.Close;

/// <summary>A period is settled step by step, refuses what would change it, and is opened again by who may.</summary>
public sealed class ClosedPeriodTests(RunningApp running)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_period_goes_from_draft_to_accepted_and_refuses_values_on_the_way()
    {
        var service = await DeclareAsync(running.Http);
        await service.PushedAsync(Body($"ADS-01 {Grenoble} 2025-03 42"));

        var states = new List<string>();
        foreach (var step in new[] { "submit", "validate", "accept" })
        {
            var (_, answer) = await StepAsync(service, "2025-03", step);
            states.Add(answer.GetProperty("state").GetString()!);
            var refused = await service.PushedAsync(Body($"ADS-01 {Grenoble} 2025-03 43", $"ADS-01 {Grenoble} 2025-04 7"));
            Assert.Equal("period.approved", refused.GetProperty("results")[0].GetProperty("issues")[0].GetProperty("code").GetString());
            Assert.NotEqual("rejected", refused.GetProperty("results")[1].GetProperty("outcome").GetString());
        }

        Assert.Equal(["submitted", "validated", "accepted"], states);
        Assert.Contains("ADS-01 213801855 2025-03 42", await service.ValuesAsync());
    }

    [Fact]
    public async Task What_a_closed_period_already_holds_may_be_sent_again()
    {
        var service = await DeclareAsync(running.Http);
        await service.PushedAsync(Body($"ADS-01 {Grenoble} 2025-03 42"));
        await StepAsync(service, "2025-03", "submit");

        var answer = await service.PushedAsync(Body($"ADS-01 {Grenoble} 2025-03 42"));

        Assert.Equal("unchanged", answer.GetProperty("results")[0].GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task A_step_out_of_order_is_a_409_and_the_same_step_twice_is_once()
    {
        var service = await DeclareAsync(running.Http);

        var (early, _) = await StepAsync(service, "2025-03", "accept");
        await StepAsync(service, "2025-03", "submit");
        var (again, answer) = await StepAsync(service, "2025-03", "submit");

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.OK), (early, again));
        Assert.Equal(1, answer.GetProperty("steps").GetArrayLength());
    }

    [Fact]
    public async Task Going_back_to_draft_asks_for_a_reason_and_keeps_it()
    {
        var service = await DeclareAsync(running.Http);
        await StepAsync(service, "2025-03", "submit");

        var (without, _) = await StepAsync(service, "2025-03", "return");
        var (with, answer) = await StepAsync(service, "2025-03", "return", "Il manque Échirolles.");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (without, with));
        Assert.Equal("draft", answer.GetProperty("state").GetString());
        Assert.Equal("Il manque Échirolles.", answer.GetProperty("steps")[1].GetProperty("reason").GetString());
        Assert.Equal("accepted", (await service.PushedAsync(Body($"ADS-01 {Grenoble} 2025-03 43"))).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_deadline_closes_a_period_for_a_service_that_asks_for_it_and_an_opening_opens_it()
    {
        var service = await DeclareAsync(running.Http);
        await service.PutAsync(service.Address, MutualisationDocument().Replace("\"provider\"", "\"closesAfterDays\":30,\"provider\"", StringComparison.Ordinal));

        var late = await service.PushedAsync(Body($"ADS-01 {Grenoble} 2025-03 42"));
        var issue = late.GetProperty("results")[0].GetProperty("issues")[0];
        Assert.Equal("period.closed", issue.GetProperty("code").GetString());
        Assert.Equal(
            "La période de mars 2025 est close depuis le 11 mai 2025 : demandez à la direction de Communauté d’essai de l’ouvrir.",
            issue.GetProperty("message").GetString()!.Replace('\u00A0', ' '));

        var until = DateTimeOffset.UtcNow.AddDays(3).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        using var opened = await SendAsync(HttpMethod.Post, $"{service.Address}/periods/2025-03/openings", $$"""{"until":"{{until}}","reason":"Panne du logiciel métier."}""");
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        var withReason = Body($"ADS-01 {Grenoble} 2025-03 42").Replace("\"values\"", "\"reason\":\"Reprise.\",\"values\"", StringComparison.Ordinal);
        Assert.Equal("accepted", (await service.PushedAsync(withReason)).GetProperty("status").GetString());
        Assert.Equal("rejected", (await service.PushedAsync(Body($"ADS-01 {Grenoble} 2025-04 42"))).GetProperty("status").GetString());

        // An opening of the year opens every period in it, and the list says so of each.
        using var year = await SendAsync(HttpMethod.Post, $"{service.Address}/periods/2025/openings", $$"""{"until":"{{until}}","reason":"Reprise de l’année."}""");
        var periods = (await service.GetAsync($"{service.Address}/periods?year=2025")).GetProperty("periods");
        Assert.All(periods.EnumerateArray(), p => Assert.Equal(until, p.GetProperty("openUntil").GetString()));
    }

    [Fact]
    public async Task A_closed_fiscal_year_closes_its_periods_until_it_is_opened_with_a_reason()
    {
        var service = await DeclareAsync(running.Http);
        using var closed = await SendAsync(HttpMethod.Put, $"{service.Community}/fiscal-years/2025", """{"closed":true}""");
        Assert.Equal(HttpStatusCode.OK, closed.StatusCode);

        var late = await service.PushedAsync(Body($"ADS-01 {Grenoble} 2025-03 42"));
        Assert.Equal("period.fiscalYearClosed", late.GetProperty("results")[0].GetProperty("issues")[0].GetProperty("code").GetString());

        using var silent = await SendAsync(HttpMethod.Put, $"{service.Community}/fiscal-years/2025", """{"closed":false}""");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        using var opened = await SendAsync(HttpMethod.Put, $"{service.Community}/fiscal-years/2025", """{"closed":false,"reason":"Rectification demandée par la CLECT."}""");
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        Assert.Equal("accepted", (await service.PushedAsync(Body($"ADS-01 {Grenoble} 2025-03 42"))).GetProperty("status").GetString());
    }

    [Fact]
    public async Task The_periods_of_a_year_say_where_each_stands()
    {
        var service = await DeclareAsync(running.Http);
        await StepAsync(service, "2025-03", "submit");

        var list = await service.GetAsync($"{service.Address}/periods?year=2025");

        var periods = list.GetProperty("periods").EnumerateArray().ToList();
        Assert.Equal(
            [.. Enumerable.Range(1, 12).Select(month => FormattableString.Invariant($"2025-{month:D2}")), "2025"],
            periods.Select(p => p.GetProperty("period").GetString()));
        Assert.Equal(
            [.. Enumerable.Range(1, 12).Select(month => month == 3 ? "submitted" : "draft"), "draft"],
            periods.Select(p => p.GetProperty("state").GetString()));
        Assert.Equal("2025-04-10", periods[2].GetProperty("dueOn").GetString());
    }

    [Fact]
    public async Task Ten_people_who_take_the_same_step_at_once_take_it_once()
    {
        var service = await DeclareAsync(running.Http);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => StepAsync(service, "2025-03", "submit")));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.Status));
        var (_, last) = await StepAsync(service, "2025-03", "submit");
        Assert.Equal(1, last.GetProperty("steps").GetArrayLength());
    }

    [Theory]
    [InlineData("POST", "periods/mars/approval", """{"step":"submit"}""", 404, "period.invalid")]
    [InlineData("POST", "periods/2025-03/approval", """{"step":"publish"}""", 422, "approval.step")]
    [InlineData("POST", "periods/2099-03/approval", """{"step":"submit"}""", 422, "period.future")]
    [InlineData("POST", "periods/2025-03/openings", """{"until":"demain","reason":"x"}""", 422, "opening.until")]
    [InlineData("POST", "periods/2025-03/openings", """{"until":"2020-01-01","reason":"x"}""", 422, "opening.until")]
    [InlineData("POST", "periods/2025-03/openings", """{"until":"2099-01-01"}""", 422, "opening.until")]
    [InlineData("POST", "periods/2099-03/openings", """{"until":"2099-01-01","reason":"x"}""", 422, "period.future")]
    [InlineData("GET", "periods?year=2099", null, 422, "period.future")]
    [InlineData("GET", "units?year=2099", null, 422, "period.future")]
    public async Task What_cannot_be_asked_is_told(string method, string address, string? body, int status, string code)
    {
        var service = await DeclareAsync(running.Http);

        using var answer = await SendAsync(new HttpMethod(method), $"{service.Address}/{address}", body);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains($"\"{code}\"", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private async Task<(HttpStatusCode Status, JsonElement Answer)> StepAsync(GivenService service, string period, string step, string? reason = null)
    {
        var body = reason is null ? $$"""{"step":"{{step}}"}""" : $$"""{"step":"{{step}}","reason":"{{reason}}"}""";
        using var answer = await SendAsync(HttpMethod.Post, $"{service.Address}/periods/{period}/approval", body);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation));
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, string? body)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        return await running.Http.SendAsync(request, Cancellation);
    }
}
