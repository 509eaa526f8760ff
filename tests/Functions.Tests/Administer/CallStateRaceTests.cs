using System.Text.Json;
using Evaluation.Functions.Tests.Administer.Rights;
using Evaluation.Functions.Tests.Decide;

namespace Evaluation.Functions.Tests.Administer;

/// <summary>Two who say where one call stands, on the same reading.</summary>
[Collection(Hosted.Name)]
public sealed class CallStateRaceTests(HostedPeople people)
{
    private const string Calls = "/years/2025/calls";

    [Fact]
    public async Task Of_two_states_given_at_once_one_holds_and_the_other_is_told_who_said_what()
    {
        var (service, call) = await GivenAsync();

        var answers = await Task.WhenAll(
            SayAsync(service, call, """{"state":"paid","on":"2025-07-12","seen":""}""", "c.durand@ville.example"),
            SayAsync(service, call, """{"state":"disputed","on":"2025-07-01","comment":"Unités de mai.","seen":""}""", "b.petit@ville.example"));

        Assert.Equal([200, 409], answers.Select(a => a.Status).Order());
        var told = answers.Single(a => a.Status == 409).Body;
        Assert.Equal("call.told", told.GetProperty("code").GetString());
        var held = Assert.Single((await service.AskAsync(HttpMethod.Get, Calls)).Body.GetProperty("calls").EnumerateArray());
        Assert.Contains(held.GetProperty("by").GetString()!["user:".Length..], told.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains(held.GetProperty("state").GetString() == "paid" ? "payé depuis le 12 juillet 2025" : "contesté depuis le", told.GetProperty("detail").GetString()!.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_read_the_state_that_is_there_changes_it_and_the_same_twice_is_once()
    {
        var (service, call) = await GivenAsync();
        const string Paid = """{"state":"paid","on":"2025-07-12","seen":""}""";
        Assert.Equal(200, (await SayAsync(service, call, Paid)).Status);
        Assert.Equal(200, (await SayAsync(service, call, Paid, "b.petit@ville.example")).Status);
        var at = (await service.AskAsync(HttpMethod.Get, Calls)).Body.GetProperty("calls")[0].GetProperty("at").GetString();

        Assert.Equal(409, (await SayAsync(service, call, """{"state":"issued","on":"2025-07-13","seen":"2025-01-01T00:00:00Z"}""")).Status);
        Assert.Equal(200, (await SayAsync(service, call, $$"""{"state":"issued","on":"2025-07-13","seen":"{{at}}"}""")).Status);
        Assert.Equal(200, (await SayAsync(service, call, """{"state":"paid","on":"2025-07-14"}""")).Status);
    }

    [Fact]
    public async Task Of_a_year_to_come_nothing_is_told_that_nothing_is_known_of()
    {
        var (service, _) = await GivenAsync();

        Assert.Equal("422 period.future", EvaluatedService.Code(await service.AskAsync(HttpMethod.Get, "/years/2099/calls")));
        Assert.Equal("422 settling.notOver", EvaluatedService.Code(await service.AskAsync(HttpMethod.Get, "/years/2099/settlement")));
        Assert.Equal(
            "422 settling.notOver", EvaluatedService.Code(await service.AskAsync(HttpMethod.Put, "/years/2099/settlement", """{"function":"comptable"}""", "accountant")));
        Assert.Equal("422 mutualisation.notInForce", EvaluatedService.Code(await service.AskAsync(HttpMethod.Get, "/years/2010/settlement")));
        Assert.Equal(200, (await service.AskAsync(HttpMethod.Get, "/years/2026/settlement")).Status);
    }

    private async Task<(EvaluatedService Service, string Call)> GivenAsync()
    {
        var service = await EvaluatedService.PublishAsync(people);
        await service.Declared.PutAsync(
            $"{service.Address}/costs/2025",
            """{"lines":[{"category":"personnel","stage":"actual","amount":"412300.10"}],"calls":[{"member":"38151","amount":"100000.00","calledOn":"2025-06-30"}]}""");
        return (service, (await service.AskAsync(HttpMethod.Get, Calls)).Body.GetProperty("calls")[0].GetProperty("call").GetString()!);
    }

    private static Task<(int Status, JsonElement Body)> SayAsync(EvaluatedService service, string call, string json, string name = "c.durand@ville.example") =>
        service.AskAsync(HttpMethod.Put, $"{Calls}/{call}/state", json, "accountant", name);
}
