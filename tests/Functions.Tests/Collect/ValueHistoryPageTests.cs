using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using static Evaluation.Functions.Tests.GivenService;

namespace Evaluation.Functions.Tests.Collect;

/// <summary>The page that tells what a value was, since when, from whom and why.</summary>
public sealed class ValueHistoryPageTests(RunningApp running)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Revisions_are_told_the_last_first_each_with_its_submission()
    {
        var service = await DeclareAsync(running.Http);
        await service.PushedAsync(Body($"ADS-01 {Grenoble} 2025-03 1042"));
        var sent = await service.PushedAsync(
            """{"source":"oxalis","reason":"Doublon <b>retiré</b>.","values":[{"indicator":"ADS-01","member":"38185","period":"2025-03","value":1041,"status":"corrected","comment":"vu avec la mairie"}]}""");

        var (_, page) = await OpenAsync(service, "?indicator=ADS-01&member=38185&period=2025-03");

        var rows = page.QuerySelectorAll("tbody tr");
        Assert.Equal(["1\u202F041", "1\u202F042"], rows.Select(r => r.QuerySelector("[data-l=Valeur]")!.TextContent));
        Assert.Equal("corrigée, mesurée", rows[0].QuerySelector("[data-l=Qualité]")!.TextContent);
        Assert.Equal("Doublon <b>retiré</b>.", rows[0].QuerySelector("[data-l=Motif]")!.TextContent);
        Assert.Equal("vu avec la mairie", rows[0].QuerySelector("[data-l=Commentaire]")!.TextContent);
        Assert.Equal(["oxalis", "essai"], rows.Select(r => r.QuerySelector("[data-l=Source]")!.TextContent));
        Assert.EndsWith($"/submissions/{sent.GetProperty("submissionId").GetString()}", rows[0].QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains(", Grenoble, mars 2025", page.QuerySelector("#revisions")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_a_submission_leads_to_the_history_of_what_it_changed()
    {
        var service = await DeclareAsync(running.Http);
        await service.PushedAsync(Body($"ADS-01 {Grenoble} 2025-03 42"));
        var sent = await service.PushedAsync(Body($"ADS-01 {Grenoble} 2025-03 43", $"ADS-01 {Echirolles} 2025-03 7"));
        var submission = await ParseAsync(await running.Http.GetStringAsync(
            $"/portal/communities/{service.Siren}/mutualisations/ads/submissions/{sent.GetProperty("submissionId").GetString()}", Cancellation));

        var link = Assert.Single(submission.QuerySelectorAll("section[aria-labelledby=h-changed] tbody a")).GetAttribute("href")!;
        var page = await ParseAsync(await running.Http.GetStringAsync(link, Cancellation));

        Assert.Equal(["43", "42"], page.QuerySelectorAll("tbody [data-l=Valeur]").Select(v => v.TextContent));
    }

    [Fact]
    public async Task Without_a_choice_the_page_offers_the_indicators_of_the_service()
    {
        var service = await DeclareAsync(running.Http);

        var (status, page) = await OpenAsync(service, "");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("ADS-01", page.QuerySelectorAll("#indicator option").Select(o => o.GetAttribute("value")));
        Assert.Empty(page.QuerySelectorAll("tbody tr, .msg"));
    }

    [Theory]
    [InlineData("?indicator=ADS-01&member=38185&period=2025-04", HttpStatusCode.NotFound, "Aucune valeur n’a été donnée")]
    [InlineData("?indicator=ADS-01&member=99999&period=2025-03", HttpStatusCode.NotFound, "n’est pas un membre de la communauté")]
    [InlineData("?indicator=ADS-01&member=&period=2025", HttpStatusCode.BadRequest, "a une périodicité")]
    public async Task What_has_no_history_is_told_beside_the_form(string query, HttpStatusCode expected, string words)
    {
        var service = await DeclareAsync(running.Http);

        var (status, page) = await OpenAsync(service, query);

        Assert.Equal(expected, status);
        Assert.Contains(words, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("form select#indicator"));
    }

    [Theory]
    [InlineData("?indicator=ADS-01&member=38185&period=2025-99", "period")]
    [InlineData("?indicator=ADS-01&member=99999&period=2025-03", "member")]
    public async Task The_field_at_fault_is_marked_and_one_click_away(string query, string field)
    {
        var (_, page) = await OpenAsync(await DeclareAsync(running.Http), query);

        Assert.Equal($"#{field}", page.QuerySelector("[role=alert] a")!.GetAttribute("href"));
        Assert.Equal(field, Assert.Single(page.QuerySelectorAll("[aria-invalid=true]")).Id);
    }

    private static Task<AngleSharp.Html.Dom.IHtmlDocument> ParseAsync(string html) =>
        new HtmlParser().ParseDocumentAsync(html, Cancellation);

    private async Task<(HttpStatusCode Status, IDocument Page)> OpenAsync(GivenService service, string query)
    {
        using var answer = await running.Http.GetAsync(
            $"/portal/communities/{service.Siren}/mutualisations/ads/values/history{query}", Cancellation);
        return (answer.StatusCode, await ParseAsync(await answer.Content.ReadAsStringAsync(Cancellation)));
    }
}
