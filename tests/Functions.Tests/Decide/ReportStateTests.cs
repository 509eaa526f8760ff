using Evaluation.Functions.Tests.Administer.Rights;
using static Evaluation.Functions.Tests.Decide.EvaluatedService;

namespace Evaluation.Functions.Tests.Decide;

/// <summary>A version of a report goes from project to validated, transmitted and replaced.</summary>
[Collection(Hosted.Name)]
public sealed class ReportStateTests(HostedPeople people)
{
    private const string First = Reports + "/v1";

    [Fact]
    public async Task A_director_validates_then_transmits_and_a_later_version_replaces()
    {
        var service = await PublishAsync(people);
        Assert.Equal(["v1 draft"], await service.StatesAsync());

        var validated = await service.AskAsync(
            HttpMethod.Post, First + "/validation", """{"function":" directrice générale des services ","comment":"Lu."}""");
        Assert.Equal((200, "validated"), (validated.Status, validated.Body.GetProperty("state").GetString()));
        var given = validated.Body.GetProperty("validation");
        Assert.Equal(
            ("user:a.martin@ville.example", "directrice générale des services", "Lu."),
            (given.GetProperty("by").GetString(), given.GetProperty("function").GetString(), given.GetProperty("comment").GetString()));

        var transmitted = await service.AskAsync(HttpMethod.Post, First + "/transmission", "{}");
        Assert.Equal((200, "transmitted"), (transmitted.Status, transmitted.Body.GetProperty("state").GetString()));

        await service.BuildLaterAsync();
        Assert.Equal(["v1 replaced", "v2 draft"], await service.StatesAsync());
        var first = (await service.AskAsync(HttpMethod.Get, "/reports")).Body.GetProperty("reports")[0];
        Assert.Equal("v2", first.GetProperty("replacedBy").GetString());
    }

    [Fact]
    public async Task Validating_or_transmitting_twice_is_once_also_when_another_version_came_in_between()
    {
        var service = await PublishAsync(people);
        var validated = await service.AskAsync(HttpMethod.Post, First + "/validation", Signed);
        var again = await service.AskAsync(HttpMethod.Post, First + "/validation", Signed);
        var transmitted = await service.AskAsync(HttpMethod.Post, First + "/transmission", "{}");
        var transmittedAgain = await service.AskAsync(HttpMethod.Post, First + "/transmission", "{}");
        await service.BuildLaterAsync();
        var late = await service.AskAsync(HttpMethod.Post, First + "/transmission", "{}");

        Assert.Equal(validated.Body.GetRawText(), again.Body.GetRawText());
        Assert.Equal(transmitted.Body.GetRawText(), transmittedAgain.Body.GetRawText());
        Assert.Equal((200, "replaced"), (late.Status, late.Body.GetProperty("state").GetString()));
        Assert.Equal(3, (await service.NoticesAsync()).Length);
    }

    [Fact]
    public async Task Of_two_directors_at_once_one_wins_and_the_other_is_told()
    {
        var service = await PublishAsync(people);

        var validations = await Task.WhenAll(Enumerable.Range(0, 2).Select(n => service.AskAsync(
            HttpMethod.Post, First + "/validation", $$"""{"function":"direction {{n}}"}""", name: $"d{n}@ville.example")));
        var transmissions = await Task.WhenAll(Enumerable.Range(0, 2).Select(n => service.AskAsync(
            HttpMethod.Post, First + "/transmission", "{}", name: $"d{n}@ville.example")));

        Assert.Equal([200, 409], validations.Select(v => v.Status).Order());
        Assert.Equal("409 report.validated", Code(validations.Single(v => v.Status == 409)));
        Assert.Equal([200, 409], transmissions.Select(v => v.Status).Order());
        Assert.Equal("409 report.transmitted", Code(transmissions.Single(v => v.Status == 409)));
        var told = validations.Single(v => v.Status == 200).Body.GetProperty("validation").GetProperty("function").GetString();
        var kept = (await service.AskAsync(HttpMethod.Get, "/reports")).Body.GetProperty("reports")[0];
        Assert.Equal(told, kept.GetProperty("validation").GetProperty("function").GetString());
    }

