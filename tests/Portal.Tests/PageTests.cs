using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Evaluation.Portal.Tests;

/// <summary>Every page, as a director opens it.</summary>
public sealed partial class PageTests(DemonstrationPortal portal)
{
    private const string Grenoble = "/portal/communities/200040715";
    private const string Ads = Grenoble + "/mutualisations/ads";
    private const string Split = "[aria-label='Répartition entre les membres'] table";
    private const string Services = "section[aria-labelledby=h-list] tbody tr";
    private const string Report = Ads + "/reports/annual/2025/latest/report.html";

    public static TheoryData<string> Pages =>
    [
        "/portal",
        "/portal/help",
        "/portal/developers",
        "/portal/developers/codes",
        "/portal/developers/send",
        "/portal/developers/evaluate",
        "/portal/poison",
        "/portal/sign-in",
        "/portal/communities",
        Grenoble,
        Grenoble + "?verdict=mitige&sort=cost",
        Grenoble + "?q=zzz",
        Grenoble + "/calendar",
        Grenoble + "/subscriptions",
        Grenoble + "/members/213801517/subscriptions",
        Ads,
        Ads + "/deposit",
        Ads + "/entry?period=2026-05",
        Ads + "/periods?year=2025",
        Ads + "/periods?year=2025&period=2025-03",
        Ads + "/accounts/2024",
        Ads + "/values/history?indicator=ADS-01&member=38185&period=2025-03",
        Grenoble + "/mutualisations/arretes-circulation",
        Grenoble + "/mutualisations/dpo",
        "/portal/communities/243800604/mutualisations/achats-groupes",
        Report,
        "/portal/communities/243800604/mutualisations/achats-groupes/reports/annual/2024/latest/report.html",
        "/portal/communities/243800604/mutualisations/ads",
        "/portal/communities/243800604/mutualisations/ads/reports/annual/2025/latest/report.html",
        "/portal/communities/246300701/mutualisations/dsi",
        "/portal/communities/246300701/mutualisations/espaces-verts/reports/annual/2025/latest/report.html",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_breaks_no_accessibility_rule_that_a_machine_can_see(string path)
    {
        var page = await portal.OpenAsync(path);

        await AccessibilityRules.HoldAsync(page);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_fits_the_narrowest_screen(string path)
    {
        var page = await portal.OpenAsync(path, width: 320);

        var overflow = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth");

        Assert.True(overflow <= 0, $"{path} is {overflow} px too wide at 320 px.");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task French_typography_holds_on_every_page(string path)
    {
        var page = await portal.OpenAsync(path);

        var text = await page.EvaluateAsync<string>("() => document.body.innerText");

        Assert.DoesNotMatch(LooseSign(), text);
        Assert.DoesNotMatch(TypewriterApostrophe(), text);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_first_stop_of_the_keyboard_skips_to_the_content(string path)
    {
        var page = await portal.OpenAsync(path);

        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator("a.skip")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await page.WaitForURLAsync(url => url.EndsWith("#contenu", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_director_goes_from_the_communities_to_a_report()
    {
        var page = await portal.OpenAsync("/portal");

        await page.GetByRole(AriaRole.Link, new() { Name = "Grenoble-Alpes-Métropole" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Instruction des autorisations d’urbanisme", Exact = true }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Évaluation annuelle 2025" }).First.ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync("Instruction des autorisations d’urbanisme");
        await Assertions.Expect(page.GetByText("Évaluation annuelle du service commun, exercice 2025")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Another_year_is_chosen_with_the_form()
    {
        var page = await portal.OpenAsync(Grenoble);

        await page.GetByLabel("Exercice").SelectOptionAsync("2024");
        await page.GetByRole(AriaRole.Button, new() { Name = "Afficher" }).ClickAsync();

        await Assertions.Expect(page.GetByText("Exercice évalué : 2024.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_name_narrows_the_list()
    {
        var page = await portal.OpenAsync(Grenoble + "?q=URBÂNISME");

        await Assertions.Expect(page.Locator(Services)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_director_takes_what_waits_first_and_sorts_the_services_by_cost()
    {
        var page = await portal.OpenAsync(Grenoble);
        await page.GetByRole(AriaRole.Link, new() { Name = "Coût 2025" }).ClickAsync();
        await Assertions.Expect(page.Locator("th[aria-sort=descending]")).ToContainTextAsync("Coût 2025");
        await Assertions.Expect(page.Locator(Services).First).ToContainTextAsync("Instruction des autorisations d’urbanisme");

        var first = page.Locator(".todo li").First;
        await Assertions.Expect(first).ToContainTextAsync("échéance passée le");
        await first.GetByRole(AriaRole.Link).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Valider" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_amount_of_a_commune_is_explained_and_is_the_one_of_the_report()
    {
        var page = await portal.OpenAsync(Ads + "?year=2025&member=38151");
        var explained = await page.Locator("ol.trace li.tot .r").First.InnerTextAsync();

        var report = await portal.OpenAsync(Report);
        var row = report.Locator($"{Split} tbody tr").Filter(new() { HasText = "Échirolles" });

        Assert.Contains(explained.Replace("\u00A0€", "", StringComparison.Ordinal), await row.InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_amounts_of_49_communes_add_up_to_the_cost_on_the_page()
    {
        var report = await portal.OpenAsync(Report);
        var head = await report.Locator($"{Split} thead th").AllInnerTextsAsync();
        var column = head.ToList().FindIndex(h => h.StartsWith("Montant 2025", StringComparison.Ordinal)) + 1;
        var amounts = await report.Locator($"{Split} tbody tr :nth-child({column.ToString(CultureInfo.InvariantCulture)})").AllInnerTextsAsync();
        var total = await report.Locator($"{Split} tfoot tr :nth-child({column.ToString(CultureInfo.InvariantCulture)})").InnerTextAsync();

        Assert.Equal(49, amounts.Count);
        Assert.Equal(Number(total), amounts.Sum(Number));
    }

    [Fact]
    public async Task A_page_that_does_not_exist_says_so_in_French()
    {
        var page = await portal.OpenAsync("/portal/communities/200040715/mutualisations/inconnue", expectedStatus: 404);

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Cette mutualisation n’existe pas");
    }

    private static decimal Number(string text) => decimal.Parse(
        text.Trim().Replace("\u202F", "", StringComparison.Ordinal).Replace(',', '.').Replace('\u2212', '-'),
        CultureInfo.InvariantCulture);

    // A sign that asks for a no-break space before it has an ordinary one, or none after a letter.
    [GeneratedRegex(@"[ \p{L}][;!?](\s|$)|( :(\s|$))|« | »|\d %|\d €", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex LooseSign();

    [GeneratedRegex(@"\p{L}'\p{L}", RegexOptions.CultureInvariant)]
    private static partial Regex TypewriterApostrophe();
}
