using Microsoft.Playwright;

namespace Evaluation.Portal.Tests;

/// <summary>A head of service types values in the grid, with the keyboard of a spreadsheet, on a wide screen and on a telephone.</summary>
public sealed class EntryTests(DemonstrationPortal portal)
{
    private const string Page = "/portal/communities/200040715/mutualisations/ads/entry?period=2026-05";

    [Fact]
    public async Task Enter_and_arrows_go_from_line_to_line_of_a_column()
    {
        var page = await portal.OpenAsync(Page);
        var (first, second) = (Cell(page, 0, 0), Cell(page, 1, 0));
        await first.FocusAsync();

        await page.Keyboard.TypeAsync("4");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(second).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(first).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(Cell(page, 0, 1)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task What_is_copied_from_a_spreadsheet_fills_the_cells_from_the_one_it_is_pasted_into()
    {
        var page = await portal.OpenAsync(Page);

        await Cell(page, 1, 1).EvaluateAsync("""
            cell => {
              const data = new DataTransfer();
              data.setData("text", "7\t8,5\r\n9\t10\r\n");
              cell.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """);

        await Assertions.Expect(Cell(page, 1, 1)).ToHaveValueAsync("7");
        await Assertions.Expect(Cell(page, 1, 2)).ToHaveValueAsync("8,5");
        await Assertions.Expect(Cell(page, 2, 1)).ToHaveValueAsync("9");
        await Assertions.Expect(Cell(page, 2, 2)).ToHaveValueAsync("10");
        await Assertions.Expect(Cell(page, 3, 1)).ToHaveValueAsync("");
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task What_a_check_says_of_each_cell_can_be_read_by_all_on_any_screen(int width)
    {
        var page = await portal.OpenAsync(Page, width);
        await Cell(page, 0, 0).FillAsync("12");
        await Cell(page, 1, 0).FillAsync("douze");

        await page.GetByRole(AriaRole.Button, new() { Name = "Vérifier sans rien garder" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Rien n’a été gardé");
        await Assertions.Expect(Cell(page, 1, 0)).ToHaveValueAsync("douze");
        await Assertions.Expect(page.Locator("table.grid tbody tr").Nth(1).Locator("td").First).ToContainTextAsync("refusée");
        await AccessibilityRules.HoldAsync(page);
        Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth") <= 0);
        Assert.InRange(await page.EvaluateAsync<int>("() => document.documentElement.outerHTML.length"), 1, 300_000);
    }

    private static ILocator Cell(IPage page, int line, int column) =>
        page.Locator("table.grid tbody tr").Nth(line).Locator("td").Nth(column).Locator("input[type=text]");
}
