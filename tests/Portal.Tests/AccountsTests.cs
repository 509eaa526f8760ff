using Microsoft.Playwright;

namespace Evaluation.Portal.Tests;

/// <summary>The page of the accounts of a year, as the finance department and the director live it.</summary>
public sealed class AccountsTests(DemonstrationPortal portal)
{
    private const string Service = "communities/243800604/mutualisations/deneigement";
    private const string Ads = "/portal/communities/200040715/mutualisations/ads/accounts/2025";

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Accounts_calls_and_their_forms_can_be_read_by_all_on_any_screen(int width)
    {
        var page = await portal.OpenAsync(Ads, width);
        await AccessibilityRules.HoldAsync(page);
        Assert.True(await IsWithinAsync(page));
        await page.Locator("section[aria-labelledby=appels] tbody a").First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer l’état" })).ToBeVisibleAsync();
        await AccessibilityRules.HoldAsync(page);
        Assert.True(await IsWithinAsync(page));
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(page.Locator("form[method=post]").First).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("section[aria-labelledby=appels] tbody tr").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_demonstration_has_a_settled_year_calls_that_are_paid_and_one_that_is_contested()
    {
        var page = await portal.OpenAsync(Ads);
        var calls = page.Locator("section[aria-labelledby=appels] tbody tr");
        await Assertions.Expect(calls.Filter(new() { HasText = "payé" })).ToHaveCountAsync(8);
        await Assertions.Expect(calls.Filter(new() { HasText = "contesté" })).ToHaveCountAsync(1);

        await page.GetByRole(AriaRole.Navigation, new() { Name = "Exercices" }).GetByRole(AriaRole.Link, new() { Name = "2024" }).ClickAsync();

        await Assertions.Expect(page.Locator("section[aria-labelledby=montants]")).ToContainTextAsync("Les montants de 2024 sont arrêtés depuis le");
        await Assertions.Expect(page.Locator("section[aria-labelledby=journal]")).ToContainTextAsync("direction des finances");
    }

    [Fact]
    public async Task A_late_correction_is_refused_then_taken_once_opened_and_is_carried_to_the_next_call()
    {
        var page = await portal.OpenAsync($"/portal/{Service}/accounts/2024");
        var costs = await (await page.APIRequest.GetAsync($"/api/{Service}/costs/2024")).TextAsync();
        var corrected = new APIRequestContextOptions
        {
            DataString = costs.Replace("51922.70", "52522.70", StringComparison.Ordinal),
            Headers = new Dictionary<string, string> { ["Content-Type"] = "application/json" },
        };
        Assert.Equal(409, (await page.APIRequest.PutAsync($"/api/{Service}/costs/2024", corrected)).Status);

        var until = await page.GetByLabel("Ouvrir jusqu’au").GetAttributeAsync("min");
        await page.GetByLabel("Ouvrir jusqu’au").FillAsync(until!);
        await page.GetByLabel("Motif de l’ouverture").FillAsync("Facture de sel oubliée");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ouvrir les montants de 2024" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("sont ouverts jusqu’au");
        Assert.Equal(200, (await page.APIRequest.PutAsync($"/api/{Service}/costs/2024", corrected)).Status);
        await page.GetByLabel("Votre fonction").FillAsync("direction des finances");
        await page.GetByRole(AriaRole.Button, new() { Name = "Arrêter les montants de 2024" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Les montants de 2024 sont arrêtés");
        var correction = page.GetByRole(AriaRole.Table).Filter(new() { HasText = "arrêtés de nouveau" });
        await Assertions.Expect(correction.Locator("tfoot td").Last).ToHaveTextAsync("+600,00");
        await AccessibilityRules.HoldAsync(page);
        var next = await portal.OpenAsync($"/portal/{Service}/accounts/2025", 360);
        var carried = next.GetByRole(AriaRole.Table).Filter(new() { HasText = "Reporté sur l’appel de 2025" });
        await Assertions.Expect(carried.Locator("tfoot td").Last).ToHaveTextAsync("+600,00");
        await Assertions.Expect(carried.Locator("tbody tr").First).ToContainTextAsync("régularisation");
        await AccessibilityRules.HoldAsync(next);
        Assert.True(await IsWithinAsync(next));
    }

    private static async Task<bool> IsWithinAsync(IPage page) =>
        await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth") <= 0;
}
