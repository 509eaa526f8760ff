using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Evaluation.Functions.Tests.Administer.Rights;
using Evaluation.Local;
using static Evaluation.Functions.Tests.Decide.EvaluatedService;

namespace Evaluation.Functions.Tests.Decide;

/// <summary>What a director decides of a year, by the API.</summary>
[Collection(Hosted.Name)]
public sealed class DecisionTests(HostedPeople people)
{
    private const string Address = "/decisions/2025";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_decision_is_recorded_once_with_who_took_it_on_what_version_and_on_what_proposal()
    {
        var service = await PublishAsync(people);
        var sent = await DecisionAsync(service);

        var first = await service.AskAsync(HttpMethod.Put, Address, sent);
        var again = await service.AskAsync(HttpMethod.Put, Address, sent, name: "autre@ville.example");
        var given = await service.AskAsync(HttpMethod.Get, Address, role: "serviceHead");

        Assert.Equal((201, 200, 200), (first.Status, again.Status, given.Status));
        Assert.Equal(first.Body.GetRawText(), given.Body.GetRawText());
        Assert.Equal(
            ("user:a.martin@ville.example", 1),
            (given.Body.GetProperty("decidedBy").GetString(), given.Body.GetProperty("reportVersion").GetInt32()));
        var roundTrip = await service.AskAsync(HttpMethod.Put, Address, given.Body.GetRawText());
        Assert.Equal(given.Body.GetRawText(), roundTrip.Body.GetRawText());
    }

    [Fact]
    public async Task A_decision_without_actions_sent_again_stays_signed_as_it_was()
    {
        var service = await PublishAsync(people);
        var sent = await DecisionAsync(service, d => d.AsObject().Remove("actions"));

        var first = await service.AskAsync(HttpMethod.Put, Address, sent);
        var again = await service.AskAsync(HttpMethod.Put, Address, sent, name: "autre@ville.example");

        Assert.Equal((201, 200), (first.Status, again.Status));
        Assert.Equal(first.Body.GetRawText(), again.Body.GetRawText());
    }

    [Fact]
    public async Task What_is_said_twice_in_one_body_is_refused_and_decides_nothing()
    {
        var service = await PublishAsync(people);
        var sent = await DecisionAsync(service);

        var decided = await service.AskAsync(HttpMethod.Put, Address, sent.Insert(1, "\"decision\":\"stop\","));
        var validated = await service.AskAsync(HttpMethod.Post, Reports + "/v1/validation", """{"function":"directrice","function":"maire"}""");

        Assert.Equal(("400 json.malformed", "400 json.malformed"), (Code(decided), Code(validated)));
        Assert.Equal(["v1 draft"], await service.StatesAsync());
    }

    [Fact]
    public async Task Where_actions_stand_changes_freely_and_the_decision_stays_signed_as_it_was()
    {
        var service = await PublishAsync(people);
        await service.AskAsync(HttpMethod.Put, Address, await DecisionAsync(service));

        var followed = await service.AskAsync(
            HttpMethod.Put, Address, await DecisionAsync(service, d => d["actions"]![0]!["state"] = "carriedOut"), name: "autre@ville.example");

        Assert.Equal(200, followed.Status);
        Assert.Equal("carriedOut", followed.Body.GetProperty("actions")[0].GetProperty("state").GetString());
        Assert.Equal("user:a.martin@ville.example", followed.Body.GetProperty("decidedBy").GetString());
    }

    [Fact]
    public async Task Another_decision_takes_its_place_only_with_a_reason_of_its_own()
    {
        var service = await PublishAsync(people);
        await service.AskAsync(HttpMethod.Put, Address, await DecisionAsync(service));
        async Task<(int, JsonElement)> PutAsync(string reasons, string? why) => await service.AskAsync(
            HttpMethod.Put,
            Address,
            await DecisionAsync(service, d =>
            {
                d["reasons"] = reasons;
                d["correctedBecause"] = why;
            }));

        Assert.Equal("422 decision.correction", Code(await PutAsync("Autres motifs.", null)));
        Assert.Equal(HttpStatusCode.OK, Status(await PutAsync("Autres motifs.", "Erreur de saisie.")));
        Assert.Equal("422 decision.correction", Code(await PutAsync("Encore d’autres.", "Erreur de saisie.")));
        Assert.Equal("Autres motifs.", (await service.AskAsync(HttpMethod.Get, Address)).Body.GetProperty("reasons").GetString());
    }

