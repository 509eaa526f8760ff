using System.Net;
using System.Text;
using System.Text.Json;
using static Evaluation.Functions.Tests.GivenService;

namespace Evaluation.Functions.Tests.Collect;

/// <summary>What the address says of a body: it holds where the body says nothing, and is never passed over.</summary>
public sealed class SaidBesideTests(RunningApp running)
{
    private const string Place = $"ADS-01 {Grenoble} 2025-03";
    private const string Csv = "indicateur;membre;période;valeur\nADS-01;38185;2025-03;2\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reason_in_the_address_is_kept_and_the_first_body_sent_again_leaves_the_correction()
    {
        var service = await DeclareAsync(running.Http);
        await service.PushedAsync(Body($"{Place} 3"));

        await service.PushedAsync(Body($"{Place} 2"), "?reason=Doublon%20retir%C3%A9.");
        await service.PushedAsync(Body($"{Place} 3"));

        Assert.Equal(["ADS-01 213801855 2025-03 2"], await service.ValuesAsync());
        var history = await service.GetAsync($"{service.Address}/values/history?indicator=ADS-01&member=38185&period=2025-03");
        Assert.Equal("Doublon retiré.", history.GetProperty("revisions")[1].GetProperty("reason").GetString());
    }

    [Fact]
    public async Task A_period_and_a_source_in_the_address_are_those_of_a_body_that_names_none()
    {
        var service = await DeclareAsync(running.Http);

        var answer = await service.PushedAsync(
            """{"values":[{"indicator":"ADS-01","member":"38185","value":3},{"indicator":"ADS-01","member":"38185","period":"2025-04","value":4}]}""",
            "?period=2025-03&source=oxalis");

        Assert.Equal("accepted", answer.GetProperty("status").GetString());
        Assert.Equal(["ADS-01 213801855 2025-03 3", "ADS-01 213801855 2025-04 4"], await service.ValuesAsync());
        var history = await service.GetAsync($"{service.Address}/values/history?indicator=ADS-01&member=38185&period=2025-03");
        Assert.Equal("oxalis", history.GetProperty("revisions")[0].GetProperty("source").GetString());
    }

    [Theory]
    [InlineData("source", "essai", "oxalis")]
    [InlineData("period", "2025-03", "2025-04")]
    [InlineData("reason", "Doublon.", "Oubli.")]
    public async Task What_is_said_otherwise_in_the_body_is_refused_and_what_is_said_the_same_is_not(string term, string inside, string beside)
    {
        var service = await DeclareAsync(running.Http);
        var terms = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["source"] = "essai", ["period"] = "2025-03", [term] = inside };
        var body = JsonSerializer.Serialize(terms)[..^1] + ""","values":[{"indicator":"ADS-01","member":"38185","value":3}]}""";

        await RefusedAsync(service, $"?{term}={beside}", body, "application/json", "term.twice");
        Assert.Equal("accepted", (await service.PushedAsync(body, $"?{term}={inside}")).GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("text/csv", Csv)]
    [InlineData("application/json", """{"source":"essai","values":[{"indicator":"ADS-01","member":"38185","period":"2025-03","value":2}]}""")]
    public async Task A_sheet_of_what_is_no_workbook_is_refused(string mediaType, string body) =>
        await RefusedAsync(await DeclareAsync(running.Http), "?sheet=zz", body, mediaType, "sheet.notWorkbook");

    private async Task RefusedAsync(GivenService service, string query, string body, string mediaType, string code)
    {
        using var answer = await running.Http.PostAsync(
            $"{service.Address}/values{query}", new StringContent(body, Encoding.UTF8, mediaType), Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("code").GetString());
        Assert.Empty(await service.ValuesAsync());
    }
}
