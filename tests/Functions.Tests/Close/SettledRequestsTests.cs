using System.Globalization;
using System.Net;
using Evaluation.Functions.Tests.Administer.Rights;
using Evaluation.Functions.Tests.Decide;

namespace Evaluation.Functions.Tests.Close;

/// <summary>What pages, calendars, statements and reports ask of a year: nothing that the API would refuse.</summary>
[Collection(Hosted.Name)]
public sealed class SettledRequestsTests(HostedPeople people)
{
    private const string Late = "ADS-02 38057 2025-03 21";

    private static string Soon => DateTimeOffset.UtcNow.AddDays(3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_value_is_asked_while_it_is_taken_and_by_nobody_once_the_amounts_are_settled()
    {
        var service = await GivenAsync();
        Assert.All(await AskedAsync(service), a => Assert.True(a.Asks, $"{a.Where} asks for nothing."));

        await service.Declared.PutAsync($"{service.Address}/years/2025/settlement", """{"function":"comptable"}""");
        await service.BuildAsync();
        Assert.All(await AskedAsync(service), a => Assert.False(a.Asks, $"{a.Where} asks for what is refused."));
        Assert.Equal("period.settled", await CodeAsync(service));

        using var opened = await service.SendAsync(HttpMethod.Delete, "/years/2025/settlement", $$"""{"reason":"Valeur oubliée.","until":"{{Soon}}"}""");
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        await service.BuildAsync();
        Assert.All(await AskedAsync(service), a => Assert.True(a.Asks, $"{a.Where} asks for nothing though the year is open."));
        Assert.Null(await CodeAsync(service));
    }

    [Fact]
    public async Task A_closed_fiscal_year_asks_for_no_value_either()
    {
        var service = await GivenAsync(builds: false);
        await service.Declared.PutAsync($"{service.Declared.Community}/fiscal-years/2025", """{"closed":true}""");
        await service.BuildAsync();

        Assert.All(await AskedAsync(service), a => Assert.False(a.Asks, $"{a.Where} asks for what is refused."));
        Assert.Equal("period.fiscalYearClosed", await CodeAsync(service));
    }

    [Fact]
    public async Task A_settled_year_is_not_proposed_for_settling_by_its_page_nor_by_its_report()
    {
        var service = await GivenAsync();
        Assert.Contains("Arrêter les montants de 2025", await PageAsync(service, "/accounts/2025"), StringComparison.Ordinal);
        Assert.Contains(await RequestsAsync(service), r => r.StartsWith("Arrêter", StringComparison.Ordinal));

        await service.Declared.PutAsync($"{service.Address}/years/2025/settlement", """{"function":"comptable"}""");
        await service.BuildAsync();

        Assert.DoesNotContain("Arrêter les montants de 2025", await PageAsync(service, "/accounts/2025"), StringComparison.Ordinal);
        Assert.DoesNotContain(await RequestsAsync(service), r => r.StartsWith("Arrêter", StringComparison.Ordinal));
    }

    // Shared by population alone, and Bresson in it a month before its first values: the amounts are known, and values are missing.
    private async Task<EvaluatedService> GivenAsync(bool builds = true)
    {
        var service = await EvaluatedService.PublishAsync(people);
        await service.Declared.PutAsync(service.Address, GivenService.MutualisationDocument()
            .Replace("\"provider\":\"38185\"", $"\"provider\":\"{service.Siren}\"", StringComparison.Ordinal)
            .Replace("2025-04-01", "2025-03-01", StringComparison.Ordinal)
            .Replace("""{"criterion":"population","weight":0.2},{"criterion":"indicator","indicator":"ADS-03","weight":0.8}""", """{"criterion":"population","weight":1}""", StringComparison.Ordinal));
        if (builds)
        {
            await service.BuildAsync();
        }

        return service;
    }

    // Each place that asks for values of the year, and whether it does.
    private async Task<IReadOnlyList<(string Where, bool Asks)>> AskedAsync(EvaluatedService service)
    {
        var statement = await service.Declared.GetAsync($"{service.Declared.Community}/members/38057/statement?year=2025");
        var asked = WebUtility.HtmlDecode(await MemberAsync(service)).Split("id=\"demande\"")[1].Split("</section>")[0];
        return
        [
            ("the statement", statement.GetProperty("asked").EnumerateArray().Any(a => a.GetProperty("about").GetString() == "values")),
            ("the page of the member", asked.Contains("attendue", StringComparison.Ordinal)),
            ("the report", (await RequestsAsync(service)).Any(r => r.StartsWith("Faire compléter", StringComparison.Ordinal))),
        ];
    }

    private static async Task<IReadOnlyList<string>> RequestsAsync(EvaluatedService service)
    {
        var report = await service.Declared.GetAsync($"{service.Address}/reports/annual/2025/latest/report.json");
        return [.. report.GetProperty("summary").GetProperty("asked").EnumerateArray().Select(r => r.GetString()!)];
    }

    private async Task<string> MemberAsync(EvaluatedService service) =>
        (await people.GetAsync($"/portal/communities/{service.Siren}/members/38057?year=2025", $"director:{service.Siren}")).Body;

    private async Task<string> PageAsync(EvaluatedService service, string below) =>
        WebUtility.HtmlDecode((await people.GetAsync($"/portal/communities/{service.Siren}/mutualisations/ads{below}", $"accountant:{service.Siren}")).Body);

    // What the API says of the value that lacks; null when it takes it.
    private static async Task<string?> CodeAsync(EvaluatedService service)
    {
        var body = GivenService.Body(Late).Replace("\"source\":\"essai\"", "\"source\":\"essai\",\"reason\":\"Oubli.\"", StringComparison.Ordinal);
        var answer = await service.Declared.PushedAsync(body);
        var row = answer.GetProperty("results")[0];
        return row.TryGetProperty("issues", out var issues) && issues.GetArrayLength() > 0 ? issues[0].GetProperty("code").GetString() : null;
    }
}
