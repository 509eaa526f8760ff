using Evaluation.Core.Reports.Papers;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Reports.Dashboards;

public sealed class DashboardPaperTests
{
    [Fact]
    public void What_came_is_counted_against_what_was_expected()
    {
        var paper = GivenDashboard.Of(
            GivenDashboard.Two(values => March(values, a: 130, b: null), "ADS-01"), "2025-03", "2025-04-11");
        var received = paper.Table("Valeurs reçues");

        Assert.Equal("Tableau de bord mensuel, mars 2025", paper.Subject);
        Assert.Equal([2m, 1m, 1m, 1m], received.Total!.Cells.Skip(1).Select(c => c.Number!.Value));
        Assert.Contains("1\u00A0valeur reçue sur 2 attendues pour mars 2025", paper.Lead, StringComparison.Ordinal);
    }

    [Fact]
    public void What_came_after_the_day_is_not_known_on_that_day()
    {
        var dossier = GivenDashboard.Two(
            values => values.Add("ADS-01", "A", "2025-03", 130, receivedOn: new DateOnly(2025, 4, 12)), "ADS-01");

        Assert.Equal(0m, GivenDashboard.Of(dossier, "2025-03", "2025-04-11").Table("Valeurs reçues").Total!.Cells[2].Number);
        Assert.Equal(1m, GivenDashboard.Of(dossier, "2025-03", "2025-04-12").Table("Valeurs reçues").Total!.Cells[2].Number);
        Assert.Equal(0m, GivenDashboard.Of(dossier, "2025-03", "2025-04-12").Table("Valeurs reçues").Total!.Cells[4].Number);
    }

