using System.Text.Json;
using Evaluation.Functions.Tests.Administer.Rights;
using Evaluation.Functions.Tests.Decide;
using static Evaluation.Functions.Tests.Decide.EvaluatedService;

namespace Evaluation.Functions.Tests.Administer;

/// <summary>The accountant says where each call stands, in a settled year as well.</summary>
[Collection(Hosted.Name)]
public sealed class CallTests(HostedPeople people)
{
    private const string Calls = "/years/2025/calls";
    private const string Grenoble = Calls + "/213801855-2025-06-30-provisional-300000.00/state";
    private const string Paid = """{"state":"paid","on":"2025-09-12"}""";

    [Fact]
    public async Task States_are_said_in_a_settled_year_and_are_in_the_statement_and_the_report()
    {
        var service = await GivenAsync();
        Assert.Equal(200, (await FinanceAsync(service, "/years/2025/settlement", """{"function":"comptable"}""")).Status);
        Assert.Equal(["issued", "issued"], States((await service.AskAsync(HttpMethod.Get, Calls)).Body));

        var paid = await FinanceAsync(service, Grenoble, Paid);
        var disputed = await FinanceAsync(
            service, Calls + "/213801517-2025-06-30-provisional-130000.00/state", """{"state":"disputed","on":"2025-10-01","comment":"Unités de juin contestées."}""");
        await service.BuildAsync();

        Assert.Equal((200, 200), (paid.Status, disputed.Status));
        Assert.Equal(["paid", "disputed"], States(disputed.Body));
        Assert.Equal("user:finances@ville.example", disputed.Body.GetProperty("calls")[1].GetProperty("by").GetString());
        var statement = (await service.AskAsync(HttpMethod.Get, "/allocation?year=2025")).Body.GetProperty("statement");
        Assert.Equal(
            ["Unités de juin contestées."],
            statement.GetProperty("members").EnumerateArray().SelectMany(m => m.GetProperty("calls").EnumerateArray())
                .Where(c => c.GetProperty("state").GetString() == "disputed").Select(c => c.GetProperty("comment").GetString()));
        var told = (await service.AskAsync(HttpMethod.Get, "/reports/annual/2025/latest/report.json")).Body
            .GetProperty("split").GetProperty("settlement").GetProperty("calls");
        Assert.Equal(
            (300_000m, 130_000m, 430_000m),
            (Value(told, "paid"), Value(told, "disputed"), Value(told, "total")));
        Assert.Equal("settled", (await service.AskAsync(HttpMethod.Get, "/years/2025/settlement")).Body.GetProperty("state").GetString());
    }

    [Fact]
    public async Task The_same_said_twice_is_once_and_a_corrected_call_starts_anew()
    {
        var service = await GivenAsync();

        var first = await FinanceAsync(service, Grenoble, Paid);
        var twice = await FinanceAsync(service, Grenoble, Paid);
        await service.Declared.PutAsync($"{service.Address}/costs/2025", CostsOf("310000.00"));

        Assert.Equal(first.Body.GetRawText(), twice.Body.GetRawText());
        Assert.Equal(["issued", "issued"], States((await service.AskAsync(HttpMethod.Get, Calls)).Body));
        Assert.Equal("404 call.unknown", Code(await FinanceAsync(service, Grenoble, Paid)));
    }

    [Theory]
    [InlineData("""{"state":"encaissé","on":"2025-09-12"}""", "422 document.unknownChoice")]
    [InlineData("""{"state":"paid"}""", "422 document.missing")]
    [InlineData("""{"state":"paid","on":"2099-09-12"}""", "422 call.future")]
    [InlineData("""{"state":"disputed","on":"2025-09-12"}""", "422 call.comment")]
    public async Task What_is_wrong_with_a_state_is_told_and_nothing_is_kept(string body, string refused)
    {
        var service = await GivenAsync();

        Assert.Equal(refused, Code(await FinanceAsync(service, Grenoble, body)));
        Assert.Equal(["issued", "issued"], States((await service.AskAsync(HttpMethod.Get, Calls)).Body));
    }

    [Fact]
    public async Task Another_year_has_no_such_call_and_who_keeps_no_accounts_says_nothing_of_it()
    {
        var service = await GivenAsync();

        Assert.Equal("404 call.unknown", Code(await FinanceAsync(service, Grenoble.Replace("/years/2025", "/years/2024", StringComparison.Ordinal), Paid)));
        Assert.Equal(403, (await service.AskAsync(HttpMethod.Put, Grenoble, Paid)).Status);
        Assert.Equal(403, (await service.AskAsync(HttpMethod.Get, Calls, role: "commune")).Status);
    }

    private static string[] States(JsonElement list) =>
        [.. list.GetProperty("calls").EnumerateArray().Select(c => c.GetProperty("state").GetString()!)];

    private static decimal Value(JsonElement calls, string what) => calls.GetProperty("total").GetProperty(what).GetProperty("value").GetDecimal();

    private static string CostsOf(string grenoble) =>
        $$"""{"lines":[{"category":"personnel","stage":"actual","amount":"412300.10"}],"calls":[{"member":"38185","amount":"{{grenoble}}","calledOn":"2025-06-30"},{"member":"38151","amount":"130000.00","calledOn":"2025-06-30"}]}""";

    private static Task<(int Status, JsonElement Body)> FinanceAsync(EvaluatedService service, string below, string json) =>
        service.AskAsync(HttpMethod.Put, below, json, "accountant", "finances@ville.example");

    private async Task<EvaluatedService> GivenAsync()
    {
        var service = await PublishAsync(people);
        await service.Declared.CommunityProvidesAsync();
        await service.Declared.PutAsync($"{service.Address}/costs/2025", CostsOf("300000.00"));
        return service;
    }
}
