using Evaluation.Functions.Tests.Administer.Rights;
using static Evaluation.Functions.Tests.Confirm.ConfirmingService;

namespace Evaluation.Functions.Tests.Confirm;

/// <summary>A commune confirms or contests its units, by the API; the provider answers.</summary>
[Collection(Hosted.Name)]
public sealed class UnitsTests(HostedPeople people)
{
    [Fact]
    public async Task A_commune_confirms_the_figures_that_it_read_once()
    {
        var service = await FillAsync(people);
        var sent = await service.AnswerAsync(Bresson, "confirmed", a => a["rating"] = 4);

        var first = await service.AskAsync(HttpMethod.Put, service.UnitsOf(Bresson), service.Commune(Bresson), sent);
        var again = await service.AskAsync(HttpMethod.Put, service.UnitsOf(Bresson), service.Commune(Bresson), sent);
        var read = await service.AskAsync(HttpMethod.Get, service.UnitsOf("38057"), $"director:{service.Siren}");

        Assert.Equal((201, 200, 200), (first.Status, again.Status, read.Status));
        Assert.Equal((first.Body.GetRawText(), "\"v1\""), (again.Body.GetRawText(), again.Tag));
        Assert.Equal(("confirmed", "\"v1\""), (read.Body.GetProperty("state").GetString(), read.Tag));
        Assert.Equal(
            ["2025-04 24.5", "2025-05 25.5", "2025-06 26.5"],
            read.Body.GetProperty("answer").GetProperty("figures").EnumerateArray().Select(f => $"{f.GetProperty("period")} {f.GetProperty("value")}"));
    }

    [Fact]
    public async Task What_changes_after_it_was_confirmed_is_to_be_confirmed_again()
    {
        var service = await FillAsync(people);
        var first = await service.PutAsync(Bresson, "confirmed");
        await service.Declared.PushedAsync(GivenService.Body("ADS-03 38057 2025-05 99"));

        Assert.Equal("toConfirmAgain", await service.StateAsync(Bresson));
        Assert.Equal("409 units.answered", Code(await service.PutAsync(Bresson, "confirmed")));
        Assert.Equal(200, (await service.PutAsync(Bresson, "confirmed", ifMatch: first.Tag)).Status);
        Assert.Equal("confirmed", await service.StateAsync(Bresson));
    }

    [Fact]
    public async Task What_is_contested_is_maintained_in_words_or_corrected_then_confirmed()
    {
        var service = await FillAsync(people);
        var head = $"serviceHead:{service.Siren}/ads";
        await service.PutAsync(Bresson, "contested");
        var contested = await service.PutAsync(Echirolles, "contested");

        var maintained = await service.AskAsync(HttpMethod.Post, service.UnitsOf(Bresson) + "/reply", head, """{"words":"Les dossiers diffèrent."}""");
        var again = await service.AskAsync(HttpMethod.Post, service.UnitsOf(Bresson) + "/reply", head, """{"words":"Les dossiers diffèrent."}""");
        var other = await service.AskAsync(HttpMethod.Post, service.UnitsOf(Bresson) + "/reply", head, """{"words":"Non."}""");
        await service.Declared.PushedAsync(GivenService.Body("ADS-03 38151 2025-05 24"));
        var late = await service.AskAsync(HttpMethod.Post, service.UnitsOf(Echirolles) + "/reply", head, """{"words":"Non."}""");

        Assert.Equal((200, 200), (maintained.Status, again.Status));
        Assert.Equal(maintained.Body.GetRawText(), again.Body.GetRawText());
        Assert.Equal(("409 units.replied", "409 units.notContested"), (Code(other), Code(late)));
        Assert.Equal(("maintained", "corrected"), (await service.StateAsync(Bresson), await service.StateAsync(Echirolles)));
        Assert.Equal(200, (await service.PutAsync(Bresson, "confirmed", ifMatch: maintained.Tag)).Status);
        Assert.Equal(200, (await service.PutAsync(Echirolles, "confirmed", ifMatch: contested.Tag)).Status);
        Assert.Equal(("confirmed", "confirmed"), (await service.StateAsync(Bresson), await service.StateAsync(Echirolles)));
    }

