using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Evaluation.Functions.Tests.Administer.Rights;
using static Evaluation.Functions.Tests.GivenService;

namespace Evaluation.Functions.Tests.Close;

/// <summary>The page on which periods are settled: what it shows to whom, and what its forms do.</summary>
[Collection(Hosted.Name)]
public sealed class PeriodsPageTests(HostedPeople people)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_service_submits_and_validates_then_its_community_accepts()
    {
        var service = await DeclareAsync(people.Open);
        await service.PushedAsync(Body($"ADS-01 {Grenoble} 2025-03 42"));

        Assert.Equal(["Soumettre mars 2025"], await ButtonsAsync(service, "serviceHead", "2025-03"));
        await TakeAsync(service, "serviceHead", "submit");
        Assert.Equal(["Valider mars 2025"], await ButtonsAsync(service, "serviceHead", "2025-03"));
        await TakeAsync(service, "serviceHead", "validate");
        Assert.Empty(await ButtonsAsync(service, "serviceHead", "2025-03"));
        Assert.Equal(["Accepter mars 2025"], await ButtonsAsync(service, "director", "2025-03"));
        var told = await TakeAsync(service, "director", "accept");

        Assert.Equal("Mars 2025 : la période est acceptée par la communauté.", Plain(told.QuerySelector(".msg-ok")!.TextContent));
        var row = Plain(Row(told, "Mars 2025").TextContent);
        Assert.Contains("1 sur ", row, StringComparison.Ordinal);
        Assert.Contains("acceptée par la communauté", row, StringComparison.Ordinal);
        Assert.Contains("La période de mars 2025 est acceptée par Communauté d’essai", row, StringComparison.Ordinal);
        Assert.Equal(
            ["acceptée par la communauté", "validée par le service", "soumise à validation"],
            told.QuerySelectorAll("section[aria-labelledby=journal] td[data-l=Décision]").Select(d => d.TextContent));
        Assert.Equal("accepted", (await service.GetAsync($"{service.Address}/periods/2025-03")).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_step_that_is_not_the_callers_changes_nothing_and_is_told_on_the_page()
    {
        var service = await DeclareAsync(people.Open);
        await TakeAsync(service, "serviceHead", "submit");
        await TakeAsync(service, "serviceHead", "validate");

        var told = await TakeAsync(service, "serviceHead", "accept");

        Assert.Contains("revient à la direction", told.QuerySelector(".msg-bad[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("validated", (await service.GetAsync($"{service.Address}/periods/2025-03")).GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("validate", "", "ne suit pas l’état de la période, qui est en saisie")]
    [InlineData("publish", "", "Cette étape n’existe pas")]
    public async Task A_step_that_does_not_follow_is_told_on_the_page(string step, string reason, string words)
    {
        var service = await DeclareAsync(people.Open);

        var told = await TakeAsync(service, "director", step, reason);

        Assert.Contains(words, told.QuerySelector(".msg-bad")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, (await service.GetAsync($"{service.Address}/periods/2025-03")).GetProperty("steps").GetArrayLength());
    }

    [Fact]
    public async Task A_period_goes_back_with_a_reason_that_is_kept_and_shown_as_text()
    {
        var service = await DeclareAsync(people.Open);
        await TakeAsync(service, "serviceHead", "submit");

        var silent = await TakeAsync(service, "serviceHead", "return");
        Assert.Contains("Le motif manque", silent.QuerySelector(".msg-bad")!.TextContent, StringComparison.Ordinal);
        var told = await TakeAsync(service, "serviceHead", "return", "Il manque <b>Échirolles</b>.");

        Assert.Equal("Mars 2025 : la période est renvoyée en saisie.", Plain(told.QuerySelector(".msg-ok")!.TextContent));
        Assert.Empty(told.QuerySelectorAll("main td b"));
        var decision = told.QuerySelector("section[aria-labelledby=journal] tbody tr")!;
        Assert.Equal("Il manque <b>Échirolles</b>.", decision.QuerySelector("[data-l=Motif]")!.TextContent);
        Assert.Equal("a.martin@ville.example", decision.QuerySelector("[data-l=Par]")!.TextContent);
    }

    [Fact]
    public async Task A_closed_period_is_opened_by_the_direction_until_a_day()
    {
        var service = await DeclareAsync(people.Open);
        await service.PutAsync(service.Address, MutualisationDocument().Replace("\"provider\"", "\"closesAfterDays\":30,\"provider\"", StringComparison.Ordinal));
        Assert.Null((await PageAsync(service, "serviceHead")).QuerySelector("input[type=date]"));
        Assert.NotNull((await PageAsync(service, "director")).QuerySelector("input[type=date]"));
        var until = DateTimeOffset.UtcNow.AddDays(3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        var late = await OpenAsync(service, "director", "2020-01-01", "Panne");
        Assert.Contains("La fin de l’ouverture n’est pas valable", late.QuerySelector(".msg-bad")!.TextContent, StringComparison.Ordinal);
        var told = await OpenAsync(service, "director", until, "Panne du logiciel métier.");

        Assert.Contains("la période est ouverte jusqu’au", told.QuerySelector(".msg-ok")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Motif : Panne du logiciel métier.", Plain(Row(told, "Mars 2025").TextContent), StringComparison.Ordinal);
        Assert.Contains("close depuis le", Row(told, "Avril 2025").TextContent, StringComparison.Ordinal);
        var withReason = Body($"ADS-01 {Grenoble} 2025-03 42").Replace("\"values\"", "\"reason\":\"Reprise.\",\"values\"", StringComparison.Ordinal);
        Assert.Equal("accepted", (await service.PushedAsync(withReason)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_period_that_takes_no_value_whatever_is_opened_is_not_offered_to_open_and_not_told_to_be_open()
    {
        var service = await DeclareAsync(people.Open);
        await service.PutAsync(service.Address, MutualisationDocument().Replace("\"method\":\"split\"", "\"method\":\"split\",\"growthCap\":0.5", StringComparison.Ordinal));
        var until = DateTimeOffset.UtcNow.AddDays(3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        using var before = await people.Open.PostAsJsonAsync($"{service.Address}/periods/2025/openings", new { until, reason = "Panne." }, Cancellation);
        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        await service.PutAsync($"{service.Community}/fiscal-years/2026", """{"closed":true}""");

        var page = await PageAsync(service, "director");
        var told = await OpenAsync(service, "director", until, "Panne du logiciel métier.");

        Assert.Null(page.QuerySelector("input[type=date]"));
        var row = Plain(Row(page, "Mars 2025").TextContent);
        Assert.Contains("Les comptes de 2026 ne changent plus", row, StringComparison.Ordinal);
        Assert.DoesNotContain("Motif : Panne.", row, StringComparison.Ordinal);
        Assert.StartsWith(
            "Mars 2025 : rien n’a été changé. Les comptes de 2026 ne changent plus", Plain(told.QuerySelector(".msg-bad")!.TextContent), StringComparison.Ordinal);
        var periods = (await service.GetAsync($"{service.Address}/periods?year=2025")).GetProperty("periods").EnumerateArray();
        Assert.DoesNotContain(periods, p => p.TryGetProperty("openUntil", out _));
        var late = await service.PushedAsync(Body($"ADS-01 {Grenoble} 2025-03 42"));
        Assert.Equal("period.yearAfter", late.GetProperty("results")[0].GetProperty("issues")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Who_only_reads_finds_no_form_and_may_post_none()
    {
        var service = await DeclareAsync(people.Open);

        var page = await PageAsync(service, "accountant");
        using var refused = await PostAsync(service, "accountant", "2025-03/approval", "step=submit");
        using var unknown = await SendAsync(HttpMethod.Get, PathOf(service), "commune", null);

        Assert.Empty(page.QuerySelectorAll("form[method=post]"));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (refused.StatusCode, unknown.StatusCode));
        Assert.Equal(0, (await service.GetAsync($"{service.Address}/periods/2025-03")).GetProperty("steps").GetArrayLength());
    }

    [Fact]
    public async Task A_form_of_another_site_decides_nothing()
    {
        var service = await DeclareAsync(people.Open);

        using var answer = await PostAsync(service, "director", "2025-03/approval", "step=submit", "cross-site");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("draft", (await service.GetAsync($"{service.Address}/periods/2025-03")).GetProperty("state").GetString());
    }

    [Fact]
    public async Task What_is_decided_on_the_page_is_in_the_audit_trail()
    {
        var service = await DeclareAsync(people.Open);
        await TakeAsync(service, "serviceHead", "submit");

        var entries = (await service.GetAsync($"{service.Community}/audit")).GetProperty("entries").EnumerateArray();

        var entry = Assert.Single(entries, e => e.GetProperty("target").GetString() == $"{PathOf(service)}/2025-03/approval");
        Assert.Equal("user:a.martin@ville.example", entry.GetProperty("caller").GetString());
    }

    [Fact]
    public async Task A_period_that_has_not_begun_is_not_offered_to_be_submitted_and_a_form_that_asks_for_it_is_told_why()
    {
        var service = await DeclareAsync(people.Open);

        var page = await PageAsync(service, "serviceHead", "?year=2099&period=2099-03");
        using var answer = await PostAsync(service, "serviceHead", "2099-03/approval", "step=submit");
        var told = await PageAsync(service, "serviceHead", answer.Headers.Location!.OriginalString[PathOf(service).Length..]);

        Assert.Empty(page.QuerySelectorAll("form[method=post]"));
        Assert.Contains("n’a pas commencé", told.QuerySelector(".msg-bad")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("draft", (await service.GetAsync($"{service.Address}/periods/2099-03")).GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("done=accept")]
    [InlineData("done=%3Cb%3E")]
    [InlineData("refused=autre")]
    public async Task A_link_cannot_make_the_page_tell_what_did_not_happen(string query)
    {
        var service = await DeclareAsync(people.Open);

        var page = await PageAsync(service, "director", $"?year=2025&period=2025-03&{query}");

        Assert.Empty(page.QuerySelectorAll(".msg"));
    }

    [Theory]
    [InlineData("?period=mars")]
    [InlineData("?year=25")]
    public async Task A_period_or_a_year_that_is_none_is_a_404(string query)
    {
        var service = await DeclareAsync(people.Open);

        using var answer = await SendAsync(HttpMethod.Get, PathOf(service) + query, "director", null);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static string PathOf(GivenService service) => $"/portal/communities/{service.Siren}/mutualisations/ads/periods";

    private static IElement Row(IDocument page, string period) =>
        page.QuerySelectorAll("section[aria-labelledby=periodes] tbody tr").Single(r => r.QuerySelector("th")!.TextContent == period);

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private async Task<IReadOnlyList<string?>> ButtonsAsync(GivenService service, string role, string period)
    {
        var page = await PageAsync(service, role);
        return [.. page.QuerySelectorAll("section[aria-labelledby=periodes] form[method=post]")
            .Where(f => f.GetAttribute("action") == $"{PathOf(service)}/{period}/approval")
            .Select(f => f.QuerySelector("button")!.GetAttribute("aria-label"))];
    }

    private async Task<IDocument> PageAsync(GivenService service, string role, string query = "?year=2025&period=2025-03")
    {
        using var answer = await SendAsync(HttpMethod.Get, PathOf(service) + query, role, null);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Cancellation), Cancellation);
    }

    private Task<IDocument> TakeAsync(GivenService service, string role, string step, string reason = "") =>
        FollowAsync(service, role, "2025-03/approval", $"step={step}&reason={Uri.EscapeDataString(reason)}");

    private Task<IDocument> OpenAsync(GivenService service, string role, string until, string reason) =>
        FollowAsync(service, role, "2025-03/openings", $"until={until}&reason={Uri.EscapeDataString(reason)}");

    private async Task<IDocument> FollowAsync(GivenService service, string role, string address, string form)
    {
        using var answer = await PostAsync(service, role, address, form);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var back = answer.Headers.Location!.OriginalString;
        Assert.StartsWith(PathOf(service) + "?", back, StringComparison.Ordinal);
        return await PageAsync(service, role, back[PathOf(service).Length..]);
    }

    private Task<HttpResponseMessage> PostAsync(GivenService service, string role, string address, string form, string site = "same-origin") =>
        SendAsync(HttpMethod.Post, $"{PathOf(service)}/{address}", role, form, site);

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, string role, string? form, string site = "same-origin")
    {
        using var request = new HttpRequestMessage(method, address);
        var siren = address.Split('/')[3];
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", HostedPeople.Principal(RightsTable.ClaimOf(role, siren)));
        request.Headers.Add("Sec-Fetch-Site", site);
        if (form is not null)
        {
            request.Content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
        }

        return await people.Http.SendAsync(request, Cancellation);
    }
}
