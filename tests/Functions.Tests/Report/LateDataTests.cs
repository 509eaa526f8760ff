using System.Text.Json;
using Evaluation.Functions.Tests.Operate.Notices;

namespace Evaluation.Functions.Tests.Report;

/// <summary>Data that come after a report was published, on a process whose clock is moved from June 2026 on.</summary>
public sealed class LateDataTests(NoticeStorage storage) : IClassFixture<NoticeStorage>
{
    private const string Changed = "ADS-02 38185 2025-12 99";

    [Fact]
    public async Task Data_that_come_late_outdate_a_version_at_once_and_make_the_next_one_the_day_after_once()
    {
        await using var late = await LateService.ReviewedAsync(storage);
        Assert.Equal(["v1 draft "], await late.VersionsAsync());

        await late.MoveAsync("2026-06-10T08:00:00Z");
        await late.Service.PushedAsync(GivenService.Body(Changed));
        Assert.Equal(["v1 draft 2026-06-10"], await late.VersionsAsync());
        Assert.Contains("dépassée\u00A0: des données ont changé le 10\u00A0juin 2026", await late.PageAsync(), StringComparison.Ordinal);

        Assert.Empty(await late.ReviewAsync());
        await late.MoveAsync("2026-06-11T05:00:00Z");
        var asked = Assert.Single(await late.ReviewAsync());
        Assert.Equal(asked, Assert.Single(await late.ReviewAsync()));
        Assert.Equal("Version 2 publiée.", await late.BuildAsync(asked));

        Assert.Equal(["v1 replaced ", "v2 draft "], await late.VersionsAsync());
        Assert.Empty(await late.ReviewAsync());
        var changes = (await late.Service.GetAsync($"{late.Service.Address}/reports/annual/2025/v2/report.json")).GetProperty("changes");
        Assert.Equal("Depuis la version 1, du 2\u00A0juin 2026, a changé\u00A0: 1\u00A0valeur.", changes.GetProperty("sentence").GetString());
        var figure = Assert.Single(changes.GetProperty("figures").EnumerateArray());
        Assert.Equal((47m, 99m), (Value(figure, "before"), Value(figure, "after")));
    }

    [Fact]
    public async Task What_changes_no_figure_of_the_year_outdates_nothing()
    {
        await using var late = await LateService.ReviewedAsync(storage);
        await late.MoveAsync("2026-06-10T08:00:00Z");

        await late.Service.PushedAsync(GivenService.Body("ADS-02 38185 2025-12 47"));
        await late.Service.PushedAsync(GivenService.Body("ADS-02 38185 2026-05 51"));
        await late.Service.PutAsync(
            late.Service.Address, $$"""{{GivenService.MutualisationDocument()[..^1]}},"contactMailbox":"urbanisme@ville.example","objectives":["Instruire vite."]}""");
        await late.Service.PutAsync(late.Service.Community, GivenService.CommunityDocument.Replace("Communauté d’essai", "Communauté", StringComparison.Ordinal));

        Assert.Equal(["v1 draft "], await late.VersionsAsync());
        await late.MoveAsync("2026-06-12T05:00:00Z");
        Assert.Empty(await late.ReviewAsync());
    }

    [Fact]
    public async Task What_changed_and_changed_back_makes_no_version_and_outdates_no_more()
    {
        await using var late = await LateService.ReviewedAsync(storage);
        await late.MoveAsync("2026-06-10T08:00:00Z");
        await late.Service.PushedAsync(GivenService.Body(Changed));
        await late.Service.PushedAsync(GivenService.Body("ADS-02 38185 2025-12 47"));
        Assert.Equal(["v1 draft 2026-06-10"], await late.VersionsAsync());

        await late.MoveAsync("2026-06-11T05:00:00Z");
        Assert.Equal("Rien n’a changé depuis la version 1.", await late.BuildAsync(Assert.Single(await late.ReviewAsync())));

        Assert.Equal(["v1 draft "], await late.VersionsAsync());
        Assert.Empty(await late.ReviewAsync());
    }

    [Fact]
    public async Task Inhabitants_of_a_later_year_make_no_version_of_an_earlier_one()
    {
        await using var late = await LateService.ReviewedAsync(storage);
        await late.MoveAsync("2026-06-10T08:00:00Z");
        await late.Service.PutAsync(late.Service.Community, GivenService.CommunityDocument.Replace(
            """{"kind":"totale","year":2025,"inhabitants":158601,"source":"Insee"}""",
            """{"kind":"totale","year":2025,"inhabitants":158601,"source":"Insee"},{"kind":"totale","year":2027,"inhabitants":160000,"source":"Insee"}""",
            StringComparison.Ordinal));
        Assert.Equal(["v1 draft 2026-06-10"], await late.VersionsAsync());

        await late.MoveAsync("2026-06-11T05:00:00Z");
        Assert.Equal(
            "Ni chiffre, ni membre, ni règle, ni définition n’a changé depuis la version 1.",
            await late.BuildAsync(Assert.Single(await late.ReviewAsync())));
        Assert.Equal(["v1 draft "], await late.VersionsAsync());
        Assert.Empty(await late.ReviewAsync());
    }

