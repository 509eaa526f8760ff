using System.Net;
using System.Text;
using System.Text.Json;

namespace Evaluation.Functions.Tests.Evaluate;

/// <summary>What a year owes once documents change, as an API client sees it.</summary>
public sealed class SharedYearTests(RunningApp app)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_ceiling_written_again_by_two_amendments_binds_the_year()
    {
        const string Key = """{"criteria":[{"criterion":"equal","weight":1}],"ceiling":1000}""";
        var service = await DeclaredAsync(
            Key,
            $$"""
            "amendments":[{"number":"1","effectiveOn":"2025-02-01","purpose":"Redire la clé.","allocation":{{Key}}},
            {"number":"2","effectiveOn":"2025-04-01","purpose":"Redire la clé.","allocation":{{Key}}}],
            """);
        await service.PutAsync($"{service.Address}/costs/2025", """{"lines":[{"category":"personnel","stage":"actual","amount":"3000.00"}]}""");

        var answer = await service.GetAsync($"{service.Address}/allocation?year=2025");

        Assert.Equal([1_000m, 1_000m, 1_000m], Amounts(answer));
    }

    [Fact]
    public async Task Days_that_cannot_be_shared_are_named()
    {
        var service = await DeclaredAsync(
            """{"criteria":[{"criterion":"equal","weight":1}]}""",
            """
            "amendments":[{"number":"1","effectiveOn":"2025-05-01","purpose":"Passer aux actes.",
            "allocation":{"criteria":[{"criterion":"indicator","indicator":"ADS-03","weight":1}]}}],
            """);
        await service.PutAsync($"{service.Address}/costs/2025", """{"lines":[{"category":"personnel","stage":"actual","amount":"3000.00"}]}""");

        var answer = await service.GetAsync($"{service.Address}/allocation?year=2025");

        Assert.Equal("missingUnits", answer.GetProperty("obstacle").GetString());
        Assert.Equal("2025-05-01", answer.GetProperty("obstacleDays").GetProperty("from").GetString());
        Assert.Equal("2025-12-31", answer.GetProperty("obstacleDays").GetProperty("to").GetString());
    }

    [Fact]
    public async Task A_cost_foreseen_and_not_observed_leaves_the_year_provisional()
    {
        var service = await DeclaredAsync("""{"criteria":[{"criterion":"equal","weight":1}]}""");
        await service.PutAsync(
            $"{service.Address}/costs/2025",
            """
            {"lines":[{"category":"personnel","stage":"forecast","amount":"100.00"},{"category":"fraisStructure","stage":"forecast","amount":"200.00"},
            {"category":"personnel","stage":"actual","amount":"90.00"}]}
            """);

        var shared = await service.GetAsync($"{service.Address}/allocation?year=2025");
        var evaluation = await service.GetAsync($"{service.Address}/evaluation?period=2025");

        Assert.Equal("forecast", shared.GetProperty("stage").GetString());
        Assert.Equal([100m, 100m, 100m], Amounts(shared));
        Assert.False(evaluation.GetProperty("costs").TryGetProperty("actual", out var actual) && actual.ValueKind == JsonValueKind.Number);
    }

    [Fact]
    public async Task A_new_legal_form_says_from_when_and_leaves_the_past_alone()
    {
        var service = await GivenService.DeclareAsync(app.Http);
        var document = GivenService.MutualisationDocument().Replace("acImputation", "titreRecette", StringComparison.Ordinal);
        await service.PutAsync(service.Address, document);

        using var undated = await PutAsync(service, document.Replace(
            "\"legalForm\":\"serviceCommun\"", "\"legalForm\":\"prestationService\"", StringComparison.Ordinal));
        using var dated = await PutAsync(service, document.Replace(
            "\"legalForm\":\"serviceCommun\"",
            """
            "legalForms":[{"from":"2018-01-01","form":"serviceCommun"},{"from":"2026-01-01","form":"prestationService"}]
            """,
            StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, undated.StatusCode);
        Assert.Equal(
            "legalForm.undated", (await undated.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.OK, dated.StatusCode);
    }

    [Fact]
    public async Task Two_figures_for_one_population_are_refused_and_nothing_changes()
    {
        var service = await GivenService.DeclareAsync(app.Http);
        const string First = """{"kind":"totale","year":2025,"inhabitants":158601,"source":"Insee"}""";

        using var answer = await app.Http.PutAsync(
            service.Community,
            Json(GivenService.CommunityDocument.Replace(
                First, $$"""{{First}},{"kind":"totale","year":2025,"inhabitants":158602,"source":"Insee"}""", StringComparison.Ordinal)),
            Cancellation);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("population.duplicate", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private async Task<GivenService> DeclaredAsync(string key, string amendments = "")
    {
        var service = await GivenService.DeclareAsync(app.Http);
        await service.PutAsync(service.Address, $$"""
            {"label":"Instruction des autorisations d’urbanisme","serviceType":"ADS","legalForm":"serviceCommun",
            "provider":"38185","referent":"direction de l’urbanisme",
            "memberships":[{"member":"38185","from":"2018-01-01"},{"member":"38151","from":"2018-01-01"},{"member":"38057","from":"2018-01-01"}],
            "indicators":[{"code":"ADS-01"}],{{amendments}}
            "convention":{"number":"2018-114","object":"Instruire les demandes d’urbanisme.","startsOn":"2018-01-01","settlement":"titreRecette",
            "allocation":{{key}}
            }
            }
            """);
        return service;
    }

    private Task<HttpResponseMessage> PutAsync(GivenService service, string document) =>
        app.Http.PutAsync(service.Address, Json(document), Cancellation);

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static IReadOnlyList<decimal> Amounts(JsonElement answer) =>
        [.. answer.GetProperty("allocation").GetProperty("shares").EnumerateArray().Select(s => s.GetProperty("amount").GetDecimal())];
}
