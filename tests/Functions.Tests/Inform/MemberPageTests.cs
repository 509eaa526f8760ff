using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Evaluation.Functions.Tests.Administer.Rights;
using Evaluation.Functions.Tests.Decide;

namespace Evaluation.Functions.Tests.Inform;

/// <summary>The page of a commune, the page of its provider: what their forms do.</summary>
[Collection(Hosted.Name)]
public sealed class MemberPageTests(HostedPeople people)
{
    private const string Bresson = "213800576";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_commune_contests_its_units_the_provider_maintains_the_commune_confirms()
    {
        var service = await EvaluatedService.PublishAsync(people);
        await service.TransmitAsync("v1");
        var (commune, head) = ($"commune:{service.Siren}/{Bresson}", $"serviceHead:{service.Siren}/ads");
        var own = $"/portal/communities/{service.Siren}/members/{Bresson}?year=2025";
        var provider = $"/portal/communities/{service.Siren}/mutualisations/ads/units?year=2025";

        var page = await PageAsync(own, commune);
        Assert.Contains("Montants du rapport de 2025, version 1", Plain(page.QuerySelector("#paie")!.ParentElement!.TextContent), StringComparison.Ordinal);
        page = await SubmitAsync(page, "details form", commune, new() { ["state"] = "contested", ["reason"] = "Un dossier <b>de trop</b>." });
        Assert.Contains("Votre contestation est enregistrée.", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Un dossier <b>de trop</b>.", page.QuerySelector(".rows .val")!.TextContent, StringComparison.Ordinal);

        var read = await PageAsync(provider, head);
        Assert.Contains("contestées", read.QuerySelector("#reponses")!.ParentElement!.TextContent, StringComparison.Ordinal);
        read = await SubmitAsync(read, "form[action$=reply]", head, new() { ["words"] = "Ils sont distincts." });
        Assert.Contains("Votre réponse est enregistrée", read.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(read.QuerySelector("form[action$=reply]"));

        page = await PageAsync(own, commune);
        Assert.Contains("Le service maintient : Ils sont distincts.", Plain(page.QuerySelector(".rows .val")!.TextContent), StringComparison.Ordinal);
        page = await SubmitAsync(page, ".rows .act form", commune, []);
        Assert.Contains("Votre confirmation est enregistrée.", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_is_told_with_what_was_written_and_a_button_pressed_twice_is_once()
    {
        var service = await EvaluatedService.PublishAsync(people);
        var commune = $"commune:{service.Siren}/{Bresson}";
        var page = await PageAsync($"/portal/communities/{service.Siren}/members/{Bresson}?year=2025", commune);

        var refused = await SubmitAsync(page, "details form", commune, new() { ["state"] = "contested", ["reason"] = "", ["rating"] = "", ["comment"] = "Sans note." }, 422);
        var first = await SubmitAsync(page, ".rows .act form", commune, []);
        var second = await SubmitAsync(page, ".rows .act form", commune, []);
        var other = await SubmitAsync(page, "details form", commune, new() { ["state"] = "contested", ["reason"] = "Trop tard." }, 412);

        Assert.Contains("Rien n’a été changé.", refused.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Sans note.", refused.QuerySelector<IHtmlTextAreaElement>("details[open] textarea[name=comment]")!.Value);
        Assert.All([first, second], p => Assert.Contains("Votre confirmation est enregistrée.", p.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal));
        Assert.Contains("Quelqu’un a répondu entre-temps", other.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_that_maintains_twice_did_it_once_and_other_words_are_told_to_come_late()
    {
        var service = await EvaluatedService.PublishAsync(people);
        var (commune, head) = ($"commune:{service.Siren}/{Bresson}", $"serviceHead:{service.Siren}/ads");
        var page = await PageAsync($"/portal/communities/{service.Siren}/members/{Bresson}?year=2025", commune);
        await SubmitAsync(page, "details form", commune, new() { ["state"] = "contested", ["reason"] = "Un dossier de trop." });
        var provider = await PageAsync($"/portal/communities/{service.Siren}/mutualisations/ads/units?year=2025", head);

        var first = await SubmitAsync(provider, "form[action$=reply]", head, new() { ["words"] = "Ils sont distincts." });
        var second = await SubmitAsync(provider, "form[action$=reply]", head, new() { ["words"] = "Ils sont distincts." });
        var other = await SubmitAsync(provider, "form[action$=reply]", head, new() { ["words"] = "Non." }, 412);

        Assert.All([first, second], p => Assert.Contains("Votre réponse est enregistrée", p.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal));
        Assert.Contains("La réponse de la commune ou celle du service a changé entre-temps", other.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("titreRecette", false)]
    [InlineData("gratuit", true)]
    public async Task What_is_to_be_settled_less_the_calls_is_the_balance_even_of_a_free_service(string settlement, bool isFree)
    {
        var service = await GivenService.DeclareAsync(people.Open);
        await service.PutAsync(
            service.Address,
            GivenService.MutualisationDocument().Replace("\"settlement\":\"acImputation\"", $"\"settlement\":\"{settlement}\"", StringComparison.Ordinal));
        await service.FillAsync(2025);
        var costs = await people.Open.GetStringAsync($"{service.Address}/costs/2025", Cancellation);
        await service.PutAsync(
            $"{service.Address}/costs/2025",
            costs.TrimEnd()[..^1] + ""","calls":[{"member":"38057","amount":"1000.00","calledOn":"2025-03-31"}]}""");

        var page = await PageAsync($"/portal/communities/{service.Siren}/members/{Bresson}?year=2025", $"director:{service.Siren}");

        var told = page.QuerySelectorAll("dl.dec > div").ToDictionary(
            d => Plain(d.QuerySelector("dt")!.TextContent), d => Euros(d.QuerySelector(".big")!.TextContent));
        Assert.Equal(["Montant de 2025 (projet)", "À régler", "moins : appels de 2025", "reste : solde"], told.Keys);
        Assert.True(told["Montant de 2025 (projet)"] > 0);
        Assert.Equal(isFree ? 0 : told["Montant de 2025 (projet)"], told["À régler"]);
        Assert.Equal(1000, told["moins : appels de 2025"]);
        Assert.Equal(told["À régler"] - told["moins : appels de 2025"], told["reste : solde"]);
        Assert.Equal(isFree, page.QuerySelectorAll(".trace li").Any(li => li.TextContent.StartsWith("À régler", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_commune_finds_its_page_and_who_reads_the_service_has_no_form_on_it()
    {
        var service = await EvaluatedService.PublishAsync(people);
        var address = $"/portal/communities/{service.Siren}";

        var home = await PageAsync(address, $"commune:{service.Siren}/{Bresson}");
        var director = await PageAsync($"{address}/members/38057?year=2025", $"director:{service.Siren}");
        var (status, _) = await people.GetAsync($"{address}/members/213801517", $"commune:{service.Siren}/{Bresson}");

        Assert.NotNull(home.QuerySelector($"a[href='{address}/members/{Bresson}']"));
        Assert.Contains("Projet", director.QuerySelector("#paie")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Null(director.QuerySelector("form[method=post]"));
        Assert.NotNull(director.QuerySelector(".trace li.tot"));
        Assert.Equal(404, status);
    }

    [Fact]
    public async Task Who_reads_the_service_is_shown_what_was_transmitted_and_below_it_the_draft_named_as_such()
    {
        var service = await EvaluatedService.PublishAsync(people);
        await service.TransmitAsync("v1");
        await service.Declared.PutAsync(
            $"{service.Address}/costs/2025", """{"lines":[{"category":"personnel","stage":"actual","amount":"512300.10"}]}""");
        var path = $"/portal/communities/{service.Siren}/members/{Bresson}?year=2025";
        var commune = await PageAsync(path, $"commune:{service.Siren}/{Bresson}");
        var director = await PageAsync(path, $"director:{service.Siren}");

        Assert.Null(commune.QuerySelector("#projet"));
        Assert.Equal(Amounts(commune, "paie"), Amounts(director, "paie"));
        Assert.NotEqual(Amounts(director, "paie"), Amounts(director, "projet"));
        Assert.Contains("version 1, transmis le", Plain(director.QuerySelector("#paie")!.ParentElement!.TextContent), StringComparison.Ordinal);
        Assert.Equal("Projet, non transmis", director.QuerySelector("#projet")!.TextContent);
        Assert.Contains("Montant de 2025 (projet)", Plain(director.QuerySelector("#projet")!.ParentElement!.TextContent), StringComparison.Ordinal);
        Assert.DoesNotContain("(projet)", Plain(director.QuerySelector("#paie")!.ParentElement!.TextContent), StringComparison.Ordinal);
    }

    private static string[] Amounts(IHtmlDocument page, string section) =>
        [.. page.QuerySelector($"#{section}")!.ParentElement!.QuerySelectorAll("dd .big").Select(d => d.TextContent)];

    private async Task<IHtmlDocument> PageAsync(string address, string role)
    {
        var (status, body) = await people.GetAsync(address, role);
        Assert.True(status == 200, body);
        return await new HtmlParser().ParseDocumentAsync(body, Cancellation);
    }

    private async Task<IHtmlDocument> SubmitAsync(IHtmlDocument page, string form, string role, Dictionary<string, string> fields, int expected = 200)
    {
        var asked = page.QuerySelector<IHtmlFormElement>(form)!;
        var sent = asked.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>().ToDictionary(i => i.Name!, i => i.Value);
        foreach (var (name, value) in fields)
        {
            sent[name] = value;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, asked.GetAttribute("action")) { Content = new FormUrlEncodedContent(sent) };
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", HostedPeople.Principal(role));
        using var answer = await people.Http.SendAsync(request, Cancellation);
        if (expected == 200)
        {
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            return await PageAsync(answer.Headers.Location!.ToString().Split('#')[0], role);
        }

        Assert.Equal(expected, (int)answer.StatusCode);
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Cancellation), Cancellation);
    }

    private static decimal Euros(string text) => decimal.Parse(
        Plain(text).Replace(" ", "", StringComparison.Ordinal).Replace("€", "", StringComparison.Ordinal).Replace('\u2212', '-').Replace(',', '.'),
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
        CultureInfo.InvariantCulture);

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
