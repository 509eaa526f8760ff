using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Evaluation.Portal.Tests;

/// <summary>The direction and a commune subscribe and unsubscribe in the pages, by mouse and by keyboard, on any screen.</summary>
public sealed partial class SubscriptionsTests(DemonstrationPortal portal)
{
    private const string Grenoble = "/portal/communities/200040715";
    private const string All = Grenoble + "/subscriptions";
    private const string Own = Grenoble + "/members/213801517/subscriptions";

    [Theory]
    [InlineData(All, 360)]
    [InlineData(All, 768)]
    [InlineData(All, 1440)]
    [InlineData(Own, 360)]
    [InlineData(Own, 768)]
    [InlineData(Own, 1440)]
    public async Task Every_line_and_field_can_be_read_by_all_on_any_screen(string path, int width)
    {
        var page = await portal.OpenAsync(path, width);

        await AccessibilityRules.HoldAsync(page);
        Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth") <= 0);
        Assert.True((await page.ContentAsync()).Length < 300_000);
    }

    [Fact]
    public async Task The_direction_subscribes_a_mailbox_is_told_what_is_wrong_beside_its_field_and_takes_it_away()
    {
        var page = await portal.OpenAsync(All);
        var lines = await page.Locator("section[aria-labelledby=h-subs] tbody tr").CountAsync();

        await page.GetByLabel("Rapport").SelectOptionAsync("quarterly");
        await page.GetByLabel("Destinataire").SelectOptionAsync("mailbox");
        await page.GetByRole(AriaRole.Button, new() { Name = "Abonner" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Rien n’a été changé");
        await Assertions.Expect(page.GetByLabel("Autre adresse")).ToHaveAttributeAsync("aria-invalid", "true");
        await AccessibilityRules.HoldAsync(page);
        Assert.DoesNotMatch(LooseSign(), await page.EvaluateAsync<string>("() => document.body.innerText"));

        await page.GetByLabel("Autre adresse").FillAsync("conseil.communautaire@example.org");
        await page.GetByLabel("Forme").SelectOptionAsync("xlsx");
        await page.GetByLabel("Autre adresse").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Abonnement enregistré");
        await Assertions.Expect(page.Locator("section[aria-labelledby=h-subs] tbody tr")).ToHaveCountAsync(lines + 1);

        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("Retirer.*conseil\\.communautaire") }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Cet abonnement est retiré");
        await Assertions.Expect(page.Locator("section[aria-labelledby=h-subs] tbody tr")).ToHaveCountAsync(lines);
    }

    [Fact]
    public async Task A_commune_finds_from_its_page_what_it_is_sent_and_subscribes_itself_alone()
    {
        var page = await portal.OpenAsync("/portal/sign-in");
        await page.GetByLabel("Secrétaire générale de mairie").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Continuer" }).ClickAsync();
        await page.GotoAsync(Grenoble + "/members/213801517?year=2024");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("par courriel") }).ClickAsync();
        await Assertions.Expect(page.Locator("section[aria-labelledby=h-subs]")).ToContainTextAsync("Fiche de membre");
        await Assertions.Expect(page.GetByLabel("Destinataire")).ToHaveCountAsync(0);

        await page.GetByLabel("Rapport").SelectOptionAsync("annual");
        await page.GetByLabel("Mutualisation", new() { Exact = true }).SelectOptionAsync("ads");
        await page.GetByLabel("Forme").SelectOptionAsync("docx");
        await page.GetByRole(AriaRole.Button, new() { Name = "Abonner" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Évaluation annuelle");
        await AccessibilityRules.HoldAsync(page);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("Retirer.*autorisations.*Word") }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Cet abonnement est retiré");
    }

    // A sign that asks for a no-break space before it has an ordinary one, or none after a letter.
    [GeneratedRegex(@"[ \p{L}][;!?](\s|$)|( :(\s|$))|« | »|\d %|\d €", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex LooseSign();
}
