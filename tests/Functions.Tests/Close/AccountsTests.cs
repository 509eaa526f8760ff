using System.Net;
using System.Text;
using System.Text.Json;
using static Evaluation.Functions.Tests.GivenService;

namespace Evaluation.Functions.Tests.Close;

/// <summary>Once a year is closed, or its amounts are settled, no document moves its accounts until someone opens them.</summary>
public abstract class AccountsTests(RunningApp running)
{
    private protected const string Costs = """{"lines":[{"category":"personnel","stage":"actual","amount":"500000.00"}]}""";
    private const string Baseline = """
        {"year":2017,"priceIndex":"IPC","unitWeights":{"ADS-01":1},"method":"Comptes.","source":"Étude",
        "members":[{"member":"38185","cost":{"personnel":"412300.00"},"fte":6.5,"volumes":{"ADS-01":1180}}],"retained":[]}
        """;

    private static readonly string Community = CommunityDocument.TrimEnd()[..^1]
        + ""","priceIndices":[{"code":"IPC","label":"Indice des prix","source":"Insee","values":[{"year":2017,"value":101.76},{"year":2025,"value":121.1}]}]}""";

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Costs_of_a_closed_year_are_refused_with_who_opens_it_and_those_of_another_are_not()
    {
        var service = await ClosedAsync();

        using var answer = await PutAsync($"{service.Address}/costs/2025", Costs);

        await RefusedAsync(answer);
        using var next = await PutAsync($"{service.Address}/costs/2026", Costs);
        Assert.Equal(HttpStatusCode.Created, next.StatusCode);
    }

    [Fact]
    public async Task A_call_of_a_closed_year_is_refused_whether_it_is_new_or_corrected()
    {
        var service = await ClosedAsync();
        var costs = await running.Http.GetStringAsync($"{service.Address}/costs/2025", Cancellation);

        using var added = await PutAsync($"{service.Address}/costs/2025", costs.Replace("\"calls\":[", "\"calls\":[{\"member\":\"38151\",\"amount\":\"1.00\",\"calledOn\":\"2025-06-01\"},", StringComparison.Ordinal));
        using var corrected = await PutAsync($"{service.Address}/costs/2025", costs.Replace("250000.00", "250000.01", StringComparison.Ordinal));
        using var dry = await PutAsync($"{service.Address}/costs/2025?dryRun=true", costs.Replace("250000.00", "250000.01", StringComparison.Ordinal));

        await RefusedAsync(added);
        await RefusedAsync(corrected);
        await RefusedAsync(dry);
        Assert.Equal(costs, await running.Http.GetStringAsync($"{service.Address}/costs/2025", Cancellation));
    }

    [Fact]
    public async Task What_is_there_may_be_sent_again()
    {
        var service = await ClosedAsync();
        foreach (var address in new[] { service.Community, service.Address, $"{service.Address}/costs/2025", $"{service.Address}/baseline" })
        {
            var there = await running.Http.GetStringAsync(address, Cancellation);
            using var again = await PutAsync(address, there);
            Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        }
    }

    [Theory]
    [InlineData("\"weight\":0.2", "\"weight\":0.3", "\"weight\":0.8", "\"weight\":0.7")]
    [InlineData("\"memberships\":[{\"member\":\"38185\",\"from\":\"2018-01-01\"}", "\"memberships\":[{\"member\":\"38185\",\"from\":\"2025-02-01\"}")]
    [InlineData("\"from\":\"2025-04-01\"", "\"from\":\"2025-04-01\",\"to\":\"2025-12-01\"")]
    [InlineData("\"settlement\":\"acImputation\"", "\"settlement\":\"titreRecette\"")]
    [InlineData("\"endsOn\":\"2030-12-31\"", "\"endsOn\":\"2025-06-30\"")]
    [InlineData("\"startsOn\":\"2018-01-01\"", "\"startsOn\":\"2025-02-01\"")]
    [InlineData("\"method\":\"split\"", "\"method\":\"split\",\"floor\":2000")]
    [InlineData("\"noticeMonths\":6", "\"noticeMonths\":6,\"billingMonths\":3")]
    [InlineData("\"legalForm\":\"serviceCommun\"", "\"legalForm\":\"miseADispositionService\"", "\"settlement\":\"acImputation\"", "\"settlement\":\"titreRecette\"")]
    public async Task A_service_declared_otherwise_for_a_closed_year_is_refused(params string[] changes)
    {
        var service = await ClosedAsync();
        var document = MutualisationDocument();
        for (var i = 0; i < changes.Length; i += 2)
        {
            Assert.Contains(changes[i], document, StringComparison.Ordinal);
            document = document.Replace(changes[i], changes[i + 1], StringComparison.Ordinal);
        }

        using var answer = await PutAsync(service.Address, document);

        await RefusedAsync(answer);
    }