    [Fact]
    public async Task What_the_app_alone_says_is_not_looked_at_when_it_is_sent()
    {
        var service = await PublishAsync(people);

        var decided = await service.AskAsync(HttpMethod.Put, Address, await DecisionAsync(service, d =>
        {
            (d["decidedAt"], d["decidedBy"], d["proposed"], d["reportVersion"]) = ("hier", 5, "bogus", "dix");
        }));

        Assert.Equal(201, decided.Status);
        Assert.Equal(
            ("user:a.martin@ville.example", 1),
            (decided.Body.GetProperty("decidedBy").GetString(), decided.Body.GetProperty("reportVersion").GetInt32()));
    }

    [Fact]
    public async Task The_same_decision_with_another_reason_of_a_correction_is_told_and_changes_nothing()
    {
        var service = await PublishAsync(people);
        await service.AskAsync(HttpMethod.Put, Address, await DecisionAsync(service));

        var again = await service.AskAsync(HttpMethod.Put, Address, await DecisionAsync(service, d => d["correctedBecause"] = "Erreur."));

        Assert.Equal("422 decision.same", Code(again));
        Assert.False((await service.AskAsync(HttpMethod.Get, Address)).Body.TryGetProperty("correctedBecause", out _));
    }

    [Fact]
    public async Task Actions_are_followed_up_whatever_a_later_version_proposes()
    {
        var service = await PublishAsync(people, isWhole: false);
        var sent = await DecisionAsync(service, d => d["decision"] = "stop");
        Assert.Equal(201, (await service.AskAsync(HttpMethod.Put, Address, sent)).Status);
        await service.Declared.FillAsync(2025);
        await service.BuildAsync();
        var criteria = (await service.AskAsync(HttpMethod.Get, Reports + "/v2/report.json")).Body.GetProperty("criteria");
        Assert.NotEqual("arreter", criteria.GetProperty("proposal").GetString());

        var followed = await service.AskAsync(HttpMethod.Put, Address, sent.Replace("toDo", "carriedOut", StringComparison.Ordinal));

        Assert.Equal(200, followed.Status);
        Assert.Equal(1, followed.Body.GetProperty("reportVersion").GetInt32());
        Assert.False(followed.Body.TryGetProperty("proposed", out _));
    }

    [Fact]
    public async Task A_service_that_is_only_an_idea_since_has_nothing_validated_transmitted_or_decided()
    {
        var service = await PublishAsync(people);
        var sent = await DecisionAsync(service);
        await service.Declared.PutAsync(service.Address, $$"""{{GivenService.MutualisationDocument()[..^1]}},"offerStatus":"exploratoire"}""");

        Assert.Equal("422 mutualisation.notInForce", Code(await service.AskAsync(HttpMethod.Post, Reports + "/v1/validation", Signed)));
        Assert.Equal("422 mutualisation.notInForce", Code(await service.AskAsync(HttpMethod.Post, Reports + "/v1/transmission", "{}")));
        Assert.Equal("422 mutualisation.notInForce", Code(await service.AskAsync(HttpMethod.Put, Address, sent)));
        Assert.Equal(["v1 draft"], await service.StatesAsync());
    }

    [Fact]
    public async Task What_is_wrong_with_an_action_that_is_followed_up_is_told_alone_and_a_year_to_come_is_not_decided()
    {
        var service = await PublishAsync(people);
        var sent = await DecisionAsync(service);
        await service.AskAsync(HttpMethod.Put, Address, sent);

        var dropped = await service.AskAsync(HttpMethod.Put, Address, sent.Replace("toDo", "dropped", StringComparison.Ordinal));
        var later = await service.AskAsync(HttpMethod.Put, Address.Replace("2025", "2099", StringComparison.Ordinal), sent);

        Assert.Equal(("422 action.note", "422 year.notOver"), (Code(dropped), Code(later)));
    }