    [Fact]
    public void A_change_is_taken_on_the_members_known_in_both_years()
    {
        var table = GivenDashboard.Of(
            GivenDashboard.Two(values => March(values, a: 130, b: null), "ADS-01"), "2025-03", "2025-04-11").Table("Indicateurs");

        Assert.Equal(["130", "100", "130", "non conclue"], Enumerable.Range(1, 4).Select(column => table.Read(0, column)));
        Assert.Contains("valeur partielle", table.Rows[0].Cells[0].Note, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_of_all_members_is_concluded()
    {
        var table = GivenDashboard.Of(
            GivenDashboard.Two(values => March(values, a: 130, b: 35), "ADS-01"), "2025-03", "2025-04-11").Table("Indicateurs");

        Assert.Equal(["165", "150", "165", "+10,0\u00A0%"], Enumerable.Range(1, 4).Select(column => table.Read(0, column)));
        Assert.DoesNotContain("partielle", table.Rows[0].Cells[0].Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_joined_since_counts_in_the_value_and_not_in_the_change()
    {
        var community = GivenCommunity.Of("A", "B");
        var mutualisation = new GivenMutualisation(community).Joined("A", "2015-01-01").Joined("B", "2025-01-01").Following("ADS-01").Read();
        var table = GivenDashboard.Of(
            GivenDashboard.Two(community, mutualisation, values => March(values, a: 130, b: 35)), "2025-03", "2025-04-11").Table("Indicateurs");

        Assert.Equal(["165", "100", "130", "+30,0\u00A0%"], Enumerable.Range(1, 4).Select(column => table.Read(0, column)));
    }

    [Fact]
    public void A_value_of_the_service_does_not_compare_once_its_members_changed()
    {
        var community = GivenCommunity.Of("A", "B");
        var mutualisation = new GivenMutualisation(community).Joined("A", "2015-01-01").Joined("B", "2025-01-01").Following("TRV-02").Read();
        var table = GivenDashboard.Of(
            GivenDashboard.Two(community, mutualisation, values => values.Add("TRV-02", null, "2025-Q1", 90)), "2025-Q1", "2025-04-21").Table("Indicateurs");

        Assert.Equal(["90,0", "–", "–", "non comparable"], Enumerable.Range(1, 4).Select(column => table.Read(0, column)));
    }

    [Fact]
    public void Six_indicators_are_the_first_of_each_family_then_the_second()
    {
        var table = GivenDashboard.Of(
            GivenDashboard.Two(_ => { }, "ADS-01", "ADS-02", "ADS-03", "ADS-04", "ADS-06", "ADS-07", "ADS-08"), "2025-03", "2025-04-11").Table("Indicateurs");

        Assert.Equal(
            ["ADS-01", "ADS-04", "ADS-07", "ADS-02", "ADS-06", "ADS-08"], table.Rows.Select(r => r.Cells[0].Note![..6]));
    }

    [Fact]
    public void A_missing_value_is_told_and_no_zero()
    {
        var table = GivenDashboard.Of(GivenDashboard.Two(_ => { }, "ADS-01"), "2025-03", "2025-04-11").Table("Indicateurs");

        Assert.Equal(["n.d.", "–", "–", "–"], Enumerable.Range(1, 4).Select(column => table.Read(0, column)));
    }

    [Fact]
    public void A_target_is_judged_on_whole_values_only()
    {
        var community = GivenCommunity.Of("A", "B");
        var mutualisation = GivenMutualisation.WithEveryone(community).Aiming("ADS-06", 95).Read();

        var part = GivenDashboard.Of(GivenDashboard.Two(community, mutualisation, values => Decided(values, "A")), "2025-03", "2025-04-11");
        var whole = GivenDashboard.Of(GivenDashboard.Two(community, mutualisation, values => Decided(values, "A", "B")), "2025-03", "2025-04-11");

        Assert.Equal("au moins\u00A0: non conclue", part.Table("Indicateurs").Read(0, 6));
        Assert.DoesNotContain(part.Tables(), t => t.Name == "Alertes");
        Assert.Equal("au moins\u00A0: non atteinte", whole.Table("Indicateurs").Read(0, 6));
        Assert.Equal(
            "Valeur de 80,0\u00A0%, cible d’au moins 95\u00A0%\u00A0: non atteinte.",
            whole.Table("Alertes").Read(0, 3));
    }

    [Fact]
    public void Nothing_is_concluded_of_a_month_that_is_not_over()
    {
        var paper = GivenDashboard.Of(
            GivenDashboard.Two(values => March(values, a: 130, b: 35, receivedOn: new DateOnly(2025, 3, 20)), "ADS-01"), "2025-03", "2025-03-31");

        Assert.Equal("non conclue", paper.Table("Indicateurs").Read(0, 4));
        Assert.Contains("La période n’est pas terminée\u00A0: rien n’en est conclu.", paper.Lead, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_moved_by_more_than_a_half_is_an_alert_with_its_figures()
    {
        var alerts = GivenDashboard.Of(
            GivenDashboard.Two(values => March(values, a: 151, b: 50), "ADS-01"), "2025-03", "2025-04-11").Table("Alertes");

        Assert.Equal(
            ["A", "Dossiers d’urbanisme déposés", "mars 2025", "La valeur de ADS-01 passe de 100 pour mars 2024 à 151 pour mars 2025 (+51,0\u00A0%)\u00A0: vérifiez-la."],
            Assert.Single(alerts.Rows).Cells.Select(c => c.Words));
    }

    [Fact]
    public void Alerts_beyond_a_few_are_counted()
    {
        var names = Enumerable.Range(1, 12).Select(n => $"Commune {n}").ToArray();
        var community = GivenCommunity.Of(names);
        var values = new GivenValues(community);
        foreach (var name in names)
        {
            values.Add("ADS-01", name, "2024-03", 100).Add("ADS-01", name, "2025-03", 300);
        }

        var paper = GivenDashboard.Of(
            GivenDossier.Of(community, GivenMutualisation.WithEveryone(community).Following("ADS-01").Read(), values), "2025-03", "2025-04-11");

        Assert.Equal(8, paper.Table("Alertes").Rows.Count);
        Assert.Equal(
            "Et 4\u00A0autres alertes\u00A0: ADS-01 (4).",
            Assert.Single(paper.Sections.SelectMany(s => s.Blocks).OfType<PaperNote>()).Text);
    }

    [Fact]
    public void What_is_late_is_told_period_by_period_and_adds_up()
    {
        var late = GivenDashboard.Of(GivenDashboard.Two(values => March(values, a: 1, b: 1), "ADS-01"), "2025-03", "2025-04-18").Table("Retards");

        Assert.Equal(["février 2025", "janvier 2025"], late.Rows.Select(r => r.Cells[0].Words));
        Assert.Equal(new DateOnly(2025, 3, 10), late.Rows[0].Cells[1].Day);
        Assert.Equal([39m, 2m, 2m], late.Rows[0].Cells.Skip(2).Take(3).Select(c => c.Number!.Value));
        Assert.True(late.IsSum(3) && late.IsSum(4));
        Assert.Equal(4m, late.Total!.Cells[4].Number);
    }

    [Fact]
    public void Older_periods_that_are_late_are_added_up_together()
    {
        var late = GivenDashboard.Of(GivenDashboard.Two(_ => { }, "ADS-01"), "2025-09", "2025-10-11", closesAfter: 60).Table("Retards");

        Assert.Equal(["attendue", "attendue", "close"], late.Rows.Take(3).Select(r => r.Cells[5].Words));
        Assert.Equal("3\u00A0périodes plus anciennes", late.Rows[^1].Cells[0].Words);
        Assert.Equal(6m, late.Rows[^1].Cells[4].Number);
        Assert.Equal(18m, late.Total!.Cells[4].Number);
        Assert.True(late.IsSum(4));
    }

    [Fact]
    public void A_quarter_holds_its_months_and_what_comes_by_quarter()
    {
        var paper = GivenDashboard.Of(
            GivenDashboard.Two(values => values.AddYear("ADS-01", "A", 2025, 100).Add("TRV-02", null, "2025-Q1", 100), "ADS-01", "TRV-02"),
            "2025-Q1",
            "2025-04-21");
        var received = paper.Table("Valeurs reçues");

        Assert.Equal("Tableau de bord trimestriel, 1er trimestre 2025", paper.Subject);
        Assert.Equal([6m, 3m], received.Rows[0].Cells.Skip(1).Take(2).Select(c => c.Number!.Value));
        Assert.Equal([1m, 1m], received.Rows[1].Cells.Skip(1).Take(2).Select(c => c.Number!.Value));
        Assert.Equal(["300", "300", "300"], Enumerable.Range(1, 3).Select(column => paper.Table("Indicateurs").Read(0, column)));
    }

    [Fact]
    public void A_service_of_yearly_indicators_alone_says_so()
    {
        var paper = GivenDashboard.Of(GivenDashboard.Two(_ => { }, "TRV-10"), "2025-03", "2025-04-11");

        Assert.Equal("Aucune valeur n’était attendue pour mars 2025. Aucune période n’a passé son échéance sans toutes ses valeurs.", paper.Lead);
        Assert.Empty(paper.Tables());
    }

    [Theory]
    [InlineData("2025")]
    [InlineData("2025-S1")]
    public void Longer_spans_have_no_dashboard(string period) => Assert.Throws<ArgumentException>(
        () => GivenDashboard.Of(GivenDashboard.Two(_ => { }, "ADS-01"), period, "2026-04-11"));

    private static void March(GivenValues values, decimal? a, decimal? b, DateOnly? receivedOn = null)
    {
        foreach (var (member, value) in new[] { ("A", a), ("B", b) })
        {
            if (value is { } known)
            {
                values.Add("ADS-01", member, "2025-03", known, receivedOn: receivedOn);
            }
        }
    }

    private static void Decided(GivenValues values, params string[] members)
    {
        foreach (var member in members)
        {
            values.Add("ADS-02", member, "2025-03", member == "A" ? 100 : 50).Add("ADS-05", member, "2025-03", member == "A" ? 80 : 40);
        }
    }
}