    [Fact]
    public async Task A_cost_and_a_membership_outdate_as_values_do()
    {
        await using var late = await LateService.ReviewedAsync(storage);
        await late.MoveAsync("2026-06-10T08:00:00Z");
        await late.Service.PutAsync(
            $"{late.Service.Address}/costs/2024", """{"lines":[{"category":"personnel","stage":"actual","amount":"400000.00"}]}""");
        Assert.Equal(["v1 draft 2026-06-10"], await late.VersionsAsync());

        await late.MoveAsync("2026-06-12T08:00:00Z");
        await late.Service.PutAsync(
            late.Service.Address, GivenService.MutualisationDocument().Replace("\"2025-04-01\"", "\"2025-05-01\"", StringComparison.Ordinal));
        Assert.Equal(["v1 draft 2026-06-12"], await late.VersionsAsync());

        await late.MoveAsync("2026-06-13T05:00:00Z");
        Assert.Equal("Version 2 publiée.", await late.BuildAsync(Assert.Single(await late.ReviewAsync())));
        var changes = (await late.Service.GetAsync($"{late.Service.Address}/reports/annual/2025/v2/report.json")).GetProperty("changes");
        Assert.Contains(changes.GetProperty("terms").EnumerateArray(), t => t.GetProperty("after").GetString() == "depuis le 1er\u00A0mai 2025");
        Assert.Contains(changes.GetProperty("figures").EnumerateArray(), f => f.GetProperty("period").GetString() == "2024");
        var amounts = changes.GetProperty("amounts");
        Assert.Equal(
            amounts.GetProperty("total").GetProperty("difference").GetDecimal(),
            amounts.GetProperty("members").EnumerateArray().Sum(m => m.GetProperty("difference").GetDecimal()));
    }

    [Fact]
    public async Task The_accounts_of_a_closed_year_make_no_version_by_themselves()
    {
        await using var late = await LateService.ReviewedAsync(storage);
        await late.MoveAsync("2026-06-10T08:00:00Z");
        await late.Service.PushedAsync(GivenService.Body(Changed));
        await late.Service.PutAsync($"{late.Service.Community}/fiscal-years/2025", """{"closed":true}""");

        await late.MoveAsync("2026-06-11T05:00:00Z");

        Assert.Empty(await late.ReviewAsync());
        Assert.Equal(["v1 draft 2026-06-10"], await late.VersionsAsync());
    }

    [Fact]
    public async Task What_is_declared_once_the_accounts_of_a_year_are_closed_does_not_outdate_its_version()
    {
        await using var late = await LateService.ReviewedAsync(storage);
        await late.Service.PutAsync($"{late.Service.Community}/fiscal-years/2025", """{"closed":true}""");
        await late.MoveAsync("2026-06-10T08:00:00Z");
        await late.Service.PutAsync(late.Service.Community, GivenService.CommunityDocument.Replace(
            """{"kind":"totale","year":2025,"inhabitants":158601,"source":"Insee"}""",
            """{"kind":"totale","year":2025,"inhabitants":158601,"source":"Insee"},{"kind":"totale","year":2027,"inhabitants":160000,"source":"Insee"}""",
            StringComparison.Ordinal));
        await late.Service.PutAsync(
            late.Service.Address,
            GivenService.MutualisationDocument().Replace("\"endsOn\":\"2030-12-31\"", "\"endsOn\":\"2031-12-31\"", StringComparison.Ordinal));

        Assert.Equal(["v1 draft "], await late.VersionsAsync());
        Assert.DoesNotContain("dépassée", await late.PageAsync(), StringComparison.Ordinal);
        await late.MoveAsync("2026-06-11T05:00:00Z");
        Assert.Empty(await late.ReviewAsync());

        await late.Service.PutAsync($"{late.Service.Community}/fiscal-years/2025", """{"closed":false,"reason":"Une régularisation."}""");
        Assert.Equal(["v1 draft 2026-06-10"], await late.VersionsAsync());
        Assert.Single(await late.ReviewAsync());
    }

    private static decimal Value(JsonElement figure, string name) => figure.GetProperty(name).GetProperty("value").GetDecimal();
}
