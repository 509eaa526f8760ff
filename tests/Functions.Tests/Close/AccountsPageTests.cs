using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Evaluation.Functions.Tests.Administer.Rights;
using Evaluation.Functions.Tests.Decide;

namespace Evaluation.Functions.Tests.Close;

/// <summary>The page of the accounts of a year: what it shows to whom, and what its forms do.</summary>
[Collection(Hosted.Name)]
public sealed class AccountsPageTests(HostedPeople people)
{
    private const string Costs = """
        {"lines":[{"category":"personnel","stage":"actual","amount":"412300.10"}],
        "calls":[{"member":"38185","amount":"300000.00","calledOn":"2025-06-30"},{"member":"38151","amount":"100000.00","calledOn":"2025-06-30"}]}
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Tomorrow => DateTimeOffset.UtcNow.AddDays(2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public async Task The_finance_department_settles_a_director_opens_and_both_find_what_was_decided()
    {
        var service = await GivenAsync();

        var page = await SubmitAsync(service, "accountant", "Arrêter les montants de 2025", new() { ["function"] = "directeur des finances" });
        Assert.Equal("Les montants de 2025 sont arrêtés.", Told(page));
        Assert.Null(Button(page, "Ouvrir les montants de 2025"));
        Assert.Null(Button(page, "Arrêter les montants de 2025"));
        page = await SubmitAsync(service, "director", "Ouvrir les montants de 2025", new() { ["until"] = Tomorrow, ["reason"] = "Facture <b>oubliée</b>." });
        Assert.StartsWith("Les montants de 2025 sont ouverts jusqu’au", Told(page), StringComparison.Ordinal);
        await service.Declared.PutAsync($"{service.Address}/costs/2025", Costs.Replace("412300.10", "422300.10", StringComparison.Ordinal));
        page = await SubmitAsync(service, "director", "Arrêter les montants de 2025", new() { ["function"] = "directrice générale" });

        Assert.Equal(
            ["arrêtés", "ouverts", "arrêtés"],
            page.QuerySelectorAll("section[aria-labelledby=journal] td[data-l=Décision]").Select(d => d.TextContent.Split(' ')[0]));
        Assert.Contains("Facture <b>oubliée</b>.", page.QuerySelector("section[aria-labelledby=journal]")!.TextContent, StringComparison.Ordinal);
        var correction = page.QuerySelectorAll("table").Single(t => t.QuerySelector("caption")!.TextContent.Contains("arrêtés de nouveau", StringComparison.Ordinal));
        Assert.Equal(["412 300,10", "422 300,10", "+12 300,10", "+22 300,10", "+10 000,00"], correction.QuerySelectorAll("tfoot td").Select(c => Plain(c.TextContent)));
    }

    [Fact]
    public async Task The_accountant_says_where_a_call_stands_and_what_is_refused_stays_in_the_form()
    {
        var service = await GivenAsync();
        var list = await PageAsync(service, "accountant");
        var chosen = list.QuerySelector<IHtmlAnchorElement>("section[aria-labelledby=appels] tbody a")!.GetAttribute("href")!.Split('#')[0];

        var page = await SubmitAsync(service, "accountant", "Enregistrer l’état", new() { ["state"] = "disputed", ["on"] = "2025-09-01" }, chosen, 422);
        Assert.Contains("Un appel contesté s’explique", Plain(page.QuerySelector(".msg-bad[role=alert]")!.TextContent), StringComparison.Ordinal);
        Assert.Equal(("disputed", "2025-09-01"), (
            page.QuerySelector<IHtmlSelectElement>("#etat")!.Value, page.QuerySelector<IHtmlInputElement>("#depuis")!.GetAttribute("value")));
        page = await SubmitAsync(
            service, "accountant", "Enregistrer l’état", new() { ["state"] = "disputed", ["on"] = "2025-09-01", ["comment"] = "Unités de mai." }, chosen);

        Assert.Equal("L’appel du 30 juin 2025 (Grenoble) est contesté depuis le 1er septembre 2025.", Told(page));
        Assert.Contains("Unités de mai.", page.QuerySelector("section[aria-labelledby=appels] table td.x")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Grenoble conteste", page.QuerySelector("section[aria-labelledby=montants] ul:not(nav ul)")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_given_from_a_page_that_was_read_before_another_is_told_who_gave_it()
    {
        var service = await GivenAsync();
        var chosen = (await PageAsync(service, "accountant")).QuerySelector<IHtmlAnchorElement>("section[aria-labelledby=appels] tbody a")!.GetAttribute("href")!.Split('#')[0];
        await SubmitAsync(service, "accountant", "Enregistrer l’état", new() { ["state"] = "paid", ["on"] = "2025-08-01", ["seen"] = "" }, chosen);

        var page = await SubmitAsync(service, "accountant", "Enregistrer l’état", new() { ["state"] = "issued", ["on"] = "2025-09-01", ["seen"] = "" }, chosen, 409);

        Assert.Contains("a été dit payé depuis le 1er août 2025 entre-temps, par a.martin@ville.example", Plain(page.QuerySelector(".msg-bad")!.TextContent), StringComparison.Ordinal);
        Assert.NotEqual("", page.QuerySelector<IHtmlInputElement>("input[name=seen]")!.Value);
    }

    [Theory]
    [InlineData("serviceHead", HttpStatusCode.OK)]
    [InlineData("commune", HttpStatusCode.Forbidden)]
    public async Task Who_keeps_no_accounts_finds_no_form_and_may_post_none(string role, HttpStatusCode shown)
    {
        var service = await GivenAsync();
        using var page = await SendAsync(HttpMethod.Get, PathOf(service), service, role);
        Assert.Equal(shown, page.StatusCode);
        Assert.DoesNotContain("method=\"post\"", await page.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        foreach (var below in new[] { "/settlement", "/openings", "/calls/x/state" })
        {
            using var posted = await SendAsync(HttpMethod.Post, PathOf(service) + below, service, role, "function=a");
            Assert.Equal(HttpStatusCode.Forbidden, posted.StatusCode);
        }
    }

    [Fact]
    public async Task What_cannot_be_settled_is_said_and_a_link_tells_nothing_that_did_not_happen()
    {
        var service = await GivenAsync();
        await service.Declared.PutAsync($"{service.Address}/costs/2025", Costs.Replace("\"actual\"", "\"forecast\"", StringComparison.Ordinal));

        var page = await SubmitAsync(service, "accountant", "Arrêter les montants de 2025", new() { ["function"] = "comptable" }, refused: 409);

        Assert.Contains("il manque : Personnel", Plain(page.QuerySelector(".msg-bad")!.TextContent), StringComparison.Ordinal);
        Assert.Equal("comptable", page.QuerySelector<IHtmlInputElement>("#fonction")!.GetAttribute("value"));
        foreach (var done in new[] { "settled", "opened", "said", "<b>" })
        {
            Assert.Empty((await PageAsync(service, "accountant", $"{PathOf(service)}?done={Uri.EscapeDataString(done)}")).QuerySelectorAll(".msg"));
        }

        var running = await PageAsync(service, "accountant", PathOf(service).Replace("2025", "2026", StringComparison.Ordinal));
        Assert.Empty(running.QuerySelectorAll("form[method=post]"));
    }

    private static string PathOf(EvaluatedService service) => $"/portal/communities/{service.Siren}/mutualisations/ads/accounts/2025";

    private static string Told(IHtmlDocument page) => Plain(page.QuerySelector(".msg[role=status]")!.TextContent);

    private static string Plain(string text) => string.Join(' ', text.Replace('\u00A0', ' ').Replace('\u202F', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IElement? Button(IHtmlDocument page, string name) => page.QuerySelectorAll("form button").FirstOrDefault(b => b.TextContent == name);

    private async Task<IHtmlDocument> SubmitAsync(
        EvaluatedService service, string role, string button, Dictionary<string, string> fields, string? from = null, int? refused = null)
    {
        var page = await PageAsync(service, role, from);
        var form = Button(page, button)!.Closest("form")!;
        using var body = new FormUrlEncodedContent(fields);
        using var answer = await SendAsync(
            HttpMethod.Post, form.GetAttribute("action")!, service, role, await body.ReadAsStringAsync(Cancellation));
        if (refused is { } status)
        {
            Assert.Equal(status, (int)answer.StatusCode);
            return await ParsedAsync(answer);
        }

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return await PageAsync(service, role, answer.Headers.Location!.OriginalString);
    }

    private async Task<IHtmlDocument> PageAsync(EvaluatedService service, string role, string? path = null)
    {
        using var answer = await SendAsync(HttpMethod.Get, path ?? PathOf(service), service, role);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await ParsedAsync(answer);
    }

    private static async Task<IHtmlDocument> ParsedAsync(HttpResponseMessage answer) =>
        await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Cancellation));

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, EvaluatedService service, string role, string? form = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", service.PrincipalOf(role));
        if (form is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
            request.Content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
        }

        return await people.Http.SendAsync(request, Cancellation);
    }

    [Fact]
    public async Task The_page_of_a_running_year_shows_what_is_carried_to_it_before_its_cost_is_known()
    {
        var service = await GivenAsync();
        Assert.Equal(200, (await service.AskAsync(HttpMethod.Put, "/years/2025/settlement", """{"function":"comptable"}""", "accountant")).Status);
        await service.Declared.PutAsync($"{service.Address}/costs/2026", """{"lines":[{"category":"personnel","stage":"forecast","amount":"1000.00"}],"calls":[{"member":"38185","amount":"100.00","calledOn":"2026-03-31"}]}""");

        var (_, page) = await people.AskAsync(
            HttpMethod.Get, $"/portal/communities/{service.Siren}/mutualisations/ads/accounts/2026", null, null, $"accountant:{service.Siren}");

        Assert.Contains("Reporté sur l’appel de 2026", page, StringComparison.Ordinal);
        Assert.Contains("ne se répartit pas encore entre les membres", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Rien n’a été appelé", page, StringComparison.Ordinal);
    }

    private async Task<EvaluatedService> GivenAsync()
    {
        var service = await EvaluatedService.PublishAsync(people);
        await service.Declared.CommunityProvidesAsync();
        await service.Declared.PutAsync($"{service.Address}/costs/2025", Costs);
        return service;
    }
}
