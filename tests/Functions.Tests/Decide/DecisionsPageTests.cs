using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Evaluation.Functions.Tests.Administer.Rights;
using static Evaluation.Functions.Tests.Decide.EvaluatedService;

namespace Evaluation.Functions.Tests.Decide;

/// <summary>The page on which a director validates, transmits and decides: what it shows to whom, and what its forms do.</summary>
[Collection(Hosted.Name)]
public sealed class DecisionsPageTests(HostedPeople people)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_director_validates_transmits_and_decides_on_one_page()
    {
        var service = await PublishAsync(people);

        var page = await SubmitAsync(service, await PageAsync(service), "Valider", new() { ["function"] = "directrice générale des services" });
        Assert.Contains("La version 1 est validée.", Told(page), StringComparison.Ordinal);
        Assert.Contains("validé le", Plain(page.QuerySelector("td[data-l=État]")!.TextContent), StringComparison.Ordinal);
        page = await SubmitAsync(service, page, "Transmettre", []);
        Assert.Contains("3 membres en sont avertis", Told(page), StringComparison.Ordinal);
        Assert.Equal(3, page.QuerySelectorAll("section[aria-labelledby=destinataires] tbody tr").Length);
        page = await SubmitAsync(service, page, "Enregistrer", new(Decision)
        {
            ["label0"] = "Revoir <b>la clé</b>.",
            ["owner0"] = "direction",
            ["dueOn0"] = "2026-12-15",
            ["state0"] = "inProgress",
        });

        Assert.Contains("La décision est enregistrée : poursuivre.", Told(page), StringComparison.Ordinal);
        var decided = page.QuerySelector("section[aria-labelledby=decision]")!;
        Assert.Contains("Les délais sont tenus.", decided.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Revoir <b>la clé</b>.", decided.QuerySelector("table th[scope=row]")!.TextContent);
        Assert.Contains("par a.martin@ville.example", decided.TextContent, StringComparison.Ordinal);
        var service1 = await ParsedAsync(await SendAsync(HttpMethod.Get, $"/portal/communities/{service.Siren}/mutualisations/ads?year=2025", service, "director"));
        Assert.Contains("Décision du", service1.QuerySelector("section[aria-labelledby=chiffres]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_is_told_with_what_was_written_still_in_the_form_and_another_decision_says_why()
    {
        var service = await PublishAsync(people);
        var page = await SubmitAsync(service, await PageAsync(service), "Enregistrer", new(Decision) { ["note1"] = "Orpheline." }, 422);
        Assert.Contains("Rien n’a été changé.", page.QuerySelector(".msg-bad[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.All(
            ["Action 1, quoi :", "Action 1, fonction responsable :", "Action 1, échéance :"],
            field => Assert.Contains(field, Plain(page.QuerySelector(".msg-bad")!.TextContent), StringComparison.Ordinal));
        Assert.Equal("Les délais sont tenus.", page.QuerySelector<IHtmlTextAreaElement>("#motifs")!.Value);
        Assert.Contains(page.QuerySelectorAll<IHtmlInputElement>("fieldset input"), i => i.Value == "Orpheline.");

        page = await SubmitAsync(service, await PageAsync(service), "Enregistrer", new(Decision));
        page = await SubmitAsync(service, page, "Enregistrer", new(Decision) { ["reasons"] = "Autres motifs." }, 422);
        Assert.Contains("pourquoi celle-ci la remplace", page.QuerySelector(".msg-bad")!.TextContent, StringComparison.Ordinal);
        page = await SubmitAsync(service, page, "Enregistrer", new(Decision) { ["reasons"] = "Autres motifs.", ["correctedBecause"] = "Erreur." });
        Assert.Contains("Les délais sont tenus.", page.QuerySelector("details.data ul")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_decides_on_an_earlier_reading_is_told_that_somebody_decided_in_between()
    {
        var service = await PublishAsync(people);
        var read = await PageAsync(service);
        await SubmitAsync(service, await PageAsync(service), "Enregistrer", new(Decision));

        var told = await SubmitAsync(service, read, "Enregistrer", new(Decision) { ["reasons"] = "Les miens." }, 412);

        Assert.Contains("Quelqu’un a décidé entre-temps", told.QuerySelector(".msg-bad")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_pressed_twice_decides_once_and_corrects_once()
    {
        var service = await PublishAsync(people);
        var read = await PageAsync(service);
        await SubmitAsync(service, read, "Enregistrer", new(Decision));

        var decided = await SubmitAsync(service, read, "Enregistrer", new(Decision));
        var correction = new Dictionary<string, string>(Decision) { ["reasons"] = "Autres motifs.", ["correctedBecause"] = "Erreur." };
        await SubmitAsync(service, decided, "Enregistrer", correction);
        var corrected = await SubmitAsync(service, decided, "Enregistrer", correction);

        Assert.All([decided, corrected], p => Assert.Contains("La décision est enregistrée : poursuivre.", Told(p), StringComparison.Ordinal));
        Assert.Single(corrected.QuerySelectorAll("details.data ul li"));
    }

    [Theory]
    [InlineData("serviceHead", HttpStatusCode.OK)]
    [InlineData("accountant", HttpStatusCode.OK)]
    [InlineData("commune", HttpStatusCode.Forbidden)]
    public async Task Who_does_not_direct_finds_no_form_and_may_post_none(string role, HttpStatusCode shown)
    {
        var service = await PublishAsync(people);

        using var page = await SendAsync(HttpMethod.Get, PathOf(service), service, role);
        using var decided = await SendAsync(HttpMethod.Post, PathOf(service), service, role, "decision=stop");
        using var validated = await SendAsync(HttpMethod.Post, $"{ServiceOf(service)}{Reports}/v1/validation", service, role, "function=a");

        Assert.True(page.StatusCode == shown, await page.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal((shown, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (page.StatusCode, decided.StatusCode, validated.StatusCode));
        Assert.DoesNotContain("method=\"post\"", await page.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(["v1 draft"], await service.StatesAsync());
    }

    [Fact]
    public async Task A_form_of_another_site_decides_nothing()
    {
        var service = await PublishAsync(people);

        using var validated = await SendAsync(
            HttpMethod.Post, $"{ServiceOf(service)}{Reports}/v1/validation", service, "director", "function=a", "cross-site");
        using var decided = await SendAsync(HttpMethod.Post, PathOf(service), service, "director", "decision=stop", "cross-site");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (validated.StatusCode, decided.StatusCode));
        Assert.Equal(["v1 draft"], await service.StatesAsync());
    }

    [Theory]
    [InlineData("?done=validated")]
    [InlineData("?done=transmitted")]
    [InlineData("?done=decided")]
    [InlineData("?done=%3Cb%3E")]
    public async Task A_link_cannot_make_the_page_tell_what_did_not_happen(string query)
    {
        var service = await PublishAsync(people);

        Assert.Empty((await PageAsync(service, query)).QuerySelectorAll(".msg"));
    }

    [Fact]
    public async Task A_year_without_evaluation_offers_nothing_to_decide()
    {
        var service = await PublishAsync(people);

        var page = await ParsedAsync(await SendAsync(HttpMethod.Get, $"{ServiceOf(service)}/decisions/2024", service, "director"));

        Assert.Contains("Aucune évaluation de 2024 n’est publiée", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("form[method=post]"));
    }

    // Goes on; the sample year proposes to change something, so it says why not.
    private static Dictionary<string, string> Decision => new()
    {
        ["decision"] = "continue",
        ["effectiveOn"] = "2027-01-01",
        ["reasons"] = "Les délais sont tenus.",
        ["departsBecause"] = "Le comité de pilotage en a débattu.",
    };

    private static string ServiceOf(EvaluatedService service) => $"/portal/communities/{service.Siren}/mutualisations/ads";

    private static string PathOf(EvaluatedService service) => $"{ServiceOf(service)}/decisions/2025";

    private static string Told(IDocument page) => Plain(page.QuerySelector(".msg-ok")!.TextContent);

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private async Task<IDocument> PageAsync(EvaluatedService service, string query = "") =>
        await ParsedAsync(await SendAsync(HttpMethod.Get, PathOf(service) + query, service, "director"));

    // Fills in the form of a button as a person does: what it holds already is sent along.
    private async Task<IDocument> SubmitAsync(
        EvaluatedService service, IDocument page, string button, Dictionary<string, string> written, int refused = 0)
    {
        var form = page.QuerySelectorAll<IHtmlFormElement>("form[method=post]").Single(f => f.QuerySelector("button")!.TextContent == button);
        using var answer = await SendAsync(HttpMethod.Post, form.GetAttribute("action")!, service, "director", FilledForm.Of(form, written));
        if (refused > 0)
        {
            Assert.Equal(refused, (int)answer.StatusCode);
            return await ParsedAsync(answer);
        }

        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync(Cancellation));
        return await ParsedAsync(await SendAsync(HttpMethod.Get, answer.Headers.Location!.OriginalString, service, "director"));
    }

    private static async Task<IDocument> ParsedAsync(HttpResponseMessage answer) =>
        await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Cancellation), Cancellation);

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string address, EvaluatedService service, string role, string? form = null, string site = "same-origin")
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", service.PrincipalOf(role));
        request.Headers.Add("Sec-Fetch-Site", site);
        if (form is not null)
        {
            request.Content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
        }

        return await people.Http.SendAsync(request, Cancellation);
    }
}
