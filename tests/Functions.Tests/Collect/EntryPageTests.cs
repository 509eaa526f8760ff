using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Evaluation.Functions.Tests.Administer.Rights;

namespace Evaluation.Functions.Tests.Collect;

/// <summary>The grid in which values are typed: what is sent, what is kept, what is told beside each cell.</summary>
[Collection(Hosted.Name)]
public sealed class EntryPageTests(HostedPeople people)
{
    private const string Grenoble = "213801855";
    private const string Echirolles = "213801517";
    private const string Bresson = "213800576";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_typed_is_kept_as_one_submission_and_an_empty_cell_is_never_zero()
    {
        var service = await GivenService.DeclareAsync(people.Open);
        var page = await PageAsync(service);

        var kept = await SubmitAsync(service, page, "save", new()
        {
            [$"v.ADS-01.{Grenoble}"] = "42",
            [$"v.ADS-03.{Grenoble}"] = "1 020,5",
            [$"v.ADS-01.{Bresson}"] = "0",
        });

        Assert.Contains("3 valeurs sont enregistrées", Told(kept), StringComparison.Ordinal);
        Assert.Equal(
            [$"ADS-01 {Bresson} 0", $"ADS-01 {Grenoble} 42", $"ADS-03 {Grenoble} 1020.5"], await ValuesAsync(service));
        Assert.Single((await service.GetAsync($"{service.Address}/submissions")).GetProperty("submissions").EnumerateArray());
        Assert.Equal("1020,5", Input(kept, $"v.ADS-03.{Grenoble}").Value);
        Assert.Equal("enregistrée", State(kept, $"ADS-01.{Grenoble}"));
        Assert.Equal("vide", State(kept, $"ADS-02.{Grenoble}"));
    }

    [Fact]
    public async Task The_same_form_sent_twice_keeps_it_once()
    {
        var service = await GivenService.DeclareAsync(people.Open);
        var page = await PageAsync(service);
        await SubmitAsync(service, page, "save", new() { [$"v.ADS-01.{Grenoble}"] = "42" });

        var again = await SubmitAsync(service, page, "save", new() { [$"v.ADS-01.{Grenoble}"] = "42" });

        Assert.Contains("1 l’était déjà", Told(again), StringComparison.Ordinal);
        Assert.Equal([$"ADS-01 {Grenoble} 42"], await ValuesAsync(service));
    }

