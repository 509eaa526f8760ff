using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Evaluation.Portal.Tests;

/// <summary>A commune contests its units, the provider answers, the commune confirms; it opens why it pays what it pays.</summary>
public sealed partial class CommuneTests(DemonstrationPortal portal)
{
    private const string Grenoble = "/portal/communities/200040715";
    private const string Own = Grenoble + "/members/213801517";
    private const string Provider = Grenoble + "/mutualisations/ads/units?year=2025";

    [Theory]
    [InlineData(Own + "?year=2024", 360)]
    [InlineData(Own + "?year=2024", 768)]
    [InlineData(Own + "?year=2024", 1440)]
    [InlineData(Own + "?year=2025", 360)]
    [InlineData(Own + "?year=2025", 1440)]
    [InlineData(Provider, 360)]
    [InlineData(Provider, 1440)]
    public async Task Every_form_and_figure_can_be_read_by_all_on_any_screen(string path, int width)
    {
        var page = await portal.OpenAsync(path, width);

        await AccessibilityRules.HoldAsync(page);
        Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth") <= 0);
        Assert.DoesNotMatch(LooseSign(), await page.EvaluateAsync<string>("() => document.body.innerText"));
    }

    [Fact]
    public async Task A_commune_contests_its_units_the_provider_maintains_and_the_commune_opens_why_this_amount()
    {
        var page = await portal.OpenAsync("/portal/sign-in");
        await SignInAsync(page, "Secrétaire générale de mairie");
        await page.GotoAsync(Grenoble);
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("Échirolles.*montants et unités") }).ClickAsync();
        await page.GetByLabel("Exercice").SelectOptionAsync("2024");
        await page.GetByRole(AriaRole.Button, new() { Name = "Afficher" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Montants du rapport de 2024").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("section[aria-labelledby=p-ads] .trace .tot")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("section[aria-labelledby=p-ads] .trace")).ToContainTextAsync("Quote-part");

        await page.GotoAsync(Own + "?year=2025");
        var third = page.Locator(".rows li").Filter(new() { HasText = "3e trimestre 2025" }).First;
        await third.GetByText("Contester, ou noter le service").ClickAsync();
        await third.GetByLabel("Motif et pièce de référence").FillAsync("Un dossier retiré est compté.");
        await third.GetByRole(AriaRole.Button, new() { NameRegex = new("Envoyer la réponse") }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Votre contestation est enregistrée");

        await page.GotoAsync("/portal/sign-in");
        await SignInAsync(page, "Cheffe de service");
        await page.GotoAsync(Provider);
        var row = page.Locator("tbody tr").Filter(new() { HasText = "Échirolles, 3e trimestre" });
        await Assertions.Expect(row).ToContainTextAsync("Un dossier retiré est compté.");
        await row.GetByLabel("Maintenir, et pourquoi").FillAsync("Le retrait est postérieur au trimestre.");
        await row.GetByRole(AriaRole.Button, new() { NameRegex = new("Maintenir") }).ClickAsync();
        await Assertions.Expect(page.Locator("tbody tr").Filter(new() { HasText = "Échirolles, 3e trimestre" })).ToContainTextAsync("maintenues, à confirmer");
        await Assertions.Expect(page.GetByText("sur 5 en moyenne")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_report_of_the_demonstration_says_who_contests()
    {
        var page = await portal.OpenAsync(Grenoble + "/mutualisations/ads/reports/annual/2025/latest/report.html");

        await Assertions.Expect(page.Locator("p.note").Filter(new() { HasText = "Contestées" })).ToContainTextAsync("Échirolles (2e trimestre)");
    }

    private static async Task SignInAsync(IPage page, string title)
    {
        await page.GetByLabel(title).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Continuer" }).ClickAsync();
    }

    // A sign that asks for a no-break space before it has an ordinary one, or none after a letter.
    [GeneratedRegex(@"[ \p{L}][;!?](\s|$)|( :(\s|$))|« | »|\d %|\d €", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex LooseSign();
}
