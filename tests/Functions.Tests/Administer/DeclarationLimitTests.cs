using System.Net;
using System.Text;
using System.Text.Json;
using static Evaluation.Functions.Tests.GivenService;

namespace Evaluation.Functions.Tests.Administer;

/// <summary>What can never be right is told when it is declared.</summary>
public sealed class DeclarationLimitTests(RunningApp running)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("\"name\":\"Échirolles\"", "\"name\":\"Échirolles\",\"villeCentre\":true", "member.villeCentre", "/members/1/villeCentre")]
    [InlineData("\"name\":\"Bresson\"", "\"name\":\"grenoble\"", "member.duplicateName", "/members/2/name")]
    [InlineData("\"year\":2025,\"inhabitants\":683", "\"year\":2090,\"inhabitants\":683", "year.future", "/members/2/populations/0/year")]
    [InlineData(
        "\"populations\":[{\"kind\":\"totale\",\"year\":2025,\"inhabitants\":683",
        "\"populations\":[{\"kind\":\"municipale\",\"year\":2025,\"inhabitants\":684,\"source\":\"Insee\"},{\"kind\":\"totale\",\"year\":2025,\"inhabitants\":683",
        "population.municipaleAboveTotale",
        "/members/2/populations/0")]
    [InlineData("\"name\":\"Bresson\"", "\"name\":\"Bresson\",\"agents\":[{\"year\":2090,\"count\":3,\"source\":\"RSU\"}]", "year.future", "/members/2/agents/0/year")]
    [InlineData("\"fiscalRegime\":\"fpu\"", "\"fiscalRegime\":\"fpu\",\"functionalPay\":[{\"year\":2090,\"community\":1,\"total\":2,\"source\":\"CA\"}]", "year.future", "/functionalPay/0/year")]
    [InlineData(
        "\"fiscalRegime\":\"fpu\"",
        "\"fiscalRegime\":\"fpu\",\"priceIndices\":[{\"code\":\"IPC\",\"label\":\"Prix\",\"source\":\"Insee\",\"values\":[{\"year\":2090,\"value\":200}]}]",
        "year.future",
        "/priceIndices/0/values/0/year")]
    public async Task A_community_is_told_what_cannot_be(string right, string wrong, string code, string pointer)
    {
        var service = await DeclareAsync(running.Http);

        await RefusedAsync(service.Community, CommunityDocument.Replace(right, wrong, StringComparison.Ordinal), code, pointer);
    }

    [Theory]
    [InlineData("\"target\":95", "\"target\":150", "target.outOfRange", "/indicators/1/target")]
    [InlineData("\"target\":95", "\"target\":-1", "target.outOfRange", "/indicators/1/target")]
    [InlineData("\"indicator\":\"ADS-03\"", "\"indicator\":\"DSI-01\"", "key.otherService", "/convention/allocation/criteria/1/indicator")]
    [InlineData("\"from\":\"2025-04-01\"", "\"from\":\"0001-01-01\"", "date.invalid", "/memberships/2/from")]
    [InlineData("\"from\":\"2025-04-01\"", "\"from\":\"9999-12-31\"", "date.invalid", "/memberships/2/from")]
    [InlineData("\"endsOn\":\"2030-12-31\"", "\"endsOn\":\"2300-12-31\"", "date.invalid", "/convention/endsOn")]
    public async Task A_service_is_told_what_cannot_be(string right, string wrong, string code, string pointer)
    {
        var service = await DeclareAsync(running.Http);

        await RefusedAsync(service.Address, MutualisationDocument().Replace(right, wrong, StringComparison.Ordinal), code, pointer);
    }

    [Fact]
    public async Task Costs_are_observed_once_their_year_has_begun_and_foreseen_before()
    {
        var service = await DeclareAsync(running.Http);
        const string forecast = """{"lines":[{"category":"personnel","stage":"forecast","amount":"500000.00"}]}""";

        await RefusedAsync(
            $"{service.Address}/costs/2035", forecast.Replace("forecast", "actual", StringComparison.Ordinal), "year.future", "/lines/0/stage");
        await service.PutAsync($"{service.Address}/costs/2035", forecast);
    }

    [Fact]
    public async Task A_baseline_is_of_a_year_that_has_begun()
    {
        var service = await DeclareAsync(running.Http);
        await service.PutAsync(
            service.Community,
            CommunityDocument.TrimEnd()[..^1] + ""","priceIndices":[{"code":"IPC","label":"Prix","source":"Insee","values":[{"year":2017,"value":100}]}]}""");

        await RefusedAsync(
            $"{service.Address}/baseline",
            """
            {"year":2090,"priceIndex":"IPC","unitWeights":{"ADS-01":1},"method":"Comptes.","source":"Étude",
            "members":[{"member":"38185","cost":{"personnel":"412300.00"},"volumes":{"ADS-01":1180}}]}
            """,
            "year.future",
            "/year");
    }

    private async Task RefusedAsync(string address, string document, string code, string pointer)
    {
        using var answer = await running.Http.PutAsync(address, new StringContent(document, Encoding.UTF8, "application/json"), Cancellation);
        var body = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.StatusCode == HttpStatusCode.UnprocessableEntity, $"{answer.StatusCode} {body}");
        var error = Assert.Single(JsonDocument.Parse(body).RootElement.GetProperty("errors").EnumerateArray());
        Assert.Equal((code, pointer), (error.GetProperty("code").GetString(), error.GetProperty("pointer").GetString()));
    }
}
