using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Evaluation.Functions.Tests.Administer.Rights;

namespace Evaluation.Functions.Tests.Operate.Notices;

/// <summary>Who subscribes whom to what, by the API and by the pages: the direction anybody, a member itself, each once.</summary>
[Collection(Hosted.Name)]
public sealed class SubscribingTests(HostedPeople people)
{
    private const string Bresson = "213800576";
    private const string Monthly = """{"kind":"monthly","mutualisation":"ads","to":"mailbox","mailbox":"comite@exemple.fr","as":"xlsx"}""";
    private const string Statement = """{"kind":"memberStatement","as":"docx"}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_direction_subscribes_and_takes_away_and_twice_is_once()
    {
        var service = await GivenService.DeclareAsync(people.Open);
        var (address, director) = ($"{service.Community}/subscriptions", $"director:{service.Siren}");

        var added = await AskAsync(HttpMethod.Post, address, Monthly, director);
        var again = await AskAsync(HttpMethod.Post, address, Monthly.Replace("comite@", "Comite@", StringComparison.Ordinal), director);
        Assert.Equal([201, 200], [added.Status, again.Status]);
        var id = Text(added.Body, "id");
        Assert.Equal(id, Text(again.Body, "id"));
        Assert.Equal([$"{id} monthly ads mailbox xlsx"], await ListedAsync(address, director));

        Assert.Equal(204, await RemoveAsync($"{address}/{id}", director));
        Assert.Equal(204, await RemoveAsync($"{address}/{id}", director));
        Assert.Empty(await ListedAsync(address, director));
        var acts = await AskAsync(HttpMethod.Get, $"{service.Community}/audit", null, "admin");
        Assert.Equal(
            ["DELETE subscriptions/{subscription}", "DELETE subscriptions/{subscription}", "POST subscriptions", "POST subscriptions"],
            acts.Body.GetProperty("entries").EnumerateArray().Select(e => Text(e, "action")).Where(a => a.Contains("subscription", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{"kind":"weekly","to":"director"}""", "document.unknownChoice /kind")]
    [InlineData("""{"kind":"monthly","to":"person"}""", "document.unknownChoice /to")]
    [InlineData("""{"kind":"monthly","to":"mailbox"}""", "subscription.recipient /to")]
    [InlineData("""{"kind":"monthly","to":"mailbox","mailbox":"comité"}""", "contact.mailbox /mailbox")]
    [InlineData("""{"kind":"monthly","mutualisation":"voirie","to":"director"}""", "subscription.service /mutualisation")]
    [InlineData("""{"kind":"memberStatement","to":"director"}""", "subscription.statement /kind")]
    [InlineData("""{"kind":"monthly","to":"member","member":"38057"}""", "subscription.memberKind /kind")]
    [InlineData("""{"kind":"budgetDebate","mutualisation":"ads","to":"director"}""", "subscription.ofCommunity /mutualisation")]
    [InlineData("""{"kind":"annual","to":"member","member":"38999"}""", "member.unknown /member")]
    public async Task What_names_no_report_or_no_reader_of_it_is_refused_at_its_field(string json, string expected)
    {
        var service = await GivenService.DeclareAsync(people.Open);

        var (status, body) = await AskAsync(HttpMethod.Post, $"{service.Community}/subscriptions", json, $"director:{service.Siren}");

        Assert.Equal(422, status);
        Assert.Equal([expected], body.GetProperty("errors").EnumerateArray().Select(e => $"{Text(e, "code")} {Text(e, "pointer")}"));
        Assert.Empty(await ListedAsync($"{service.Community}/subscriptions", "admin"));
    }

    [Fact]
    public async Task A_member_subscribes_itself_to_its_statement_and_to_what_is_transmitted_to_it_and_takes_that_away()
    {
        var service = await GivenService.DeclareAsync(people.Open);
        var (own, commune) = ($"{service.Community}/members/38057/subscriptions", $"commune:{service.Siren}/{Bresson}");

        var statement = await AskAsync(HttpMethod.Post, own, Statement, commune);
        Assert.Equal((201, "member", Bresson), (statement.Status, Text(statement.Body, "to"), Text(statement.Body, "member")));
        Assert.Equal(200, (await AskAsync(HttpMethod.Post, own, Statement, commune)).Status);
        Assert.Equal(201, (await AskAsync(HttpMethod.Post, own, """{"kind":"annual"}""", commune)).Status);
        Assert.Equal(201, (await AskAsync(HttpMethod.Post, own, """{"kind":"annual","mutualisation":"ads","as":"xlsx"}""", commune)).Status);
        Assert.Equal(
            ["annual - member link", "annual ads member xlsx", "memberStatement - member docx"],
            (await ListedAsync(own, commune)).Select(s => s[25..]).Order(StringComparer.Ordinal));

        Assert.Equal(204, await RemoveAsync($"{own}/{Text(statement.Body, "id")}", commune));
        Assert.Equal(2, (await ListedAsync(own, commune)).Count);
    }

    [Theory]
    [InlineData("""{"kind":"monthly"}""", 422, "subscription.memberKind")]
    [InlineData("""{"kind":"annualStatement"}""", 422, "subscription.memberKind")]
    [InlineData("""{"kind":"budgetDebate"}""", 422, "subscription.memberKind")]
    [InlineData("""{"kind":"memberStatement","mutualisation":"ads"}""", 422, "subscription.ofCommunity")]
    [InlineData("""{"kind":"annual","mutualisation":"voirie"}""", 422, "subscription.service")]
    [InlineData("""{"kind":"annual","mutualisation":"aucune"}""", 422, "subscription.service")]
    [InlineData("""{"kind":"annual","to":"director"}""", 400, "json.malformed")]
    [InlineData("""{"kind":"memberStatement","member":"38151"}""", 400, "json.malformed")]
    [InlineData("""{"kind":"annual","mailbox":"maire@exemple.fr"}""", 400, "json.malformed")]
    public async Task A_member_subscribes_to_nothing_else(string json, int expected, string code)
    {
        var service = await GivenService.DeclareAsync(people.Open);
        await service.PutAsync(
            $"{service.Community}/mutualisations/voirie",
            GivenService.MutualisationDocument().Replace(""",{"member":"38057","from":"2025-04-01"}""", "", StringComparison.Ordinal));

        var (status, body) = await AskAsync(
            HttpMethod.Post, $"{service.Community}/members/38057/subscriptions", json, $"commune:{service.Siren}/{Bresson}");

        Assert.Equal((expected, code), (status, Text(body, "code")));
        Assert.Empty(await ListedAsync($"{service.Community}/subscriptions", "admin"));
    }

    [Fact]
    public async Task Another_commune_neither_sees_nor_adds_nor_takes_away()
    {
        var service = await GivenService.DeclareAsync(people.Open);
        var (own, other) = ($"{service.Community}/members/38057/subscriptions", $"commune:{service.Siren}/213801517");
        var id = Text((await AskAsync(HttpMethod.Post, own, Statement, $"commune:{service.Siren}/{Bresson}")).Body, "id");

        Assert.All(
            [
                await AskAsync(HttpMethod.Get, own, null, other),
                await AskAsync(HttpMethod.Post, own, Statement, other),
                await AskAsync(HttpMethod.Delete, $"{own}/{id}", null, other),
            ],
            answer => Assert.Equal((404, "member.other"), (answer.Status, Text(answer.Body, "code"))));
        Assert.Equal(204, await RemoveAsync($"{service.Community}/members/38151/subscriptions/{id}", other));
        Assert.Equal(403, (await AskAsync(HttpMethod.Post, $"{service.Community}/subscriptions", Monthly, other)).Status);
        Assert.Equal(403, (await AskAsync(HttpMethod.Delete, $"{service.Community}/subscriptions/{id}", null, other)).Status);
        Assert.Equal([$"{id} memberStatement - member docx"], await ListedAsync(own, "admin"));
        Assert.Empty(await ListedAsync(own, $"serviceHead:{service.Siren}/ads"));
    }

    [Fact]
    public async Task Many_at_once_are_all_kept_and_a_declaration_that_says_nothing_of_them_loses_none()
    {
        var service = await GivenService.DeclareAsync(people.Open);
        var address = $"{service.Community}/subscriptions";
        string Mailbox(int n) => Monthly.Replace("comite", $"comite{n}", StringComparison.Ordinal);

        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(n => AskAsync(HttpMethod.Post, address, Mailbox(n), "admin")).Append(
            AskAsync(HttpMethod.Put, service.Community, GivenService.CommunityDocument.Replace("Communauté d’essai", "Communauté bis", StringComparison.Ordinal), "admin")));

        Assert.All(answers, a => Assert.True(a.Status is 200 or 201, a.Body.ToString()));
        Assert.Equal(8, (await ListedAsync(address, "admin")).Count);
        await service.PutAsync(service.Community, GivenService.CommunityDocument);
        Assert.Equal(8, (await ListedAsync(address, "admin")).Count);
        await service.PutAsync(service.Community, GivenService.CommunityDocument.TrimEnd()[..^1] + ",\"subscriptions\":[]}");
        Assert.Empty(await ListedAsync(address, "admin"));
    }

    [Fact]
    public async Task The_page_of_the_direction_adds_tells_faults_beside_their_field_and_takes_away()
    {
        var service = await GivenService.DeclareAsync(people.Open);
        var (path, director) = ($"/portal/communities/{service.Siren}/subscriptions", $"director:{service.Siren}");

        var faulty = await SubmitAsync(path, director, 422, ("kind", "monthly"), ("service", ""), ("recipient", "mailbox"), ("mailbox", ""), ("as", "docx"));
        var field = faulty.QuerySelector<IHtmlInputElement>("#adresse")!;
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.Equal("Donnez l’adresse, ou choisissez un autre destinataire.", faulty.GetElementById(field.GetAttribute("aria-describedby")!)!.TextContent);
        Assert.Equal(("monthly", "mailbox", "docx"), (Chosen(faulty, "#rapport"), Chosen(faulty, "#destinataire"), Chosen(faulty, "#forme")));
        var wrong = await SubmitAsync(path, director, 422, ("kind", "memberStatement"), ("service", "ads"), ("recipient", "director"), ("mailbox", ""), ("as", "link"));
        Assert.Equal(["rapport", "service"], wrong.QuerySelectorAll("[aria-invalid=true]").Select(f => f.Id).Order(StringComparer.Ordinal));

        foreach (var _ in new[] { 1, 2 })
        {
            var added = await SubmitAsync(path, director, 303, ("kind", "annual"), ("service", "ads"), ("recipient", $"member:{Bresson}"), ("mailbox", ""), ("as", "docx"));
            Assert.StartsWith("Abonnement enregistré", added.QuerySelector(".msg-ok[role=status]")!.TextContent, StringComparison.Ordinal);
            Assert.Single(added.QuerySelectorAll("section[aria-labelledby=h-subs] tbody tr"));
        }

        var shown = await PageAsync(path, director);
        var removal = shown.QuerySelector("section[aria-labelledby=h-subs] form[method=post]")!.GetAttribute("action")!;
        foreach (var _ in new[] { 1, 2 })
        {
            var removed = await SubmitAsync(removal, director, 303);
            Assert.StartsWith("Cet abonnement est retiré", removed.QuerySelector(".msg-ok[role=status]")!.TextContent, StringComparison.Ordinal);
            Assert.Empty(removed.QuerySelectorAll("section[aria-labelledby=h-subs] tbody tr"));
        }

        Assert.Empty((await PageAsync($"{path}?added=x&removed=", director)).QuerySelectorAll(".msg-bad"));
        Assert.Empty((await PageAsync(path, $"accountant:{service.Siren}")).QuerySelectorAll("form[method=post]"));
    }

    [Fact]
    public async Task A_commune_subscribes_on_its_own_page_and_finds_no_other_reader_there()
    {
        var service = await GivenService.DeclareAsync(people.Open);
        var (path, commune) = ($"/portal/communities/{service.Siren}/members/{Bresson}/subscriptions", $"commune:{service.Siren}/{Bresson}");

        var blank = await PageAsync(path, commune);
        Assert.Null(blank.QuerySelector("#destinataire"));
        Assert.Equal(["", "memberStatement", "annual"], blank.QuerySelectorAll<IHtmlOptionElement>("#rapport option").Select(o => o.Value));
        Assert.Contains("Aucune adresse n’est enregistrée pour Bresson", blank.Body!.TextContent, StringComparison.Ordinal);
        var added = await SubmitAsync(path, commune, 303, ("kind", "memberStatement"), ("service", ""), ("as", "xlsx"), ("recipient", "director"), ("mailbox", "x@exemple.fr"));
        Assert.Contains("Fiche de membre, toutes ses mutualisations, Bresson", added.QuerySelector(".msg-ok")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"/portal/communities/{service.Siren}/members/{Bresson}/subscriptions", (await PageAsync($"/portal/communities/{service.Siren}/members/{Bresson}?year=2025", commune)).Body!.InnerHtml, StringComparison.Ordinal);
        var wrong = await SubmitAsync(path, commune, 422, ("kind", "monthly"), ("service", ""), ("as", "xlsx"));
        Assert.Equal("rapport", Assert.Single(wrong.QuerySelectorAll("[aria-invalid=true]")).Id);
        var removed = await SubmitAsync(added.QuerySelector("section[aria-labelledby=h-subs] form[method=post]")!.GetAttribute("action")!, commune, 303);
        Assert.Empty(removed.QuerySelectorAll("tbody tr"));

        Assert.Empty((await PageAsync(path, $"director:{service.Siren}")).QuerySelectorAll("form[method=post]"));
        Assert.Equal(404, (await people.GetAsync(path, $"commune:{service.Siren}/213801517")).Status);
    }

    [Fact]
    public async Task A_form_of_another_site_subscribes_nobody()
    {
        var service = await GivenService.DeclareAsync(people.Open);
        var path = $"/portal/communities/{service.Siren}/subscriptions";
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([new("kind", "monthly"), new("recipient", "director")]) };
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", HostedPeople.Principal("admin"));
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        using var answer = await people.Http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(await ListedAsync($"{service.Community}/subscriptions", "admin"));
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    private static string? Chosen(IHtmlDocument page, string field) => page.QuerySelector<IHtmlSelectElement>(field)!.Value;

    private async Task<(int Status, JsonElement Body)> AskAsync(HttpMethod method, string address, string? json, string role)
    {
        var (status, body) = await people.AskAsync(method, address, json, null, role);
        return (status, body.Length == 0 ? default : JsonElement.Parse(body));
    }

    private async Task<int> RemoveAsync(string address, string role) => (await people.AskAsync(HttpMethod.Delete, address, null, null, role)).Status;

    private async Task<IReadOnlyList<string>> ListedAsync(string address, string role) =>
    [
        .. (await AskAsync(HttpMethod.Get, address, null, role)).Body.GetProperty("subscriptions").EnumerateArray().Select(s =>
            $"{Text(s, "id")} {Text(s, "kind")} {(s.TryGetProperty("mutualisation", out var of) ? of.GetString() : "-")} {Text(s, "to")} {Text(s, "as")}"),
    ];

    private async Task<IHtmlDocument> PageAsync(string path, string role)
    {
        var (status, body) = await people.GetAsync(path, role);
        Assert.True(status == 200, body);
        return await new HtmlParser().ParseDocumentAsync(body);
    }

    private async Task<IHtmlDocument> SubmitAsync(string action, string role, int expected, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, action) { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) };
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", HostedPeople.Principal(role));
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var answer = await people.Http.SendAsync(request, Cancellation);
        var body = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True((int)answer.StatusCode == expected, body);
        return expected == 303 ? await PageAsync(answer.Headers.Location!.OriginalString, role) : await new HtmlParser().ParseDocumentAsync(body);
    }
}