    [Fact]
    public async Task What_is_refused_stays_in_its_cell_with_why_and_the_others_are_kept()
    {
        var service = await GivenService.DeclareAsync(people.Open);

        var answer = await SubmitAsync(service, await PageAsync(service), "save", new()
        {
            [$"v.ADS-01.{Grenoble}"] = "42",
            [$"v.ADS-01.{Echirolles}"] = "douze",
            [$"v.ADS-02.{Echirolles}"] = "3,5",
        });

        Assert.Contains("1 valeur est gardée, 2 sont refusées et restent à l’écran", Told(answer), StringComparison.Ordinal);
        Assert.Equal("douze", Input(answer, $"v.ADS-01.{Echirolles}").Value);
        Assert.Equal("true", Input(answer, $"v.ADS-01.{Echirolles}").GetAttribute("aria-invalid"));
        Assert.StartsWith("refusée", State(answer, $"ADS-01.{Echirolles}"), StringComparison.Ordinal);
        Assert.StartsWith("refusée", State(answer, $"ADS-02.{Echirolles}"), StringComparison.Ordinal);
        Assert.Equal([$"ADS-01 {Grenoble} 42"], await ValuesAsync(service));

        var corrected = await SubmitAsync(service, answer, "save", new()
        {
            [$"v.ADS-01.{Echirolles}"] = "12",
            [$"v.ADS-02.{Echirolles}"] = "3",
        });
        Assert.Contains("2 valeurs sont enregistrées", Told(corrected), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_says_what_would_become_of_each_cell_and_keeps_nothing()
    {
        var service = await GivenService.DeclareAsync(people.Open);

        var answer = await SubmitAsync(service, await PageAsync(service), "check", new()
        {
            [$"v.ADS-01.{Grenoble}"] = "42",
            [$"v.ADS-01.{Echirolles}"] = "douze",
        });

        Assert.Contains("Rien n’a été gardé", Told(answer), StringComparison.Ordinal);
        Assert.Equal("serait enregistrée", State(answer, $"ADS-01.{Grenoble}"));
        Assert.Equal("42", Input(answer, $"v.ADS-01.{Grenoble}").Value);
        Assert.Empty(await ValuesAsync(service));
        Assert.Equal(["check", "save", "paste"], answer.QuerySelectorAll<IHtmlButtonElement>("form[method=post] button").Select(b => b.Value));
    }

    [Fact]
    public async Task What_another_sent_since_the_page_was_made_is_not_undone_by_a_cell_that_nobody_touched()
    {
        var service = await GivenService.DeclareAsync(people.Open);
        var period = PeriodOf(await PageAsync(service));
        await service.PushedAsync(GivenService.Body($"ADS-01 {GivenService.Grenoble} {period} 10"));
        var page = await PageAsync(service);
        await service.PushedAsync(GivenService.Body($"ADS-01 {GivenService.Grenoble} {period} 11"));

        await SubmitAsync(service, page, "save", new() { [$"v.ADS-02.{Grenoble}"] = "9" });

        Assert.Equal([$"ADS-01 {Grenoble} 11", $"ADS-02 {Grenoble} 9"], await ValuesAsync(service));
    }

    [Fact]
    public async Task A_recorded_value_that_is_wiped_out_stays_and_the_page_says_so()
    {
        var service = await GivenService.DeclareAsync(people.Open);
        var period = PeriodOf(await PageAsync(service));
        await service.PushedAsync(GivenService.Body($"ADS-01 {GivenService.Grenoble} {period} 10"));

        var answer = await SubmitAsync(service, await PageAsync(service), "save", new() { [$"v.ADS-01.{Grenoble}"] = "" });

        Assert.StartsWith("non effacée", State(answer, $"ADS-01.{Grenoble}"), StringComparison.Ordinal);
        Assert.Equal([$"ADS-01 {Grenoble} 10"], await ValuesAsync(service));
    }

    [Fact]
    public async Task Lines_of_a_spreadsheet_fill_the_grid_before_anything_is_kept()
    {
        var service = await GivenService.DeclareAsync(people.Open);

        var filled = await SubmitAsync(service, await PageAsync(service), "paste", new()
        {
            ["paste"] = "Grenoble\t42\t40\r\nechirolles\t12\t\r\n38057\t3\r\nLyon\t8\r\n",
        });

        Assert.Contains("4 cases remplies", Told(filled), StringComparison.Ordinal);
        Assert.Contains("Ligne 4", filled.QuerySelector(".msg-mid")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("40", Input(filled, $"v.ADS-02.{Grenoble}").Value);
        Assert.Equal("", Input(filled, $"v.ADS-02.{Echirolles}").Value);
        Assert.Empty(await ValuesAsync(service));

        await SubmitAsync(service, filled, "save", []);
        Assert.Equal(4, (await ValuesAsync(service)).Length);
    }

    [Fact]
    public async Task A_comment_goes_with_the_values_of_its_member_whatever_is_written_in_it()
    {
        var service = await GivenService.DeclareAsync(people.Open);
        const string comment = "=1+1 ; \"saisie\", reprise";

        await SubmitAsync(service, await PageAsync(service), "save", new()
        {
            [$"v.ADS-01.{Grenoble}"] = "42",
            [$"v.ADS-01.{Bresson}"] = "3",
            [$"c.{Grenoble}"] = comment,
        });

        var values = (await service.GetAsync($"{service.Address}/values?from={DateTime.UtcNow.Year - 1}&to={DateTime.UtcNow.Year}")).GetProperty("values");
        Assert.Equal(
            [comment], values.EnumerateArray().Where(v => v.TryGetProperty("comment", out _)).Select(v => v.GetProperty("comment").GetString()));
    }

    [Fact]
    public async Task A_form_in_which_nothing_was_typed_keeps_nothing_and_says_so()
    {
        var service = await GivenService.DeclareAsync(people.Open);

        var answer = await SubmitAsync(service, await PageAsync(service), "save", []);

        Assert.Contains("Aucune valeur n’a été tapée", Told(answer), StringComparison.Ordinal);
        Assert.Empty((await service.GetAsync($"{service.Address}/submissions")).GetProperty("submissions").EnumerateArray());
    }

    [Theory]
    [InlineData("?period=2019-03", HttpStatusCode.UnprocessableEntity)]
    [InlineData("?period=mars", HttpStatusCode.BadRequest)]
    [InlineData("?page=0", HttpStatusCode.BadRequest)]
    [InlineData("?page=2", HttpStatusCode.BadRequest)]
    [InlineData("?page=1", HttpStatusCode.OK)]
    [InlineData("?submission=rien", HttpStatusCode.OK)]
    public async Task A_mistake_in_the_address_is_told(string query, HttpStatusCode expected)
    {
        var service = await GivenService.DeclareAsync(people.Open);

        using var answer = await SendAsync(HttpMethod.Get, Address(service) + query, service);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("accountant")]
    [InlineData("commune")]
    [InlineData("director")]
    public async Task Who_may_not_push_finds_no_grid_and_types_nothing(string role)
    {
        var service = await GivenService.DeclareAsync(people.Open);

        using var shown = await SendAsync(HttpMethod.Get, Address(service), service, role: role);
        using var sent = await SendAsync(
            HttpMethod.Post, Address(service), service, $"action=save&o.ADS-01.{Grenoble}=&v.ADS-01.{Grenoble}=4", role);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (shown.StatusCode, sent.StatusCode));
        Assert.Empty(await ValuesAsync(service));
    }

    [Fact]
    public async Task The_grid_alone_runs_a_script_and_only_that_of_the_portal()
    {
        var service = await GivenService.DeclareAsync(people.Open);

        using var grid = await SendAsync(HttpMethod.Get, Address(service), service);
        using var other = await SendAsync(HttpMethod.Get, $"/portal/communities/{service.Siren}/mutualisations/ads/deposit", service);

        Assert.Contains("script-src 'self'", grid.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", other.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        using var script = await people.Http.GetAsync((await PageAsync(service)).QuerySelector("script[src]")!.GetAttribute("src"), Cancellation);
        Assert.Equal("text/javascript", script.Content.Headers.ContentType!.MediaType);
    }

    private static string Address(GivenService service) => $"/portal/communities/{service.Siren}/mutualisations/ads/entry";

    private static string PeriodOf(IDocument page) => page.QuerySelector<IHtmlOptionElement>("#period option[selected]")!.Value;

    private static string Told(IDocument page) => page.QuerySelector(".msg")!.TextContent.Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private static IHtmlInputElement Input(IDocument page, string name) =>
        page.QuerySelectorAll<IHtmlInputElement>("table.grid input").Single(input => input.Name == name);

    private static string State(IDocument page, string cell) =>
        page.GetElementById($"h-{cell}")!.QuerySelector(".v")!.TextContent.Replace('\u00A0', ' ');

    private static async Task<string[]> ValuesAsync(GivenService service)
    {
        var year = DateTime.UtcNow.Year;
        var list = await service.GetAsync(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{service.Address}/values?from={year - 1}&to={year}"));
        return
        [
            .. list.GetProperty("values").EnumerateArray()
                .Select(v => $"{v.GetProperty("indicator")} {v.GetProperty("member")} {v.GetProperty("value")}")
                .Order(StringComparer.Ordinal),
        ];
    }

    private async Task<IDocument> PageAsync(GivenService service)
    {
        using var answer = await SendAsync(HttpMethod.Get, Address(service), service);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Cancellation));
        return await ParsedAsync(answer);
    }

    // Sends the form as a browser does: what stands in it, with what is typed over it.
    private async Task<IDocument> SubmitAsync(GivenService service, IDocument page, string action, Dictionary<string, string> typed)
    {
        var form = page.QuerySelector<IHtmlFormElement>("form[method=post]")!;
        using var answer = await SendAsync(HttpMethod.Post, form.GetAttribute("action")!, service, FilledForm.Of(form, typed, KeyValuePair.Create("action", action)));
        if (answer.StatusCode == HttpStatusCode.SeeOther)
        {
            using var after = await SendAsync(HttpMethod.Get, answer.Headers.Location!.OriginalString, service);
            return await ParsedAsync(after);
        }

        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Cancellation));
        return await ParsedAsync(answer);
    }

    private static async Task<IDocument> ParsedAsync(HttpResponseMessage answer) =>
        await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Cancellation), Cancellation);

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string address, GivenService service, string? form = null, string role = "serviceHead")
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", HostedPeople.Principal(RightsTable.ClaimOf(role, service.Siren)));
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        if (form is not null)
        {
            request.Content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
        }

        return await people.Http.SendAsync(request, Cancellation);
    }
}
