using Microsoft.Playwright;

namespace Evaluation.Portal.Tests;

/// <summary>The page on which a year is validated, transmitted and decided upon, as the demonstration lives it.</summary>
public sealed class DecisionsTests(DemonstrationPortal portal)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Every_form_and_every_decision_can_be_read_by_all_on_any_screen(int width)
    {
        var list = await portal.OpenAsync("/portal/communities/200040715/mutualisations/ads", width);
        var addresses = await list.Locator("section[aria-labelledby=rapports] a[href*='/decisions/']")
            .EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        Assert.NotEmpty(addresses);
        foreach (var address in addresses.Distinct(StringComparer.Ordinal))
        {
            var page = await portal.OpenAsync(address, width);
            await AccessibilityRules.HoldAsync(page);
            Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth") <= 0);
        }
    }

    [Fact]
    public async Task The_demonstration_has_a_year_that_was_decided_and_transmitted()
    {
        var page = await portal.OpenAsync("/portal/communities/200040715/mutualisations/ads/decisions/2024");

        await Assertions.Expect(page.Locator("section[aria-labelledby=rapport]")).ToContainTextAsync("transmis");
        await Assertions.Expect(page.Locator("section[aria-labelledby=decision] dl")).ToContainTextAsync("comité de direction");
        await Assertions.Expect(page.Locator("section[aria-labelledby=destinataires] tbody tr").First).ToBeVisibleAsync();
    }
}
