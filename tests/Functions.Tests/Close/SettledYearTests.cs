using System.Globalization;
using System.Text.Json;
using Evaluation.Functions.Tests.Administer.Rights;
using Evaluation.Functions.Tests.Decide;
using static Evaluation.Functions.Tests.Decide.EvaluatedService;

namespace Evaluation.Functions.Tests.Close;

/// <summary>The amounts of a year are settled by the finance department, opened by the director, settled again.</summary>
[Collection(Hosted.Name)]
public sealed class SettledYearTests(HostedPeople people)
{
    private const string Year = "/years/2024/settlement";
    private const string Signed = """{"function":"directeur des finances"}""";
    private const string Calls = """
        "calls":[{"member":"38185","amount":"300000.00","calledOn":"2024-06-30"},{"member":"38151","amount":"130000.00","calledOn":"2024-06-30"}]
        """;

    private static readonly string Opening =
        $$"""{"reason":"Facture d’avocat oubliée.","until":"{{Day(3)}}"}""";

    [Fact]
    public async Task A_late_correction_becomes_a_dated_regularisation_of_the_next_call()
    {
        var service = await GivenAsync();

        var first = await FinanceAsync(service, HttpMethod.Put, Year, Signed);
        Assert.Equal((200, "settled"), (first.Status, first.Body.GetProperty("state").GetString()));
        var kept = first.Body.GetProperty("settlings")[0];
        Assert.Equal((2025, 430_750.17m, 430_000m, 750.17m), (kept.GetProperty("carriedTo").GetInt32(), Total(kept, "amount"), Total(kept, "called"), Total(kept, "balance")));
        Assert.All(["amount", "called", "balance"], what =>
            Assert.Equal(Total(kept, what), kept.GetProperty("amounts").EnumerateArray().Sum(a => a.GetProperty(what).GetDecimal())));
        Assert.Equal("409 year.settled", Code(await FinanceAsync(service, HttpMethod.Put, "/costs/2024", CostsOf("31250.00"))));

        Assert.Equal(403, (await FinanceAsync(service, HttpMethod.Delete, Year, Opening)).Status);
        var opened = await service.AskAsync(HttpMethod.Delete, Year, Opening);
        Assert.Equal((200, "opened", Day(3)), (opened.Status, opened.Body.GetProperty("state").GetString(), opened.Body.GetProperty("openUntil").GetString()));
        Assert.Equal(200, (await FinanceAsync(service, HttpMethod.Put, "/costs/2024", CostsOf("31250.00"))).Status);
        var again = await FinanceAsync(service, HttpMethod.Put, Year, Signed);
        Assert.Equal(2, again.Body.GetProperty("settlings").GetArrayLength());

        var carried = (await service.AskAsync(HttpMethod.Get, "/years/2025/settlement")).Body.GetProperty("carried").EnumerateArray().ToList();
        Assert.Equal(750.17m, carried.Where(c => !c.GetProperty("isCorrection").GetBoolean()).Sum(Amount));
        Assert.Equal(12_799.93m, carried.Where(c => c.GetProperty("isCorrection").GetBoolean()).Sum(Amount));
        var next = (await service.AskAsync(HttpMethod.Get, "/allocation?year=2025")).Body.GetProperty("statement").GetProperty("settlement");
        Assert.Equal(13_550.10m, next.GetProperty("carried").GetDecimal());
        Assert.Equal(430_750.17m + 13_550.10m, next.GetProperty("balance").GetDecimal());
        Assert.All(next.GetProperty("members").EnumerateArray(), m => Assert.Equal(
            carried.Where(c => c.GetProperty("payer").GetString() == m.GetProperty("member").GetString()).Sum(Amount),
            m.GetProperty("carried").GetDecimal()));

        var acts = (await service.AskAsync(HttpMethod.Get, "/../../audit", role: "admin")).Body;
        Assert.Equal(
            ["PUT mutualisations/{id}/years/{year}/settlement", "DELETE mutualisations/{id}/years/{year}/settlement", "PUT mutualisations/{id}/years/{year}/settlement"],
            acts.GetProperty("entries").EnumerateArray().OrderBy(e => e.GetProperty("sequence").GetInt64())
                .Select(e => e.GetProperty("action").GetString()!).Where(a => a.EndsWith("/settlement", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Costs_that_are_changed_as_the_year_is_settled_are_those_that_are_settled_or_are_not_there()
    {
        var service = await GivenAsync();
        for (var round = 1; round <= 6; round++)
        {
            var changed = FinanceAsync(service, HttpMethod.Put, "/costs/2024", CostsOf(FormattableString.Invariant($"{20_000 + round}.00")));
            var asked = FinanceAsync(service, HttpMethod.Put, Year, Signed);
            var (costs, settling) = (await changed, await asked);

            Assert.Contains(costs.Status, new[] { 200, 409 });
            Assert.Contains(settling.Status, new[] { 200, 409 });

            // Both may be refused; without the other, the year is settled with what is there.
            if ((await service.AskAsync(HttpMethod.Get, Year)).Body.GetProperty("state").GetString() != "settled")
            {
                Assert.Equal(200, (await FinanceAsync(service, HttpMethod.Put, Year, Signed)).Status);
            }

            var known = (await service.AskAsync(HttpMethod.Get, Year)).Body;
            var there = (await service.AskAsync(HttpMethod.Get, "/allocation?year=2024")).Body.GetProperty("statement").GetProperty("settlement");
            Assert.Equal(there.GetProperty("actual").GetDecimal(), Total(known.GetProperty("settlings").EnumerateArray().Last(), "amount"));
            var opening = $$"""{"reason":"Tour {{round}}.","until":"{{Day(3)}}"}""";
            Assert.Equal(200, (await service.AskAsync(HttpMethod.Delete, Year, opening)).Status);
        }
    }

    [Fact]
    public async Task The_report_of_each_year_tells_what_was_settled_and_what_is_carried_line_by_line()
    {
        var service = await GivenAsync();
        await FinanceAsync(service, HttpMethod.Put, Year, Signed);
        await service.AskAsync(HttpMethod.Delete, Year, Opening);
        await FinanceAsync(service, HttpMethod.Put, "/costs/2024", CostsOf("31250.00"));
        await FinanceAsync(service, HttpMethod.Put, Year, Signed);
        await service.BuildAsync();

        var report = (await service.AskAsync(HttpMethod.Get, "/reports/annual/2025/latest/report.json")).Body.GetProperty("split").GetProperty("settlement");
        Assert.Equal(4, report.GetProperty("carried").GetArrayLength());
        Assert.Equal(13_550.10m, report.GetProperty("total").GetProperty("carried").GetProperty("value").GetDecimal());
        using var page = await service.SendAsync(HttpMethod.Get, "/reports/annual/2025/latest/report.html");
        Assert.Contains("Reporté sur l’appel de 2025", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_settled_carried_and_said_of_calls_and_units_is_named_among_what_changed()
    {
        var service = await GivenAsync();
        await service.Declared.PutAsync(
            $"{service.Address}/costs/2025",
            """{"lines":[{"category":"personnel","stage":"actual","amount":"412300.10"}],"calls":[{"member":"38185","amount":"100.00","calledOn":"2025-06-30"}]}""");
        await service.BuildAsync(2024);
        await service.BuildAsync();
        await FinanceAsync(service, HttpMethod.Put, Year, Signed);
        await service.BuildAsync();
        await service.BuildAsync(2024);

        Assert.Equal(["soldes reportés (2025)"], await RecordsAsync(service, 2025));
        Assert.Equal(["montants arrêtés (2024)"], await RecordsAsync(service, 2024));

        await FinanceAsync(
            service, HttpMethod.Put, "/years/2025/calls/213801855-2025-06-30-provisional-100.00/state", """{"state":"paid","on":"2025-07-30"}""");
        var units = "/members/213801855/units/2025-Q2";
        var figures = (await service.AskAsync(HttpMethod.Get, units)).Body.GetProperty("figures").GetRawText();
        Assert.Equal(201, (await service.AskAsync(HttpMethod.Put, units, $$"""{"state":"confirmed","figures":{{figures}}}""", "admin")).Status);
        await service.BuildAsync();

        Assert.Equal(["états des appels (2025)", "réponses des membres sur leurs unités (2025)"], await RecordsAsync(service, 2025));

        static async Task<IEnumerable<string?>> RecordsAsync(EvaluatedService service, int year) =>
            (await service.AskAsync(HttpMethod.Get, FormattableString.Invariant($"/reports/annual/{year}/latest/report.json"))).Body
                .GetProperty("changes").GetProperty("records").EnumerateArray().Select(r => r.GetString());
    }

    [Theory]
    [InlineData("2026", Signed, "422 settling.notOver")]
    [InlineData("2099", Signed, "422 settling.notOver")]
    [InlineData("2017", Signed, "422 mutualisation.notInForce")]
    [InlineData("2023", Signed, "409 settling.costs")]
    [InlineData("2022", Signed, "409 settling.costs")]
    [InlineData("2021", Signed, "409 settling.notShared")]
    [InlineData("2024", "{}", "422 settling.function")]
    [InlineData("2024", """{"function":"a\nb"}""", "422 settling.function")]
    [InlineData("deux", Signed, "404 year.invalid")]
    public async Task A_year_that_cannot_be_settled_is_refused_and_nothing_is_kept(string year, string body, string refused)
    {
        var service = await GivenAsync();
        await service.Declared.PutAsync($"{service.Address}/costs/2022", """{"lines":[{"category":"personnel","stage":"actual","amount":1},{"category":"fournitures","stage":"forecast","amount":1}]}""");
        await service.Declared.PutAsync($"{service.Address}/costs/2021", """{"lines":[{"category":"personnel","stage":"actual","amount":1}]}""");

        Assert.Equal(refused, Code(await FinanceAsync(service, HttpMethod.Put, $"/years/{year}/settlement", body)));

        if (year != "deux")
        {
            var told = await service.AskAsync(HttpMethod.Get, $"/years/{year}/settlement");
            Assert.Equal(told.Status == 422 ? refused : "open", told.Status == 422 ? Code(told) : told.Body.GetProperty("state").GetString());
        }
    }

    [Fact]
    public async Task Settling_twice_is_once_and_another_is_told_who_did()
    {
        var service = await GivenAsync();
        Assert.Equal("409 opening.notSettled", Code(await service.AskAsync(HttpMethod.Delete, Year, Opening)));
        var first = await FinanceAsync(service, HttpMethod.Put, Year, Signed);

        var twice = await FinanceAsync(service, HttpMethod.Put, Year, Signed);
        var other = await service.AskAsync(HttpMethod.Put, Year, Signed);

        Assert.Equal(first.Body.GetRawText(), twice.Body.GetRawText());
        Assert.Equal("409 settling.settled", Code(other));
        Assert.Contains("(directeur des finances)", other.Body.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_opening_has_its_reason_and_an_end_to_come_and_is_not_taken_twice()
    {
        var service = await GivenAsync();
        await FinanceAsync(service, HttpMethod.Put, Year, Signed);

        Assert.Equal("422 reason.missing", Code(await service.AskAsync(HttpMethod.Delete, Year, $$"""{"until":"{{Day(3)}}"}""")));
        foreach (var until in new[] { Day(-1), Day(400), "demain" })
        {
            Assert.Equal("422 opening.until", Code(await service.AskAsync(HttpMethod.Delete, Year, $$"""{"reason":"Oubli.","until":"{{until}}"}""")));
        }

        Assert.Equal("settled", (await service.AskAsync(HttpMethod.Get, Year)).Body.GetProperty("state").GetString());
        var opened = await service.AskAsync(HttpMethod.Delete, Year, Opening);
        Assert.Equal(opened.Body.GetRawText(), (await service.AskAsync(HttpMethod.Delete, Year, Opening)).Body.GetRawText());
        Assert.Equal("409 opening.open", Code(await service.AskAsync(HttpMethod.Delete, Year, $$"""{"reason":"Autre.","until":"{{Day(9)}}"}""")));
    }

    [Fact]
    public async Task Two_who_settle_at_once_make_one_settling_and_one_of_them_is_told()
    {
        var service = await GivenAsync();

        var answers = await Task.WhenAll(
            FinanceAsync(service, HttpMethod.Put, Year, Signed), service.AskAsync(HttpMethod.Put, Year, """{"function":"directrice"}"""));

        Assert.Equal([200, 409], answers.Select(a => a.Status).Order());
        Assert.Equal(1, (await service.AskAsync(HttpMethod.Get, Year)).Body.GetProperty("settlings").GetArrayLength());
    }

    private static string CostsOf(string fournitures) =>
        $$"""{"lines":[{"category":"personnel","stage":"actual","amount":"412300.10"},{"category":"fournitures","stage":"actual","amount":"{{fournitures}}"}],{{Calls}}}""";

    private static string Day(int after) => DateTimeOffset.UtcNow.AddDays(after).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static decimal Amount(JsonElement carried) => carried.GetProperty("amount").GetDecimal();

    private static decimal Total(JsonElement settling, string what) => settling.GetProperty("total").GetProperty(what).GetDecimal();

    private static Task<(int Status, JsonElement Body)> FinanceAsync(EvaluatedService service, HttpMethod method, string below, string json) =>
        service.AskAsync(method, below, json, "accountant", "finances@ville.example");

    // 2025 is whole and evaluated; 2024 too, with two calls.
    private async Task<EvaluatedService> GivenAsync()
    {
        var service = await PublishAsync(people);
        await service.Declared.CommunityProvidesAsync();
        await service.Declared.FillAsync(2024);
        await service.Declared.PutAsync($"{service.Address}/costs/2024", CostsOf("18450.07"));
        return service;
    }
}
