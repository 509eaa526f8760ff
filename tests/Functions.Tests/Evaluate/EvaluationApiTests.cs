using System.Net;
using System.Text;
using System.Text.Json;

namespace Evaluation.Functions.Tests.Evaluate;

public sealed class EvaluationApiTests(RunningApp app)
{
    private const string Prices = """
        "priceIndices":[{"code":"prix","label":"Indice d’essai","source":"Essai","values":[{"year":2017,"value":100},{"year":2025,"value":112.4}]}],
        """;

    private const string Baseline = """
        {"year":2017,"priceIndex":"prix","method":"Relevé des comptes.","source":"Étude de 2017","members":[
        {"member":"38185","cost":{"personnel":"300000.00"},"fte":5},{"member":"38151","cost":{"personnel":90000},"fte":2},
        {"member":"38057","cost":{"personnel":"9000.00"},"fte":0.3}]}
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_adds_up_and_lacks_values_is_marked_and_not_concluded()
    {
        var service = await GivenService.DeclareAsync(app.Http);
        await service.PushedAsync(GivenService.Body("ADS-01 38185 2025-03 42"));

        var answer = await service.GetAsync($"{service.Address}/evaluation?period=2025");

        var deposits = answer.GetProperty("indicators").EnumerateArray().Single(i => i.GetProperty("code").GetString() == "ADS-01");
        Assert.Equal(42, deposits.GetProperty("value").GetDecimal());
        Assert.True(deposits.GetProperty("isPartial").GetBoolean());
        Assert.False(deposits.GetProperty("isConclusive").GetBoolean());
        Assert.Contains(deposits.GetProperty("groups").EnumerateArray(), g => g.GetProperty("isPartial").GetBoolean());
    }

    [Fact]
    public async Task A_year_is_evaluated_and_every_figure_says_what_it_is_made_of()
    {
        var service = await EvaluatedAsync();

        var answer = await service.GetAsync($"{service.Address}/evaluation?period=2025");

        var rate = answer.GetProperty("indicators").EnumerateArray().Single(i => i.GetProperty("code").GetString() == "ADS-06");
        var trace = rate.GetProperty("trace");
        Assert.Equal("ratio", trace.GetProperty("rule").GetString());
        Assert.Equal(("ADS-05", "ADS-02"), (trace.GetProperty("numeratorCode").GetString(), trace.GetProperty("denominatorCode").GetString()));
        var members = trace.GetProperty("members").EnumerateArray().ToList();
        Assert.Equal(3, members.Count);
        Assert.Equal(
            rate.GetProperty("value").GetDecimal(),
            members.Sum(m => Sum(m, "values")) / members.Sum(m => Sum(m, "against")) * 100);
        Assert.All(members, m => Assert.NotEmpty(m.GetProperty("submissions").EnumerateArray()));
        Assert.Equal(6, answer.GetProperty("criteria").GetArrayLength());
        Assert.True(answer.GetProperty("completeness").GetProperty("total").GetProperty("expected").GetInt32() > 0);
        Assert.Equal(
            "descendante", (await CommunityProvidesAsync()).GetProperty("perimeter").GetProperty("direction").GetString());
    }

    [Fact]
    public async Task Savings_are_measured_against_the_baseline_that_was_put()
    {
        var service = await EvaluatedAsync();

        var without = await service.GetAsync($"{service.Address}/evaluation?period=2025");
        await service.PutAsync($"{service.Address}/baseline", Baseline);
        var with = await service.GetAsync($"{service.Address}/evaluation?period=2025");

        Assert.Equal("noBaseline", without.GetProperty("savings").GetProperty("obstacle").GetString());
        var total = with.GetProperty("savings").GetProperty("total");
        Assert.Equal(
            total.GetProperty("change").GetDecimal(),
            total.GetProperty("price").GetDecimal() + total.GetProperty("volume").GetDecimal() + total.GetProperty("efficiency").GetDecimal());
        Assert.Equal(
            total.GetProperty("grossSaving").GetDecimal(),
            with.GetProperty("savings").GetProperty("byMember").EnumerateArray().Sum(m => m.GetProperty("saving").GetDecimal()));
    }

    [Fact]
    public async Task An_allocation_can_be_computed_again_by_hand()
    {
        var service = await EvaluatedAsync();

        var answer = await service.GetAsync($"{service.Address}/allocation?year=2025");

        var allocation = answer.GetProperty("allocation");
        var shares = allocation.GetProperty("shares").EnumerateArray().ToList();
        Assert.Equal(allocation.GetProperty("total").GetDecimal(), shares.Sum(s => s.GetProperty("amount").GetDecimal()));
        Assert.All(shares, share =>
        {
            var quota = share.GetProperty("quota");
            var cents = quota.GetProperty("cents").GetDecimal() + (quota.GetProperty("hasRoundingCent").GetBoolean() ? 1 : 0);
            Assert.Equal(share.GetProperty("amount").GetDecimal(), cents / 100);
            var part = share.GetProperty("criteria").EnumerateArray().Sum(c => c.GetProperty("part").GetDecimal());
            var exact = part * allocation.GetProperty("total").GetDecimal() * 100;
            Assert.True(Math.Abs(exact - quota.GetProperty("cents").GetDecimal() - quota.GetProperty("remainder").GetDecimal()) < 0.0000001m);
        });
        var statement = answer.GetProperty("statement").GetProperty("settlement");
        Assert.Equal(statement.GetProperty("actual").GetDecimal() - statement.GetProperty("called").GetDecimal(), statement.GetProperty("balance").GetDecimal());
        Assert.All(
            answer.GetProperty("explained").EnumerateArray(),
            e => Assert.Contains("Montant dû", e.GetProperty("sentences")[0].GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Scenarios_set_amounts_side_by_side()
    {
        var service = await EvaluatedAsync();

        var answer = await ScenariosAsync(service, """
            {"year":2025,"scenarios":[
            {"label":"Parts égales","allocation":{"criteria":[{"criterion":"equal","weight":1}]}},
            {"label":"Sans Bresson","leave":["38057"],"avoidablePart":0.25}],
            "grid":{"criteria":[{"code":"besoin","label":"Besoin","weight":2}],"options":[{"label":"A","scores":{"besoin":8}},{"label":"B","scores":{"besoin":6}}]}}
            """);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        var scenarios = json.GetProperty("scenarios").EnumerateArray().ToList();
        Assert.Equal(["Parts égales", "Sans Bresson"], scenarios.Select(s => s.GetProperty("label").GetString()));
        Assert.Equal(
            scenarios[0].GetProperty("total").GetDecimal(),
            scenarios[0].GetProperty("members").EnumerateArray().Sum(m => m.GetProperty("amount").GetDecimal()));
        Assert.Equal("leaves", scenarios[1].GetProperty("members")[0].GetProperty("standing").GetString());
        Assert.True(scenarios[1].GetProperty("strandedCost").GetDecimal() > 0);
        Assert.Equal(1, json.GetProperty("grid").GetProperty("options")[0].GetProperty("rank").GetInt32());
    }

    [Theory]
    [InlineData("/evaluation", 404, "year.invalid")]
    [InlineData("/evaluation?period=2025-03", 404, "year.invalid")]
    [InlineData("/evaluation?period=2099", 422, "period.future")]
    [InlineData("/allocation?year=deux", 404, "year.invalid")]
    [InlineData("/baseline", 404, "baseline.unknown")]
    public async Task A_mistake_in_the_address_is_told(string address, int status, string code)
    {
        var service = await GivenService.DeclareAsync(app.Http);

        using var answer = await app.Http.GetAsync(service.Address + address, Cancellation);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("""{"scenarios":[{"label":"A"}]}""", "scenario.year")]
    [InlineData("""{"year":2025}""", "scenario.count")]
    [InlineData("""{"year":2025,"scenarios":[{"label":"A","leave":["99999"]}]}""", "scenario.leave")]
    public async Task A_mistake_in_scenarios_is_told(string body, string code)
    {
        var service = await GivenService.DeclareAsync(app.Http);

        using var answer = await ScenariosAsync(service, body);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_year_without_data_is_evaluated_and_says_what_is_missing()
    {
        var service = await GivenService.DeclareAsync(app.Http);

        var evaluation = await service.GetAsync($"{service.Address}/evaluation?period=2025");
        var allocation = await service.GetAsync($"{service.Address}/allocation?year=2025");

        Assert.False(evaluation.TryGetProperty("costs", out _));
        Assert.False(evaluation.GetProperty("proposal").TryGetProperty("kind", out _));
        Assert.Equal("noCost", allocation.GetProperty("obstacle").GetString());
    }

    [Fact]
    public async Task A_community_keeps_the_price_index_that_a_baseline_rests_on()
    {
        var service = await EvaluatedAsync();
        await service.PutAsync($"{service.Address}/baseline", Baseline);

        using var answer = await app.Http.PutAsync(
            service.Community, new StringContent(GivenService.CommunityDocument, Encoding.UTF8, "application/json"), Cancellation);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("community.inUse", (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("code").GetString());
    }

    private Task<HttpResponseMessage> ScenariosAsync(GivenService service, string body) => app.Http.PostAsync(
        $"{service.Address}/scenarios", new StringContent(body, Encoding.UTF8, "application/json"), Cancellation);

    private async Task<GivenService> EvaluatedAsync()
    {
        var service = await GivenService.DeclareAsync(app.Http);
        await service.PutAsync(
            service.Community, GivenService.CommunityDocument.Replace("\"members\":", Prices + "\"members\":", StringComparison.Ordinal));
        await service.FillAsync(2025);
        return service;
    }

    private async Task<JsonElement> CommunityProvidesAsync()
    {
        var service = await GivenService.DeclareAsync(app.Http);
        await service.PutAsync(
            service.Address,
            GivenService.MutualisationDocument().Replace("\"provider\":\"38185\"", $"\"provider\":\"{service.Siren}\"", StringComparison.Ordinal));
        return await service.GetAsync($"{service.Address}/evaluation?period=2025");
    }

    private static decimal Sum(JsonElement member, string list) => member.GetProperty(list).EnumerateArray().Sum(v => v.GetDecimal());
}
