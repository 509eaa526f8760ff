using System.Text;
using System.Text.Json.Nodes;
using Evaluation.Core.Indicators;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Reports.Dashboards;

public sealed class DashboardIndicatorsTests
{
    [Fact]
    public void A_change_is_taken_on_the_members_known_in_both_years()
    {
        var table = GivenDashboard.Of(
            GivenDashboard.Two(values => values.March(a: 130, b: null), "ADS-01"), "2025-03", "2025-04-11").Table("Indicateurs");

        Assert.Equal(["130", "100", "130", "non conclue"], Enumerable.Range(1, 4).Select(column => table.Read(0, column)));
        Assert.Contains("valeur partielle", table.Rows[0].Cells[0].Note, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_of_all_members_is_concluded()
    {
        var table = GivenDashboard.Of(
            GivenDashboard.Two(values => values.March(a: 130, b: 35), "ADS-01"), "2025-03", "2025-04-11").Table("Indicateurs");

        Assert.Equal(["165", "150", "165", "+10,0\u00A0%"], Enumerable.Range(1, 4).Select(column => table.Read(0, column)));
        Assert.DoesNotContain("partielle", table.Rows[0].Cells[0].Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_joined_since_counts_in_the_value_and_not_in_the_change()
    {
        var community = GivenCommunity.Of("A", "B");
        var mutualisation = new GivenMutualisation(community).Joined("A", "2015-01-01").Joined("B", "2025-01-01").Following("ADS-01").Read();
        var table = GivenDashboard.Of(
            GivenDashboard.Two(community, mutualisation, values => values.March(a: 130, b: 35)), "2025-03", "2025-04-11").Table("Indicateurs");

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
    public void A_rate_of_nothing_at_all_is_no_missing_value()
    {
        var community = GivenCommunity.Of("A", "B");
        var mutualisation = GivenMutualisation.WithEveryone(community).Aiming("ADS-06", 95).Read();
        var table = GivenDashboard.Of(
            GivenDashboard.Two(community, mutualisation, values =>
            {
                foreach (var member in new[] { "A", "B" })
                {
                    values.Add("ADS-02", member, "2025-03", 0).Add("ADS-05", member, "2025-03", 0);
                }
            }),
            "2025-03",
            "2025-04-11").Table("Indicateurs");

        Assert.Equal(["–", "–"], new[] { table.Read(0, 1), table.Read(0, 6) });
    }

    [Theory]
    [InlineData(2, 2, "–", "2\u00A0réponses favorables sur 2 exprimées")]
    [InlineData(1, 4, "–", "1\u00A0réponse favorable sur 4 exprimées")]
    [InlineData(4, 5, "80,0", "4\u00A0réponses favorables sur 5 exprimées")]
    public void A_share_of_too_few_answers_is_told_by_its_answers_and_did_not_fail_to_come(int favourable, int expressed, string read, string said)
    {
        var community = GivenCommunity.Of("A", "B");
        var catalogue = Asked("TRV-08", "TRV-09", "TRV-10");
        var mutualisation = GivenMutualisation.WithEveryone(community).Following("TRV-10").Read(catalogue);
        var values = new GivenValues(community).Add("TRV-09", null, "2025-Q1", favourable).Add("TRV-08", null, "2025-Q1", expressed);
        var table = GivenDashboard.Of(
            GivenDossier.Of(community, mutualisation, values) with { Catalogue = catalogue }, "2025-Q1", "2025-04-21").Table("Indicateurs");

        Assert.Equal(read, table.Read(0, 1));
        Assert.EndsWith(said, table.Rows[0].Cells[0].Note, StringComparison.Ordinal);
    }

    // The shipped catalogue, with some indicators asked for each quarter.
    private static Catalogue Asked(params string[] codes)
    {
        var file = JsonNode.Parse(Repository.Read("Evaluation.Core/Indicators/catalogue.json"))!;
        foreach (var indicator in file["indicators"]!.AsArray().Where(i => codes.Contains((string)i!["code"]!, StringComparer.Ordinal)))
        {
            indicator!["periodicity"] = "quarterly";
        }

        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(file.ToJsonString()));
        return CatalogueReader.Read(stream);
    }

    private static void Decided(GivenValues values, params string[] members)
    {
        foreach (var member in members)
        {
            values.Add("ADS-02", member, "2025-03", member == "A" ? 100 : 50).Add("ADS-05", member, "2025-03", member == "A" ? 80 : 40);
        }
    }
}
