using System.Text.Json;
using Evaluation.Functions.Tests.Administer.Rights;
using Evaluation.Functions.Tests.Decide;
using static Evaluation.Functions.Tests.Decide.EvaluatedService;

namespace Evaluation.Functions.Tests.Administer;

/// <summary>Instalments are proposed from the forecast, and taken by the accountant.</summary>
[Collection(Hosted.Name)]
public sealed class ProposedCallTests(HostedPeople people)
{
    private const string Calls = "/years/2025/calls";
    private const string Proposed = Calls + "/proposed";
    private const string Forecast = """{"lines":[{"category":"personnel","stage":"forecast","amount":"1200.00"}]}""";

    [Fact]
    public async Task What_is_proposed_is_taken_once_and_kept_with_the_costs()
    {
        var service = await GivenAsync(Forecast);
        var proposed = (await service.AskAsync(HttpMethod.Get, Proposed, role: "accountant")).Body;

        var taken = await TakeAsync(service);
        var twice = await TakeAsync(service);

        Assert.Equal((200, 200), (taken.Status, twice.Status));
        Assert.Equal(taken.Body.GetRawText(), twice.Body.GetRawText());
        Assert.Equal(
            ["213801517 2025-03-31 180", "213801517 2025-06-30 180", "213801517 2025-09-30 180", "213801517 2025-12-31 180", "213800576 2025-06-30 120", "213800576 2025-09-30 120", "213800576 2025-12-31 120"],
            Told(proposed));
        Assert.Equal(Told(proposed), Told(taken.Body));
        Assert.Equal(120m, proposed.GetProperty("uncalled").GetDecimal());
        var costs = await service.Declared.GetAsync($"{service.Address}/costs/2025");
        Assert.Equal((1, 7), (costs.GetProperty("lines").GetArrayLength(), costs.GetProperty("calls").GetArrayLength()));
    }

    [Fact]
    public async Task Two_that_take_them_at_once_take_them_once()
    {
        var service = await GivenAsync(Forecast);

        var answers = await Task.WhenAll(TakeAsync(service), TakeAsync(service));

        Assert.All(answers, a => Assert.Equal(200, a.Status));
        Assert.Equal(7, (await service.AskAsync(HttpMethod.Get, Calls)).Body.GetProperty("calls").GetArrayLength());
    }

    [Fact]
    public async Task Instalments_of_somebody_are_not_replaced()
    {
        var service = await GivenAsync(Forecast[..^1] + ""","calls":[{"member":"38151","amount":"500.00","calledOn":"2025-06-30"}]}""");

        Assert.Equal("409 calls.alreadyCalled", Code(await TakeAsync(service)));
        Assert.Equal(["213801517 2025-06-30 500"], Told((await service.AskAsync(HttpMethod.Get, Calls)).Body));
    }

    [Fact]
    public async Task A_year_whose_accounts_are_settled_takes_none()
    {
        var service = await GivenAsync("""{"lines":[{"category":"personnel","stage":"forecast","amount":"1200.00"},{"category":"personnel","stage":"actual","amount":"1300.00"}]}""");
        Assert.Equal(200, (await service.AskAsync(HttpMethod.Put, "/years/2025/settlement", """{"function":"comptable"}""", "accountant")).Status);

        Assert.Equal("409 year.settled", Code(await TakeAsync(service)));
        Assert.Empty(Told((await service.AskAsync(HttpMethod.Get, Calls)).Body));
    }

    [Fact]
    public async Task Without_a_forecast_it_is_said_why_and_who_keeps_no_accounts_takes_nothing()
    {
        var service = await GivenAsync("""{"lines":[{"category":"personnel","stage":"actual","amount":"1200.00"}]}""");

        Assert.Equal("422 calls.noForecast", Code(await service.AskAsync(HttpMethod.Get, Proposed, role: "accountant")));
        Assert.Equal("422 calls.noForecast", Code(await TakeAsync(service)));
        Assert.Equal(403, (await service.AskAsync(HttpMethod.Post, Proposed, "{}")).Status);
        Assert.Equal(403, (await service.AskAsync(HttpMethod.Get, Proposed, role: "commune")).Status);
    }

    [Fact]
    public async Task The_page_of_the_accounts_shows_the_proposal_and_takes_it()
    {
        var service = await GivenAsync(Forecast);
        var page = $"/portal/communities/{service.Siren}/mutualisations/ads/accounts/2025";

        var (_, before) = await people.AskAsync(HttpMethod.Get, page, null, null, $"accountant:{service.Siren}");
        using var take = new HttpRequestMessage(HttpMethod.Post, page + "/calls/proposed") { Content = new FormUrlEncodedContent([]) };
        take.Headers.Add("X-MS-CLIENT-PRINCIPAL", service.PrincipalOf("accountant"));
        using var taken = await people.Http.SendAsync(take, TestContext.Current.CancellationToken);
        var (_, after) = await people.AskAsync(HttpMethod.Get, page + "?done=taken", null, null, $"accountant:{service.Siren}");

        Assert.Contains("Reprendre ces acomptes", before, StringComparison.Ordinal);
        Assert.Contains("1\u202F080,00\u00A0€", before, StringComparison.Ordinal);
        Assert.Contains("non appelé", before, StringComparison.Ordinal);
        Assert.Equal(303, (int)taken.StatusCode);
        Assert.DoesNotContain("Reprendre ces acomptes", after, StringComparison.Ordinal);
        Assert.Contains("sont repris parmi les appels", after, StringComparison.Ordinal);
    }

    private static Task<(int Status, JsonElement Body)> TakeAsync(EvaluatedService service) =>
        service.AskAsync(HttpMethod.Post, Proposed, "{}", "accountant", "finances@ville.example");

    private static string[] Told(JsonElement list) =>
        [.. list.GetProperty("calls").EnumerateArray().Select(c => FormattableString.Invariant(
            $"{c.GetProperty("member").GetString()} {c.GetProperty("calledOn").GetString()} {c.GetProperty("amount").GetDecimal():0.##}"))];

    private async Task<EvaluatedService> GivenAsync(string costs)
    {
        var service = await PublishAsync(people);
        await service.Declared.PutAsync(service.Address, GivenService.MutualisationDocument().Replace(
            "\"allocation\"",
            "\"billingMonths\":3,\"forecastUnits\":[{\"member\":\"38151\",\"units\":60},{\"member\":\"38057\",\"units\":40}],\"allocation\"",
            StringComparison.Ordinal));
        await service.Declared.PutAsync($"{service.Address}/costs/2025", costs);
        return service;
    }
}
