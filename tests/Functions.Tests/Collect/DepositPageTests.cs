using System.Net;
using System.Text;
using Evaluation.Functions.Collect.Formats;
using Evaluation.Functions.Tests.Administer.Rights;
using Evaluation.Functions.Tests.Collect.Formats;
using static Evaluation.Functions.Tests.Collect.DepositPage;
using static Evaluation.Functions.Tests.GivenService;

namespace Evaluation.Functions.Tests.Collect;

/// <summary>A head of service sends a file from the portal: filled in, checked, taken in, corrected.</summary>
[Collection(Hosted.Name)]
public sealed class DepositPageTests(HostedPeople people)
{
    private const string Header = "Indicateur;Membre;Période;Valeur";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_workbook_is_downloaded_filled_in_and_deposited()
    {
        var service = await DeclareAsync(people.Open);
        var page = new DepositPage(people, service);
        using var opened = await page.GetAsync($"{page.Address}?period=2025-03");
        var download = (await page.PageAsync(opened)).QuerySelector("form[method=get]")!.GetAttribute("action");
        using var template = await page.GetAsync($"{download}?period=2025-03");
        var filled = TemplateTests.Filled(await template.Content.ReadAsByteArrayAsync(Cancellation), "42", "7");

        using var answer = await page.SendAsync("deposit", "modele-ads-2025-03.xlsx", filled, "Premier envoi.");
        var submission = await page.PageAsync(answer);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.StartsWith($"/portal/communities/{service.Siren}/mutualisations/ads/submissions/", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain('?', answer.Headers.Location.OriginalString);
        var told = Plain(submission.QuerySelector(".head")!.TextContent);
        Assert.Contains("Portail : modele-ads-2025-03.xlsx", told, StringComparison.Ordinal);
        Assert.Contains("Motif : Premier envoi.", told, StringComparison.Ordinal);
        Assert.Contains("2 lignes reçues : 2 créées", told, StringComparison.Ordinal);
        Assert.Equal(["ADS-01 213801517 2025-03 42", "ADS-01 213801855 2025-03 7"], (await service.ValuesAsync()).Order(StringComparer.Ordinal));
        var history = await service.GetAsync($"{service.Address}/values/history?indicator=ADS-01&member=38185&period=2025-03");
        Assert.Equal("user:a.martin@ville.example", history.GetProperty("revisions")[0].GetProperty("caller").GetString());
    }

    [Fact]
    public async Task The_CSV_that_Excel_saves_in_France_is_deposited()
    {
        var service = await DeclareAsync(people.Open);
        var page = new DepositPage(people, service);
        var file = Encoding.Latin1.GetBytes($"{Header};Qualité\r\nADS-03;38151;mars 2025;12,5;estimé\r\n");

        using var answer = await page.SendAsync("deposit", "relevé.csv", file);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(["ADS-03 213801517 2025-03 12.5"], await service.ValuesAsync());
        Assert.Contains("Portail : relevé.csv", Plain((await page.PageAsync(answer)).QuerySelector(".head")!.TextContent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_says_what_to_correct_and_keeps_nothing()
    {
        var service = await DeclareAsync(people.Open);
        var page = new DepositPage(people, service);

        using var answer = await page.SendAsync("check", "mars.csv", $"{Header}\nADS-01;38185;2025-03;42\nADS-06;38185;2025-03;93\n");
        var told = await page.PageAsync(answer);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var result = told.QuerySelector("section[aria-labelledby=verification]")!;
        Assert.Contains("« mars.csv ». 2 lignes reçues : 1 créée, 0 modifiée, 0 inchangée, 1 refusée.", Plain(result.TextContent), StringComparison.Ordinal);
        Assert.Contains("transmettez ADS-05 et ADS-02", Assert.Single(result.QuerySelectorAll("tbody tr")).TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Rien n’a été gardé", told.QuerySelector(".msg-ok[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((0, 0), await page.KeptAsync());
    }

    [Fact]
    public async Task A_check_shows_what_astonishes_among_what_would_be_kept()
    {
        var service = await DeclareAsync(people.Open);
        await service.FillAsync(2024);
        var page = new DepositPage(people, service);

        using var answer = await page.SendAsync("check", "mars.csv", $"{Header}\nADS-01;38185;2025-03;4200\n");

        var result = (await page.PageAsync(answer)).QuerySelector("section[aria-labelledby=verification]")!;
        Assert.Equal(["Lignes qui seraient gardées, à vérifier"], result.QuerySelectorAll("h3").Select(h => h.TextContent));
        Assert.Single(result.QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task Where_everything_is_refused_the_page_of_the_submission_says_so_and_leads_back()
    {
        var service = await DeclareAsync(people.Open);
        var page = new DepositPage(people, service);

        using var answer = await page.SendAsync("deposit", "mars.csv", $"{Header}\nADS-06;38185;2025-03;93\n");
        var submission = await page.PageAsync(answer);

        Assert.Contains("1 ligne reçue : 0 créée, 0 modifiée, 0 inchangée, 1 refusée.", Plain(submission.QuerySelector(".head")!.TextContent), StringComparison.Ordinal);
        Assert.Contains("Aucune n’est gardée.", submission.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(page.Address, submission.QuerySelector("section[aria-labelledby=h-issues] > p > a")!.GetAttribute("href"));
        Assert.Equal((1, 0), await page.KeptAsync());
    }

    [Fact]
    public async Task A_workbook_comes_back_with_what_would_become_of_each_line_and_nothing_is_kept()
    {
        var service = await DeclareAsync(people.Open);
        var page = new DepositPage(people, service);
        using var template = await page.GetAsync($"{service.Address}/template.xlsx?period=2025-03");
        var filled = TemplateTests.Filled(await template.Content.ReadAsByteArrayAsync(Cancellation), "42", "-7");

        using var answer = await page.SendAsync("annotate", "mars.xlsx", filled);
        var workbook = await answer.Content.ReadAsByteArrayAsync(Cancellation);

        Assert.Equal((HttpStatusCode.OK, MediaTypes.Xlsx), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal("classeur-annote.xlsx", answer.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal(GivenFiles.Rows(GivenFiles.Xlsx(filled)), GivenFiles.Rows(GivenFiles.Xlsx(workbook)));
        var sheet = "";
        TemplateTests.Edit(workbook, "sheet1", xml => sheet = xml);
        Assert.Contains("serait enregistrée", sheet, StringComparison.Ordinal);
        Assert.Contains("refusée", sheet, StringComparison.Ordinal);
        Assert.Equal((0, 0), await page.KeptAsync());
    }

    [Fact]
    public async Task The_workbooks_offered_are_those_of_periods_that_have_begun_and_each_can_be_downloaded()
    {
        var service = await DeclareAsync(people.Open);
        var page = new DepositPage(people, service);
        var year = DateTimeOffset.UtcNow.Year;

        using var opened = await page.GetAsync(page.Address);
        var form = (await page.PageAsync(opened)).QuerySelector("form[method=get]")!;
        var offered = form.QuerySelectorAll("option").Select(o => o.GetAttribute("value")!).ToList();

        Assert.Contains(FormattableString.Invariant($"{year}-01"), offered);
        Assert.Contains(FormattableString.Invariant($"{year - 1}"), offered);
        Assert.DoesNotContain(FormattableString.Invariant($"{year + 1}-01"), offered);
        Assert.Single(form.QuerySelectorAll("option[selected]"));
        foreach (var period in offered)
        {
            using var template = await page.GetAsync($"{form.GetAttribute("action")}?period={period}");
            Assert.Equal(MediaTypes.Xlsx, template.Content.Headers.ContentType?.MediaType);
        }
    }

    [Theory]
    [InlineData("serviceHead", true)]
    [InlineData("director", false)]
    [InlineData("accountant", false)]
    public async Task The_pages_of_a_service_lead_there_whoever_may_send(string role, bool leads)
    {
        var service = await DeclareAsync(people.Open);
        var page = new DepositPage(people, service);

        foreach (var address in new[] { "", "/periods?year=2025&period=2025-03" })
        {
            using var shown = await page.GetAsync($"/portal/communities/{service.Siren}/mutualisations/ads{address}", role);
            Assert.Equal(leads, (await page.PageAsync(shown)).QuerySelector($"a[href^='{page.Address}']") is not null);
        }
    }

    [Theory]
    [InlineData("director")]
    [InlineData("accountant")]
    [InlineData("commune")]
    public async Task Who_may_not_push_neither_sees_the_page_nor_sends(string role)
    {
        var service = await DeclareAsync(people.Open);
        var page = new DepositPage(people, service);

        using var shown = await page.GetAsync(page.Address, role);
        using var sent = await page.SendAsync("deposit", "mars.csv", Encoding.UTF8.GetBytes($"{Header}\nADS-01;38185;2025-03;42\n"), role: role);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (shown.StatusCode, sent.StatusCode));
        Assert.Equal((0, 0), await page.KeptAsync());
    }

    [Fact]
    public async Task A_form_of_another_site_sends_nothing()
    {
        var service = await DeclareAsync(people.Open);
        var page = new DepositPage(people, service);

        using var sent = await page.SendAsync("deposit", "mars.csv", Encoding.UTF8.GetBytes($"{Header}\nADS-01;38185;2025-03;42\n"), site: "cross-site");

        Assert.Equal(HttpStatusCode.Forbidden, sent.StatusCode);
        Assert.Equal((0, 0), await page.KeptAsync());
    }
}
