using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Evaluation.Portal.Tests;

/// <summary>Papers as a browser prints them, on A4.</summary>
public sealed partial class PrintTests(DemonstrationPortal portal)
{
    private const string Grenoble = "/api/communities/200040715";
    private const string Isere = "/api/communities/243800604";

    // What the margins of papers leave of A4: 180 mm, in CSS pixels.
    private const int Printed = 680;

    // 8.5 points, in CSS pixels, as a browser rounds them.
    private const double SmallestLetters = 11.33;

    [Theory]
    [InlineData(Grenoble + "/members/213801111/statement?year=2025&format=html", 2)]
    [InlineData(Grenoble + "/members/213801699/statement?year=2025&format=html", 2)]
    [InlineData(Grenoble + "/reports/budgetDebate/2025/latest/report.html", 4)]
    [InlineData(Isere + "/reports/budgetDebate/2025/latest/report.html", 4)]
    public async Task A_paper_is_printed_at_its_size_on_the_pages_that_are_promised(string path, int pages)
    {
        var page = await portal.OpenAsync(path, Printed);
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        // A browser prints smaller what is wider than the page.
        Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= Printed);
        Assert.True(await page.EvaluateAsync<double>(
            "() => Math.min(...[...document.querySelectorAll('main td, main .note, main p')].map(e => parseFloat(getComputedStyle(e).fontSize)))") >= SmallestLetters);
        Assert.Equal(pages, await PagesAsync(page));
    }

    [Theory]
    [InlineData(Grenoble + "/charges?year=2025&format=html")]
    [InlineData("/portal/communities/200040715/mutualisations/ads/accounts/2025")]
    public async Task A_long_table_begins_on_the_page_that_it_is_announced_on(string path)
    {
        var page = await portal.OpenAsync(path, Printed);
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        var held = await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('table')].filter(t => t.tBodies[0].rows.length > 24)
                .flatMap(t => [t, t.parentElement]).map(e => getComputedStyle(e).breakInside)
            """);

        Assert.NotEmpty(held);
        Assert.All(held, way => Assert.Equal("auto", way));
    }

    private static async Task<int> PagesAsync(IPage page) =>
        PageOfPdf().Count(Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true })));

    [GeneratedRegex(@"/Type\s*/Page\b", RegexOptions.CultureInvariant)]
    private static partial Regex PageOfPdf();
}