    [Fact]
    public async Task Of_two_directors_who_decide_at_once_one_wins_and_the_other_is_told()
    {
        var service = await PublishAsync(people);
        var sent = await DecisionAsync(service);

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(n => service.AskAsync(
            HttpMethod.Put, Address, sent.Replace("tenus", $"tenus ({n})", StringComparison.Ordinal), name: $"d{n}@ville.example")));

        Assert.Equal([201, 422], answers.Select(a => a.Status).Order());
        Assert.Equal("422 decision.correction", Code(answers.Single(a => a.Status == 422)));
    }

    [Fact]
    public async Task Only_what_was_read_is_replaced()
    {
        var service = await PublishAsync(people);
        var sent = await DecisionAsync(service);

        using var before = await service.SendAsync(HttpMethod.Put, Address, sent, ifMatch: "\"v1\"");
        using var first = await service.SendAsync(HttpMethod.Put, Address, sent);
        using var stale = await service.SendAsync(HttpMethod.Put, Address, sent.Replace("toDo", "inProgress", StringComparison.Ordinal), ifMatch: "\"v9\"");

        Assert.Equal((HttpStatusCode.PreconditionFailed, HttpStatusCode.PreconditionFailed), (before.StatusCode, stale.StatusCode));
        Assert.Equal("\"v1\"", first.Headers.ETag!.ToString());
    }

    [Fact]
    public async Task A_departure_from_what_the_report_proposes_says_why()
    {
        var service = await PublishAsync(people);
        var proposed = (await service.AskAsync(HttpMethod.Get, Reports + "/v1/report.json")).Body.GetProperty("criteria")
            .TryGetProperty("proposal", out var proposal) ? proposal.GetString() : null;
        Assert.NotNull(proposed);
        var sent = await DecisionAsync(service, d =>
        {
            d["decision"] = proposed == "arreter" ? "continue" : "stop";
            d["departsBecause"] = null;
        });

        var silent = await service.AskAsync(HttpMethod.Put, Address, sent);

        Assert.Equal("422 decision.departure", Code(silent));
        Assert.Equal("404 decision.unknown", Code(await service.AskAsync(HttpMethod.Get, Address)));
    }

    [Theory]
    [InlineData("/decisions/2024", "409 decision.noEvaluation")]
    [InlineData("/decisions/2010", "422 mutualisation.notInForce")]
    [InlineData("/decisions/2025-03", "404 year.invalid")]
    [InlineData("/decisions/25", "404 year.invalid")]
    public async Task A_year_without_evaluation_is_not_decided_upon(string address, string code)
    {
        var service = await PublishAsync(people);

        Assert.Equal(code, Code(await service.AskAsync(HttpMethod.Put, address, await DecisionAsync(service))));
    }

    [Theory]
    [InlineData("serviceHead")]
    [InlineData("accountant")]
    [InlineData("commune")]
    public async Task Only_a_director_decides(string role)
    {
        var service = await PublishAsync(people);

        Assert.Equal("403 access.denied", Code(await service.AskAsync(HttpMethod.Put, Address, await DecisionAsync(service), role)));
        var read = await service.AskAsync(HttpMethod.Get, Address, role: role);
        Assert.Equal(role == "commune" ? "403 access.denied" : "404 decision.unknown", Code(read));
    }

    [Fact]
    public async Task A_trial_writes_nothing()
    {
        var service = await PublishAsync(people);

        var tried = await service.AskAsync(HttpMethod.Put, Address + "?dryRun=true", await DecisionAsync(service));

        Assert.Equal((200, "404 decision.unknown"), (tried.Status, Code(await service.AskAsync(HttpMethod.Get, Address))));
    }

    [Fact]
    public async Task The_decision_of_the_year_goes_out_with_the_notice_of_its_report()
    {
        var service = await PublishAsync(people);
        await service.AskAsync(HttpMethod.Put, Address, await DecisionAsync(service));
        await service.TransmitAsync("v1");

        var notices = await service.NoticesAsync();
        Assert.NotEmpty(notices);
        Assert.All(notices, n => Assert.Contains(
            "poursuivre, à compter du 1er\u00A0janvier 2027. Les délais sont tenus.", n.GetProperty("text").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_version_built_after_the_decision_prints_it_and_the_version_before_stays_as_it_was()
    {
        var service = await PublishAsync(people);
        var before = await people.Open.GetByteArrayAsync(service.Address + Reports + "/v1/report.html", Cancellation);
        await service.AskAsync(HttpMethod.Put, Address, await DecisionAsync(service));
        await service.BuildAsync();
        await service.BuildAsync();

        Assert.Equal(["v1 replaced", "v2 draft"], await service.StatesAsync());
        Assert.Equal(before, await people.Open.GetByteArrayAsync(service.Address + Reports + "/v1/report.html", Cancellation));
        Assert.Contains("à enregistrer", Encoding.UTF8.GetString(before), StringComparison.Ordinal);
        var page = await people.Open.GetStringAsync(service.Address + Reports + "/v2/report.html", Cancellation);
        Assert.DoesNotContain("à enregistrer", page, StringComparison.Ordinal);
        Assert.Contains("Les délais sont tenus.", page, StringComparison.Ordinal);
        Assert.Contains("Revoir la clé.", page, StringComparison.Ordinal);
        var report = (await service.AskAsync(HttpMethod.Get, Reports + "/v2/report.json")).Body;
        Assert.Equal("continue", report.GetProperty("criteria").GetProperty("decided").GetProperty("decision").GetString());
        Assert.DoesNotContain(
            report.GetProperty("summary").GetProperty("asked").EnumerateArray(),
            a => a.GetString()!.StartsWith("Décider de la suite du service", StringComparison.Ordinal));
        var csv = await people.Open.GetStringAsync(service.Address + Reports + "/v2/report.csv", Cancellation);
        Assert.Contains("Décision du directeur", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task States_and_decisions_come_back_with_an_archive()
    {
        var service = await PublishAsync(people);
        await service.AskAsync(HttpMethod.Put, Address, await DecisionAsync(service));
        await service.AskAsync(HttpMethod.Put, Address, await DecisionAsync(service, d => d["actions"]![0]!["state"] = "inProgress"));
        await service.TransmitAsync("v1");
        var states = (await service.AskAsync(HttpMethod.Get, "/reports")).Body.GetRawText();
        var decision = (await service.AskAsync(HttpMethod.Get, Address)).Body.GetRawText();
        var archive = await people.Open.GetByteArrayAsync(new Uri(service.Declared.Community + "/archive", UriKind.Relative), Cancellation);
        await using var storage = await Azurite.StartAsync(null, Cancellation);
        await using var elsewhere = await RunningApp.StartOnAsync(storage, Cancellation);
        using var content = new ByteArrayContent(archive);
        content.Headers.ContentType = new("application/zip");

        using var restored = await elsewhere.Http.PutAsync(service.Declared.Community + "/archive", content, Cancellation);

        Assert.True(restored.IsSuccessStatusCode, await restored.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(states, (await elsewhere.Http.GetFromJsonAsync<JsonElement>(service.Address + "/reports", Cancellation)).GetRawText());
        Assert.Equal(decision, (await elsewhere.Http.GetFromJsonAsync<JsonElement>(service.Address + Address, Cancellation)).GetRawText());
    }

    // Goes on, and says why where the report of the year proposes something else.
    private static async Task<string> DecisionAsync(EvaluatedService service, Action<JsonNode>? change = null)
    {
        var criteria = (await service.AskAsync(HttpMethod.Get, Reports + "/v1/report.json")).Body.GetProperty("criteria");
        var departs = criteria.TryGetProperty("proposal", out var proposal) && proposal.GetString() != "poursuivre";
        var document = JsonNode.Parse("""
            {"decision":"continue","reasons":"Les délais sont tenus.","effectiveOn":"2027-01-01",
            "actions":[{"label":"Revoir la clé.","owner":"direction de l’urbanisme","dueOn":"2026-12-15","state":"toDo"}]}
            """)!;
        document["departsBecause"] = departs ? "Le comité de pilotage en a débattu." : null;
        change?.Invoke(document);
        return Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(document));
    }
}
