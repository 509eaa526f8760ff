using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Reports;
using Evaluation.Core.Reports.Papers;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Reports.Dashboards;

public sealed class DashboardPaperTests
{
    [Fact]
    public void What_came_is_counted_against_what_was_expected()
    {
        var paper = GivenDashboard.Of(
            GivenDashboard.Two(values => values.March(a: 130, b: null), "ADS-01"), "2025-03", "2025-04-11");
        var received = paper.Table("Valeurs reçues");

        Assert.Equal("Tableau de bord mensuel, mars 2025", paper.Subject);
        Assert.Equal([2m, 1m, 1m, 1m], received.Total!.Cells.Skip(1).Select(c => c.Number!.Value));
        Assert.Contains("1\u00A0valeur reçue sur 2\u00A0attendues pour mars 2025", paper.Lead, StringComparison.Ordinal);
    }

    [Fact]
    public void One_value_expected_is_told_in_the_singular() => Assert.Contains(
        "0\u00A0valeur reçue sur 1\u00A0attendue pour le 1er trimestre 2025",
        GivenDashboard.Of(GivenDashboard.Two(_ => { }, "TRV-02"), "2025-Q1", "2025-04-21").Lead,
        StringComparison.Ordinal);

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
    public void Nothing_is_concluded_of_a_month_that_is_not_over()
    {
        var paper = GivenDashboard.Of(
            GivenDashboard.Two(values => values.March(a: 300, b: 35, receivedOn: new DateOnly(2025, 3, 20)), "ADS-01"), "2025-03", "2025-03-31");

        Assert.Equal("non conclue", paper.Table("Indicateurs").Read(0, 4));
        Assert.Contains("La période n’est pas terminée\u00A0: rien n’en est conclu.", paper.Lead, StringComparison.Ordinal);
        Assert.DoesNotContain("alerte", paper.Lead, StringComparison.Ordinal);
        Assert.DoesNotContain(paper.Tables(), t => t.Name == "Alertes");
    }

    [Fact]
    public void A_value_that_moved_by_more_than_a_half_is_an_alert_with_its_figures()
    {
        var alerts = GivenDashboard.Of(
            GivenDashboard.Two(values => values.March(a: 151, b: 50), "ADS-01"), "2025-03", "2025-04-11").Table("Alertes");

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
            Assert.Single(paper.Sections.SelectMany(s => s.Blocks).OfType<PaperNote>(), n => n.Text != Typography.Fix(Figure.SignsText)).Text);
    }

    [Fact]
    public void What_is_late_is_told_period_by_period_and_adds_up()
    {
        var late = GivenDashboard.Of(GivenDashboard.Two(values => values.March(a: 1, b: 1), "ADS-01"), "2025-03", "2025-04-18").Table("Retards");

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

    [Fact]
    public void A_service_that_ended_before_has_no_figure_and_owes_none()
    {
        var community = GivenCommunity.Of("A", "B");
        var living = GivenMutualisation.Document(community);
        var document = living with
        {
            Convention = living.Convention! with { Reversibility = "Chaque commune reprend ses dossiers." },
            Memberships = [.. living.Memberships!.Select(m => m with { To = "2024-12-31" })],
            Lifecycle =
            [
                new LifecycleStepDocument { Status = "active", On = "2018-01-01" },
                new LifecycleStepDocument { Status = "terminating", On = "2024-06-01", Reason = "Les communes reprennent l’instruction." },
                new LifecycleStepDocument { Status = "terminated", On = "2024-12-31", Reason = "Fin du service." },
            ],
        };
        var read = MutualisationReader.Read("essai", document, community, Catalogue.Standard);
        Assert.Empty(read.Problems);
        var mutualisation = read.Value!;
        var paper = GivenDashboard.Of(GivenDashboard.Two(community, mutualisation, values => values.March(a: 300, b: 1)), "2025-03", "2025-04-11");

        Assert.Equal("Aucune valeur n’était attendue pour mars 2025. Aucune période n’a passé son échéance sans toutes ses valeurs.", paper.Lead);
        Assert.Equal("Le service n’était pas en vigueur pendant mars 2025.", Assert.IsType<PaperText>(paper.Sections[1].Blocks[0]).Text);
        Assert.Empty(paper.Tables());
    }
}