    [Fact]
    public async Task The_service_is_told_at_once_of_what_is_contested_and_the_member_of_the_reply_each_once()
    {
        var service = await FillAsync(people);
        var head = $"serviceHead:{service.Siren}/ads";
        await service.PutAsync(Echirolles, "confirmed");
        await service.PutAsync(Bresson, "contested");
        await service.PutAsync(Bresson, "contested");
        await service.AskAsync(HttpMethod.Post, service.UnitsOf(Bresson) + "/reply", head, """{"words":"Les dossiers diffèrent."}""");
        await service.AskAsync(HttpMethod.Post, service.UnitsOf(Bresson) + "/reply", head, """{"words":"Les dossiers diffèrent."}""");

        var notices = (await service.Declared.GetAsync($"{service.Declared.Community}/notices")).GetProperty("notices").EnumerateArray().ToList();

        Assert.Equal(
            ["contestedUnits service", "unitsReply member"],
            notices.Select(n => $"{n.GetProperty("kind").GetString()} {n.GetProperty("recipient").GetString()}").Order(StringComparer.Ordinal));
        Assert.Contains("Les dossiers diffèrent.", notices.Single(n => n.GetProperty("kind").GetString() == "unitsReply").GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_answer_at_once_one_wins_and_the_other_is_told()
    {
        var service = await FillAsync(people);

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(n =>
            service.PutAsync(Bresson, "contested", a => a["reason"] = $"Motif {(n == 0 ? "un" : "deux")}.")));

        Assert.Equal(["201", "409 units.answered"], answers.Select(Code).Order());
        Assert.Equal(412, (await service.PutAsync(Bresson, "confirmed", ifMatch: "\"v9\"")).Status);
    }

    [Theory]
    [InlineData("2025-Q2", """{"state":"maybe","figures":[]}""", "422 document.invalid")]
    [InlineData("2025-Q2", """{"state":"contested","figures":[{"indicator":"ADS-03","period":"2025-04","value":1}]}""", "422 document.missing")]
    [InlineData("2025-Q2", """{"state":"confirmed","figures":[{"indicator":"ADS-03","period":"2025-04","value":1}]}""", "409 units.changed")]
    [InlineData("2025-Q2", """{"state":"confirmed","figures":[{"indicator":"ADS-03","period":"2025-04","value":1}],"rating":9}""", "422 units.rating")]
    [InlineData("2025-Q2", """{"state":"confirmed","mood":1}""", "400 json.malformed")]
    [InlineData("2025-05", "{}", "422 units.period")]
    [InlineData("2025", "{}", "422 units.period")]
    [InlineData("2099-Q1", "{}", "422 units.notOver")]
    [InlineData("2025-Q1", "{}", "422 units.notMember")]
    [InlineData("2026-Q1", "{}", "422 units.none")]
    [InlineData("hier", "{}", "404 period.invalid")]
    public async Task What_cannot_be_answered_is_refused_with_a_code_and_a_sentence(string period, string json, string expected)
    {
        var service = await FillAsync(people);

        var answer = await service.AskAsync(HttpMethod.Put, service.UnitsOf(Bresson, period), service.Commune(Bresson), json);

        Assert.Equal(expected, Code(answer));
        Assert.EndsWith(".", answer.Body.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("toConfirm", await service.StateAsync(Bresson));
    }

    [Fact]
    public async Task A_key_without_units_and_a_member_of_another_service_have_nothing_to_confirm()
    {
        var service = await FillAsync(people);
        var free = GivenService.MutualisationDocument().Replace(
            """{"criterion":"population","weight":0.2},{"criterion":"indicator","indicator":"ADS-03","weight":0.8}""",
            """{"criterion":"population","weight":1}""", StringComparison.Ordinal).Replace(
            """,{"member":"38057","from":"2025-04-01"}""", "", StringComparison.Ordinal);
        await service.Declared.PutAsync($"{service.Declared.Community}/mutualisations/egal", free);
        var director = $"director:{service.Siren}";
        string Of(string member) => service.UnitsOf(member).Replace("/ads/", "/egal/", StringComparison.Ordinal);

        Assert.Equal("422 units.noKey", Code(await service.AskAsync(HttpMethod.Get, Of(Echirolles), director)));
        Assert.Equal("404 mutualisation.unknown", Code(await service.AskAsync(HttpMethod.Get, Of(Bresson), service.Commune(Bresson))));
        Assert.Equal("404 member.unknown", Code(await service.AskAsync(HttpMethod.Get, service.UnitsOf("213800001"), director)));
        Assert.Equal("409 units.unanswered", Code(await service.AskAsync(
            HttpMethod.Post, service.UnitsOf(Echirolles) + "/reply", director, """{"words":"Non."}""")));
        Assert.Equal("422 document.missing", Code(await service.AskAsync(
            HttpMethod.Post, service.UnitsOf(Echirolles) + "/reply", director, """{"words":" "}""")));
    }

    [Fact]
    public async Task Trying_writes_nothing()
    {
        var service = await FillAsync(people);

        var tried = await service.AskAsync(
            HttpMethod.Put, service.UnitsOf(Bresson) + "?dryRun=true", service.Commune(Bresson), await service.AnswerAsync(Bresson, "confirmed"));

        Assert.Equal((200, "toConfirm"), (tried.Status, await service.StateAsync(Bresson)));
    }

    [Fact]
    public async Task The_provider_reads_all_units_of_a_year_and_what_members_think_of_the_service()
    {
        var service = await FillAsync(people);
        await service.PutAsync(Bresson, "contested", a =>
        {
            a["rating"] = 2;
            a["comment"] = "Trop lent.";
        });
        await service.PutAsync(Grenoble, "confirmed", a => a["rating"] = 5);

        var read = await service.AskAsync(HttpMethod.Get, $"{service.Declared.Address}/units?year=2025", $"serviceHead:{service.Siren}/ads");

        var units = read.Body.GetProperty("units").EnumerateArray().ToList();
        Assert.Equal(11, units.Count);
        Assert.Equal(
            ["213800576 2025-Q2 contested", "213801855 2025-Q2 confirmed"],
            units.Where(u => u.TryGetProperty("answer", out _)).Select(u => $"{u.GetProperty("member")} {u.GetProperty("period")} {u.GetProperty("state")}").Order());
        Assert.Equal("""{"count":2}""", read.Body.GetProperty("ratings").GetRawText());
    }

    [Fact]
    public async Task The_page_of_units_the_list_and_a_statement_are_of_the_same_year_unless_said()
    {
        var service = await FillAsync(people);
        var head = $"serviceHead:{service.Siren}/ads";

        var list = await service.AskAsync(HttpMethod.Get, $"{service.Declared.Address}/units", head);
        var statement = await service.AskAsync(HttpMethod.Get, $"{service.Declared.Community}/members/{Bresson}/statement", $"director:{service.Siren}");
        var (_, page) = await people.GetAsync($"/portal/communities/{service.Siren}/mutualisations/ads/units", head);

        var year = list.Body.GetProperty("year").GetInt32();
        Assert.Equal(year, statement.Body.GetProperty("year").GetInt32());
        Assert.Contains(FormattableString.Invariant($"<option selected>{year}</option>"), page, StringComparison.Ordinal);
        Assert.Equal("404 year.invalid", Code(await service.AskAsync(HttpMethod.Get, $"{service.Declared.Address}/units?year=hier", head)));
    }

    [Fact]
    public async Task Each_answer_is_in_the_trail_before_it_is_made()
    {
        var service = await FillAsync(people);
        await service.PutAsync(Bresson, "contested");
        await service.AskAsync(HttpMethod.Post, service.UnitsOf(Bresson) + "/reply", $"director:{service.Siren}", """{"words":"Non."}""");

        var trail = await service.Declared.GetAsync($"{service.Declared.Community}/audit");

        Assert.Superset(
            new HashSet<string>
            {
                "PUT mutualisations/{id}/members/{member}/units/{period}", "POST mutualisations/{id}/members/{member}/units/{period}/reply",
            },
            trail.GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("action").GetString()!).ToHashSet());
    }
}
