using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Evaluation.Portal.Tests;

/// <summary>A head of service sends a file with the mouse, with the keyboard, on a wide screen and on a telephone.</summary>
public sealed partial class DepositTests(DemonstrationPortal portal)
{
    private const string Page = "/portal/communities/200040715/mutualisations/ads/deposit";

    // One line that changes nothing, one that is refused.
    private static readonly FilePayload Partly = new()
    {
        Name = "relevé de mars.csv",
        MimeType = "text/csv",
        Buffer = Encoding.UTF8.GetBytes("Indicateur;Membre;Période;Valeur\nADS-06;38185;mars 2025;93,7\nADS-01;38185;mars 2025;quarante\n"),
    };

    [Fact]
    public async Task The_workbook_that_is_downloaded_is_checked_then_deposited()
    {
        var page = await portal.OpenAsync($"{Page}?period=2025-03");
        var download = await page.RunAndWaitForDownloadAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = "Télécharger le classeur" }).ClickAsync());
        Assert.Equal("modele-ads-2025-03.xlsx", download.SuggestedFilename);
        var workbook = new FilePayload { Name = download.SuggestedFilename, MimeType = "", Buffer = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken) };

        await page.GetByLabel("Fichier Excel").SetInputFilesAsync(workbook);
        await page.GetByRole(AriaRole.Button, new() { Name = "Vérifier sans rien garder" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Rien n’a été gardé");
        await Assertions.Expect(page.Locator("#verification + p")).ToContainTextAsync("modele-ads-2025-03.xlsx");

        await page.GetByLabel("Fichier Excel").SetInputFilesAsync(workbook);
        await page.GetByLabel("Motif").FillAsync("Valeurs relues avec les communes");
        await page.GetByRole(AriaRole.Button, new() { Name = "Déposer", Exact = true }).ClickAsync();

        // Sent back as it was given, it says what is known: the other tests find the demonstration as it was.
        await page.WaitForURLAsync(SubmissionAddress());
        await Assertions.Expect(page.Locator(".head")).ToContainTextAsync("0 créée, 0 modifiée");
        await Assertions.Expect(page.Locator(".head")).ToContainTextAsync("modele-ads-2025-03.xlsx");
        await Assertions.Expect(page.Locator(".head")).ToContainTextAsync("Valeurs relues avec les communes");
        await Assertions.Expect(page.Locator(".head")).ToContainTextAsync(", 0 refusée.");
        await AccessibilityRules.HoldAsync(page);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task What_a_check_says_can_be_read_by_all_on_any_screen(int width)
    {
        var page = await portal.OpenAsync(Page, width);
        await AccessibilityRules.HoldAsync(page);

        await page.GetByLabel("Fichier Excel").SetInputFilesAsync(Partly);
        await page.GetByRole(AriaRole.Button, new() { Name = "Vérifier sans rien garder" }).ClickAsync();

        await Assertions.Expect(page.Locator("section[aria-labelledby=verification] tbody tr")).ToHaveCountAsync(2);
        await AccessibilityRules.HoldAsync(page);
        Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth") <= 0);
    }

    [Fact]
    public async Task The_workbook_comes_back_annotated_and_the_page_stays()
    {
        var page = await portal.OpenAsync($"{Page}?period=2025-03");
        var template = await page.RunAndWaitForDownloadAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = "Télécharger le classeur" }).ClickAsync());
        await page.GetByLabel("Fichier Excel").SetInputFilesAsync(await template.PathAsync());

        var annotated = await page.RunAndWaitForDownloadAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = "Vérifier et recevoir le classeur annoté" }).ClickAsync());

        Assert.Equal("classeur-annote.xlsx", annotated.SuggestedFilename);
        Assert.Equal(1, await page.GetByLabel("Fichier Excel").EvaluateAsync<int>("field => field.files.length"));
    }

    [Fact]
    public async Task The_keyboard_goes_through_the_form_in_order_and_Enter_keeps_nothing()
    {
        var page = await portal.OpenAsync(Page);
        await page.GetByLabel("Fichier Excel").SetInputFilesAsync(Partly);
        await page.GetByLabel("Période du classeur").FocusAsync();

        foreach (var next in new[]
        {
            page.GetByRole(AriaRole.Button, new() { Name = "Télécharger le classeur" }),
            page.GetByLabel("Fichier Excel"),
            page.GetByLabel("Motif"),
            page.GetByRole(AriaRole.Button, new() { Name = "Vérifier sans rien garder" }),
            page.GetByRole(AriaRole.Button, new() { Name = "Vérifier et recevoir le classeur annoté" }),
            page.GetByRole(AriaRole.Button, new() { Name = "Déposer", Exact = true }),
        })
        {
            await page.Keyboard.PressAsync("Tab");
            await Assertions.Expect(next).ToBeFocusedAsync();
        }

        await page.GetByLabel("Motif").PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Rien n’a été gardé");
    }

    [Fact]
    public async Task A_file_of_another_kind_is_told_on_the_page_in_French()
    {
        var page = await portal.OpenAsync(Page);

        await page.GetByLabel("Fichier Excel").SetInputFilesAsync(new FilePayload { Name = "mars.pdf", MimeType = "application/pdf", Buffer = "%PDF"u8.ToArray() });
        await page.GetByRole(AriaRole.Button, new() { Name = "Déposer", Exact = true }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("ni un classeur Excel ni un fichier CSV");
        await AccessibilityRules.HoldAsync(page);
    }

    [GeneratedRegex("/submissions/[0-9]{8}T")]
    private static partial Regex SubmissionAddress();
}