    [Fact]
    public async Task A_version_that_is_replaced_is_neither_validated_nor_transmitted()
    {
        var service = await PublishAsync(people);
        await service.BuildLaterAsync();

        var validation = await service.AskAsync(HttpMethod.Post, First + "/validation", Signed);
        var transmission = await service.AskAsync(HttpMethod.Post, First + "/transmission", "{}");

        Assert.Equal(("409 report.replaced", "409 report.replaced"), (Code(validation), Code(transmission)));
        Assert.Contains("remplacée par la version 2", validation.Body.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(["v1 replaced", "v2 draft"], await service.StatesAsync());
    }

    [Fact]
    public async Task Below_four_fifths_of_the_values_it_takes_a_written_reason()
    {
        var service = await PublishAsync(people, isWhole: false);

        var silent = await service.AskAsync(HttpMethod.Post, First + "/validation", Signed);
        var written = await service.AskAsync(
            HttpMethod.Post, First + "/validation", """{"function":"direction","comment":"Le logiciel est tombé en panne."}""");

        Assert.Equal("422 report.comment", Code(silent));
        Assert.Contains("1\u00A0valeur reçue sur", silent.Body.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(200, written.Status);
    }

    [Theory]
    [InlineData("/v1/transmission", "{}", "409 report.notValidated")]
    [InlineData("/v1/validation", "{}", "422 report.function")]
    [InlineData("/v1/validation", """{"function":"a\u0007"}""", "422 report.function")]
    [InlineData("/v1/validation", """{"function":"\u200b"}""", "422 report.function")]
    [InlineData("/v1/validation", """{"function":"a","comment":"\u202eb"}""", "422 report.commentInvalid")]
    [InlineData("/v1/validation", """{"function":"a","comment":"a\u0007"}""", "422 report.commentInvalid")]
    [InlineData("/v1/validation", """{"function":"a","state":"transmis"}""", "400 json.malformed")]
    [InlineData("/v9/validation", """{"function":"a"}""", "404 report.unknown")]
    [InlineData("/latest/validation", """{"function":"a"}""", "404 report.unknown")]
    public async Task What_cannot_be_is_refused_and_changes_nothing(string address, string json, string code)
    {
        var service = await PublishAsync(people);

        Assert.Equal(code, Code(await service.AskAsync(HttpMethod.Post, Reports + address, json)));
        Assert.Equal(["v1 draft"], await service.StatesAsync());
    }

    [Theory]
    [InlineData("serviceHead")]
    [InlineData("accountant")]
    [InlineData("commune")]
    public async Task Only_a_director_validates_and_transmits(string role)
    {
        var service = await PublishAsync(people);

        Assert.Equal("403 access.denied", Code(await service.AskAsync(HttpMethod.Post, First + "/validation", Signed, role)));
        Assert.Equal("403 access.denied", Code(await service.AskAsync(HttpMethod.Post, First + "/transmission", "{}", role)));
    }

    [Fact]
    public async Task A_commune_finds_what_was_transmitted_and_nothing_else_by_any_address()
    {
        var service = await PublishAsync(people);
        var files = (await service.AskAsync(HttpMethod.Get, "/reports")).Body.GetProperty("reports")[0].GetProperty("files")
            .EnumerateArray().Select(f => f.GetString()!).ToList();

        Assert.InRange(files.Count, 5, 100);
        Assert.Empty(await service.StatesAsync("commune"));
        Assert.All(await OpenAsync(service, files, "v1", "latest"), status => Assert.Equal(404, status));
        await service.AskAsync(HttpMethod.Post, First + "/validation", Signed);
        Assert.All(await OpenAsync(service, files, "v1", "latest"), status => Assert.Equal(404, status));

        await service.AskAsync(HttpMethod.Post, First + "/transmission", "{}");
        Assert.Equal(["v1 transmitted"], await service.StatesAsync("commune"));
        Assert.All(await OpenAsync(service, files, "v1", "latest"), status => Assert.Equal(200, status));

        await service.BuildLaterAsync();
        Assert.Equal(["v1 replaced"], await service.StatesAsync("commune"));
        Assert.All(await OpenAsync(service, files, "v1", "latest"), status => Assert.Equal(200, status));
        Assert.All(await OpenAsync(service, files, "v2"), status => Assert.Equal(404, status));
        using var latest = await service.SendAsync(HttpMethod.Get, Reports + "/latest/report.html", role: "commune");
        using var first = await service.SendAsync(HttpMethod.Get, First + "/report.html", role: "commune");
        Assert.Equal(first.Headers.ETag, latest.Headers.ETag);
        using var page = await people.Http.SendAsync(PageOf(service), TestContext.Current.CancellationToken);
        var shown = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains($"{First}/report.html", shown, StringComparison.Ordinal);
        Assert.DoesNotContain($"{Reports}/v2/", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_commune_is_told_in_what_function_a_report_was_validated_never_by_which_person()
    {
        var service = await PublishAsync(people);
        await service.TransmitAsync("v1");

        var seen = (await service.AskAsync(HttpMethod.Get, "/reports", role: "commune")).Body.GetProperty("reports")[0];

        Assert.Equal("directrice générale des services", seen.GetProperty("validation").GetProperty("function").GetString());
        Assert.False(seen.GetProperty("validation").TryGetProperty("by", out _));
        Assert.False(seen.GetProperty("transmission").TryGetProperty("by", out _));
    }

    [Fact]
    public async Task Each_member_of_the_year_is_told_once_with_the_written_summary()
    {
        var service = await PublishAsync(people);
        var summary = (await service.AskAsync(HttpMethod.Get, First + "/report.json")).Body.GetProperty("summary");
        await service.TransmitAsync("v1");

        var notices = await service.NoticesAsync();

        Assert.Equal(
            ["213800576", "213801517", "213801855"],
            notices.Select(n => n.GetProperty("member").GetString()!).Order(StringComparer.Ordinal));
        Assert.All(notices, n =>
        {
            Assert.Equal("report~annual~2025~v1", n.GetProperty("occurrence").GetString());
            var text = n.GetProperty("text").GetString()!;
            Assert.Contains(summary.GetProperty("sentence").GetString()!, text, StringComparison.Ordinal);
            Assert.Contains(summary.GetProperty("proposal").GetString()!, text, StringComparison.Ordinal);
            Assert.Contains("validé (directrice générale des services)", text, StringComparison.Ordinal);
        });
        Assert.Contains(notices, n => n.GetProperty("subject").GetString()!.Contains("(Échirolles)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_validated_and_who_transmitted_is_in_the_audit_trail()
    {
        var service = await PublishAsync(people);
        await service.TransmitAsync("v1");

        var acts = (await service.Declared.GetAsync($"{service.Declared.Community}/audit")).GetProperty("entries").EnumerateArray()
            .Where(e => e.GetProperty("target").GetString()!.Contains("/v1/", StringComparison.Ordinal))
            .Select(e => $"{e.GetProperty("caller")} {e.GetProperty("action")}");

        Assert.Equal(
            [
                "user:a.martin@ville.example POST mutualisations/{id}/reports/{kind}/{period}/{version}/validation",
                "user:a.martin@ville.example POST mutualisations/{id}/reports/{kind}/{period}/{version}/transmission",
            ],
            acts);
    }

    private static HttpRequestMessage PageOf(EvaluatedService service)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/portal/communities/{service.Siren}");
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", service.PrincipalOf("commune"));
        return request;
    }

    // Every file of some versions, under the API and under the portal.
    private async Task<IReadOnlyList<int>> OpenAsync(EvaluatedService service, IEnumerable<string> files, params string[] versions)
    {
        var statuses = new List<int>();
        foreach (var (version, file) in versions.SelectMany(v => files.Select(f => (v, f))))
        {
            var below = $"/mutualisations/ads{Reports}/{version}/{file}";
            foreach (var root in new[] { "/api", "/portal" })
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, $"{root}/communities/{service.Siren}{below}");
                request.Headers.Add("X-MS-CLIENT-PRINCIPAL", service.PrincipalOf("commune"));
                using var answer = await people.Http.SendAsync(request, TestContext.Current.CancellationToken);
                statuses.Add((int)answer.StatusCode);
            }
        }

        return statuses;
    }
}
