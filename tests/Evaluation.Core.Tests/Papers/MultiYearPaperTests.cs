using Evaluation.Core.Indicators;
using Evaluation.Core.Papers.MultiYear;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Tests.Papers;

/// <summary>The review of a service over years, with the figures of docs/spec/papers.md.</summary>
public sealed class MultiYearPaperTests
{
    private static readonly GivenService Service = GivenPapers.Growing;

    [Fact]
    public void It_tells_cost_units_and_members_year_by_year()
    {
        var paper = Paper(Service, 2021, 2022, 2023, 2024, 2025);

        Assert.Equal(["400\u202F000,00", "420\u202F000,00", "430\u202F000,00", "450\u202F000,00", "485\u202F000,00"], Column(paper, "Coûts", 2));
        Assert.Equal(["951,6", "951,6", "1\u202F012,8", "1\u202F074,0", "1\u202F074,0"], Column(paper, "Coût d’une unité", 1));
        Assert.Equal(["420,3447", "441,3619", "424,5656", "418,9944", "451,5829"], Column(paper, "Coût d’une unité", 2));
        Assert.Equal(["2", "2", "3", "3", "3"], Column(paper, "Membres", 4));
        Assert.Equal(["C | entrée | 1er\u00A0juillet 2023"], Rows(paper, "Entrées et sorties"));
        Assert.Equal("périmètre\u00A0: 1\u00A0entrée", Column(paper, "Coûts", 4)[2]);
        Assert.Contains(
            "En euros courants, le coût constaté passe de 400\u202F000,00\u00A0€ en 2021 à 485\u202F000,00\u00A0€ en 2025\u202F; les membres ont changé entre-temps.",
            paper.Lead,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_without_evaluation_is_told_as_missing_and_is_no_zero()
    {
        var paper = Paper(Service, 2021, 2024, 2025);

        Assert.Equal("2022 | n.d. | n.d. | n.d. | évaluation non disponible", Rows(paper, "Coûts")[1]);
        Assert.Null(((Core.Reports.Charts.LineChart)paper.Charts().First().Sheet.Graphic).Current.Points[1].Value);
    }

    [Fact]
    public void The_last_ten_years_are_told() =>
        Assert.Equal("2016", Column(Paper(Service, [.. Enumerable.Range(2012, 14)]), "Coûts", 0)[0]);

    [Fact]
    public void Nothing_is_concluded_from_a_year_of_which_less_than_eighty_percent_came()
    {
        var paper = Paper(Service with { Received = (2022, 2024) }, 2021, 2022, 2023, 2024, 2025);
        var indicator = paper.Charts().Single(c => c.Name == "ads-03");

        Assert.Contains("passe de 951,6\u00A0équivalents PC en 2022 à 1\u202F074,0\u00A0équivalents PC en 2024", indicator.Sheet.Takeaway, StringComparison.Ordinal);
        Assert.Equal("n.d.", Column(paper, "Indicateur ADS-03", 1)[4]);
        Assert.Contains("sans conclusion", Column(paper, "Indicateur ADS-03", 3)[4], StringComparison.Ordinal);
        Assert.Contains("en 2024", paper.Charts().First().Sheet.Takeaway, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_due_yet_did_not_fail_to_come()
    {
        var paper = Paper(Service, 2025, 2026, 2027);

        Assert.Equal(
            "2027 | – | – | année non achevée\u202F; aucune valeur n’est encore attendue\u00A0: sans conclusion", Rows(paper, "Indicateur ADS-03")[2]);
    }

    [Fact]
    public void A_break_of_series_is_told_and_nothing_is_concluded_across_it()
    {
        var paper = Paper(Service with { Catalogue = Changed(new DateOnly(2023, 1, 1)) }, 2021, 2022, 2023, 2024, 2025);

        Assert.Null(paper.Charts().Single(c => c.Name == "ads-03").Sheet.Takeaway);
        Assert.StartsWith("rupture de série\u00A0: définition changée le 1er\u00A0janvier 2023", Column(paper, "Indicateur ADS-03", 3)[2], StringComparison.Ordinal);
        Assert.StartsWith("rupture de série", Column(paper, "Coût d’une unité", 3)[2], StringComparison.Ordinal);
        Assert.DoesNotContain(PaperRules.Sentences(paper), s => s.Contains("coût d’une unité passe", StringComparison.Ordinal));
    }

    [Fact]
    public void It_reads_well() => GoldenFile.Matches("Papers/multiYear.txt", PaperAsText.Of(Paper(Service, 2021, 2022, 2023, 2025)));

    private static Catalogue Changed(DateOnly on) => new(
        Catalogue.Standard.ServiceTypes,
        [
            .. Catalogue.Standard.Indicators.Select(i => i.Code != "ADS-03" ? i : i with
            {
                Versions = [new DefinitionVersion(null, on, null, i), new DefinitionVersion(on, null, "Les coefficients changent.", i)],
            }),
        ]);

    private static Paper Paper(GivenService service, params int[] years)
    {
        var paper = MultiYearPaper.Of(new MultiYearFacts(GivenService.Community, GivenService.Edition, service.Over(years)));
        Assert.Empty(PaperRules.Broken(paper));
        return paper;
    }

    private static IReadOnlyList<string> Column(Paper paper, string name, int column) => [.. Rows(paper, name).Select(r => r.Split(" | ")[column])];

    private static IReadOnlyList<string> Rows(Paper paper, string name)
    {
        var table = paper.Tables().Single(t => t.Name == name);
        return [.. table.Rows.Select(row => string.Join(" | ", row.Cells.Select((cell, i) => table.Text(cell, i))))];
    }
}