    [Theory]
    [InlineData("38057", "38999")]
    [InlineData("38185", "38001")]
    [InlineData("38151", "38950")]
    public async Task A_commune_whose_insee_code_changes_owes_what_it_owed_and_is_recorded(string before, string after)
    {
        var service = await ClosedAsync(BySiren);

        using var answer = await PutAsync(
            service.Community, Community.Replace($"\"inseeCode\":\"{before}\"", $"\"inseeCode\":\"{after}\"", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("2026-01-01", HttpStatusCode.OK)]
    [InlineData("2025-07-01", HttpStatusCode.Conflict)]
    public async Task A_legal_form_that_begins_after_a_closed_year_is_recorded_and_one_of_that_year_is_refused(
        string from, HttpStatusCode expected)
    {
        var service = await ClosedAsync();

        using var answer = await PutAsync(service.Address, MutualisationDocument().Replace(
            "\"legalForm\":\"serviceCommun\"",
            $$"""
            "legalForms":[{"from":"2018-01-01","form":"serviceCommun"},{"from":"{{from}}","form":"prestationService"}]
            """,
            StringComparison.Ordinal));

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task An_amendment_of_a_closed_year_is_refused_and_one_of_an_open_year_is_not()
    {
        var service = await ClosedAsync();
        string Amended(string day) => MutualisationDocument().TrimEnd()[..^1]
            + $$$""","amendments":[{"number":"1","effectiveOn":"{{{day}}}","purpose":"Parts égales","allocation":{"criteria":[{"criterion":"equal","weight":1}]}}]}""";

        using var inside = await PutAsync(service.Address, Amended("2025-07-01"));
        using var after = await PutAsync(service.Address, Amended("2026-01-01"));

        await RefusedAsync(inside);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task What_is_only_told_of_a_service_may_change_and_so_may_who_takes_part_later()
    {
        var service = await ClosedAsync();

        using var answer = await PutAsync(
            service.Address,
            MutualisationDocument()
                .Replace("direction de l’urbanisme", "direction générale", StringComparison.Ordinal)
                .Replace("\"from\":\"2025-04-01\"", "\"from\":\"2025-04-01\",\"to\":\"2026-06-01\"", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Another_population_of_a_closed_year_is_refused_and_that_of_the_next_is_not()
    {
        var service = await ClosedAsync();

        using var moved = await PutAsync(service.Community, Community.Replace("158601", "150000", StringComparison.Ordinal));
        using var next = await PutAsync(
            service.Community,
            Community.Replace(
                "\"populations\":[{\"kind\":\"totale\",\"year\":2025,\"inhabitants\":158601",
                "\"populations\":[{\"kind\":\"totale\",\"year\":2026,\"inhabitants\":159000,\"source\":\"Insee\"},{\"kind\":\"totale\",\"year\":2025,\"inhabitants\":158601",
                StringComparison.Ordinal));

        await RefusedAsync(moved);
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Fact]
    public async Task Another_baseline_or_price_index_of_a_closed_year_is_refused()
    {
        var service = await ClosedAsync();

        using var baseline = await PutAsync($"{service.Address}/baseline", Baseline.Replace("412300.00", "512300.00", StringComparison.Ordinal));
        using var retained = await PutAsync(
            $"{service.Address}/baseline",
            Baseline.Replace("\"retained\":[]", "\"retained\":[{\"member\":\"38185\",\"year\":2025,\"amount\":\"100.00\"}]", StringComparison.Ordinal));
        using var later = await PutAsync(
            $"{service.Address}/baseline",
            Baseline.Replace("\"retained\":[]", "\"retained\":[{\"member\":\"38185\",\"year\":2026,\"amount\":\"100.00\"}]", StringComparison.Ordinal));

        await RefusedAsync(baseline);
        await RefusedAsync(retained);
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
    }

    /// <summary>Takes the accounts of 2025 from whoever would change them.</summary>
    private protected abstract Task CloseAsync(GivenService service);

    /// <summary>What is answered then.</summary>
    private protected abstract (string Code, string Sentence) Refusal { get; }

    private protected Task<GivenService> ClosedAsync() => ClosedAsync(written => written);

    private async Task<GivenService> ClosedAsync(Func<string, string> naming)
    {
        var service = await DeclareAsync(running.Http);
        await service.PutAsync(service.Community, Community);
        await service.PutAsync(service.Address, naming(MutualisationDocument()));
        await service.FillAsync(2025);
        var costs = await running.Http.GetStringAsync($"{service.Address}/costs/2025", Cancellation);
        await service.PutAsync(
            $"{service.Address}/costs/2025",
            costs.TrimEnd()[..^1] + naming(""","calls":[{"member":"38185","amount":"250000.00","calledOn":"2025-03-31"}]}"""));
        await service.PutAsync($"{service.Address}/baseline", naming(Baseline));
        await CloseAsync(service);
        return service;
    }

    // A document that names members by their SIREN reads the same whatever their INSEE code becomes.
    private static string BySiren(string document) => document
        .Replace("\"38185\"", "\"213801855\"", StringComparison.Ordinal)
        .Replace("\"38151\"", "\"213801517\"", StringComparison.Ordinal)
        .Replace("\"38057\"", "\"213800576\"", StringComparison.Ordinal);

    private protected async Task RefusedAsync(HttpResponseMessage answer)
    {
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal((HttpStatusCode.Conflict, Refusal.Code), (answer.StatusCode, problem.GetProperty("code").GetString()));
        Assert.Equal(Refusal.Sentence, problem.GetProperty("detail").GetString()!.Replace('\u00A0', ' '));
    }

    private protected Task<HttpResponseMessage> PutAsync(string address, string json) =>
        running.Http.PutAsync(address, new StringContent(json, Encoding.UTF8, "application/json"), Cancellation);
}
