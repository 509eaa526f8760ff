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

    [Fact]
    public async Task Version_2_tells_its_changes_and_version_1_says_by_what_it_is_replaced()
    {
        var list = await portal.OpenAsync("/portal/communities/200040715/mutualisations/ads");
        var reports = list.Locator("section[aria-labelledby=rapports]");
        await Assertions.Expect(reports.Locator("tr", new() { HasText = "remplacé" })).ToContainTextAsync("par la version 2");
        var address = await reports.Locator("tr", new() { HasText = "projet" }).Locator("th a[href*='2025/v2']").GetAttributeAsync("href");

        var report = await portal.OpenAsync(address!);
        var changes = report.Locator("main > section").First;

        await Assertions.Expect(changes.Locator("h2")).ToHaveTextAsync("Ce qui a changé depuis la version 1");
        await Assertions.Expect(changes).ToContainTextAsync("1\u00A0valeur");
        await Assertions.Expect(changes.Locator("table").First.Locator("tfoot")).ToContainTextAsync("Total");
        await AccessibilityRules.HoldAsync(report);
    }
}
