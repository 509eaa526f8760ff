using Evaluation.Core.Reports.Charts;
using Evaluation.Core.Reports.Papers;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Papers;

/// <summary>Each rule tells a right paper from a wrong one.</summary>
public sealed class PaperRulesTests
{
    private static readonly PaperTable Right = new(
        "Coûts",
        "Coûts de 2025",
        null,
        [PaperColumn.Words("Service"), PaperColumn.Euros("Prévu"), PaperColumn.Euros("Constaté"), PaperColumn.Difference("Écart")],
        [PaperRow.Of("Permis", 100m, 90m, -10m), PaperRow.Of("Archives", 50m, 55.5m, 5.5m)],
        PaperRow.Of("Ensemble", 150m, 145.5m, -4.5m));

    [Theory]
    [InlineData("Les 2\u00A0services ont coûté 145,50\u00A0€ en 2025, 4,50\u00A0€ de moins que prévu.")]
    [InlineData("Le 3\u00A0mars 2026, «\u00A07\u00A0» est hors de cause (CGCT L5211-39-1)\u202F; le seuil est de 80\u00A0%.")]
    public void A_right_paper_breaks_no_rule(string sentence) => Assert.Empty(PaperRules.Broken(Of(sentence, Right)));

    [Theory]
    [InlineData("Le coût est de 145,51\u00A0€.", "figure 145,51")]
    [InlineData("Les 3\u00A0services ont un coût.", "figure 3")]
    [InlineData("Le coût est de 2\u202F025\u00A0€.", "figure 2\u202F025")]
    [InlineData("Les 2\u00A0service ont un coût.", "number:")]
    [InlineData("Les 2\u00A0commune ont un coût.", "number:")]
    [InlineData("L'année est finie.", "typography:")]
    [InlineData("Un double  blanc.", "typography:")]
    [InlineData("Une phrase sans point", "sentence:")]
    [InlineData("L’indicateur ADS-01 monte.", "code:")]
    [InlineData("Tout va bien. Valider la version.", "request:")]
    public void A_sentence_that_can_be_refuted_is_found(string sentence, string fault) =>
        Assert.StartsWith(fault, PaperRules.Broken(Of(sentence, Right))[0], StringComparison.Ordinal);

    public static TheoryData<string, PaperTable> Wrong => new()
    {
        { "name:", Right with { Name = "Coûts et montants dus par les membres" } },
        { "name:", Right with { Name = "Coûts/montants" } },
        { "shape:", Right with { Rows = [PaperRow.Of("Permis", 150m)], Total = null } },
        { "shape:", Right with { Rows = [], Total = null } },
        { "shape:", Right with { Columns = [.. Right.Columns.Take(3), PaperColumn.Words("Écart")] } },
        { "total:", Right with { Total = PaperRow.Of("Ensemble", 151m, 145.5m, -5.5m) } },
        { "total:", Right with { Rows = [.. Right.Rows, PaperRow.Of("Voirie", "n.d.", "n.d.", "n.d.")] } },
        { "total:", Right with { Total = PaperRow.Of("Ensemble", 150m, new PaperCell { Number = 145.5m, Note = "à suivre" }, -4.5m), Rows = [.. Right.Rows, PaperRow.Of("Accueil", 0m, "n.d.", "n.d.")] } },
        { "total:", Right with { Total = PaperRow.Of("Ensemble", 150m, new PaperCell { Number = 145.5m, Note = "partiel\u00A0: 1\u00A0valeur non disponible" }, -4.5m) } },
        { "difference:", Right with { Rows = [PaperRow.Of("Permis", 100m, 90m, -11m)], Total = null } },
        { "difference:", Right with { Rows = [PaperRow.Of("Permis", 100m, "n.d.", -11m)], Total = null } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_table_is_found(string fault, PaperTable table) =>
        Assert.StartsWith(fault, PaperRules.Broken(Of("Voici.", table))[0], StringComparison.Ordinal);

    [Theory]
    [InlineData("Le budget est à adopter le 15\u00A0avril 2026 au plus tard.", "2026-04-15", 0)]
    [InlineData("Le budget est à adopter le 15\u00A0avril 2026 au plus tard.", "2026-04-16", 1)]
    [InlineData("Le budget était à adopter le 15\u00A0avril 2026 au plus tard.", "2026-04-16", 0)]
    [InlineData("La convention prend fin le 1er\u00A0avril 2026.", "2026-04-16", 1)]
    [InlineData("La convention a pris fin le 1er\u00A0avril 2026.", "2026-04-16", 0)]
    public void A_day_told_as_to_come_that_is_past_is_found(string sentence, string asOf, int faults) =>
        Assert.Equal(faults, PaperRules.Announced(Of(sentence, Right), Exact.Day(asOf)).Count());

    [Fact]
    public void A_figure_seen_first_that_hides_what_its_total_lacks_is_found()
    {
        const string Note = "partiel\u00A0: 1\u00A0valeur non disponible";
        var table = Right with
        {
            Rows = [.. Right.Rows, PaperRow.Of("Accueil", 0m, "n.d.", "n.d.")],
            Total = PaperRow.Of("Ensemble", 150m, new PaperCell { Number = 145.5m, Note = Note }, new PaperCell { Number = -4.5m, Note = Note }),
        };

        Assert.Equal(
            ["hidden: Coût constaté"],
            PaperRules.Broken(Of("Voici.", new PaperFigures([new PaperFigure("Coût constaté", "145,50\u00A0€", "4,50\u00A0€ de moins que prévu")]), table)));
        Assert.Empty(PaperRules.Broken(Of("Voici.", new PaperFigures([new PaperFigure("Coût constaté", "145,50\u00A0€", Note)]), table)));
    }

    [Fact]
    public void Two_tables_of_one_name_are_found_whatever_its_case() =>
        Assert.Equal(["name: COÛTS"], PaperRules.Broken(Of("Voici.", Right, Right with { Name = "coûts" })));

    [Fact]
    public void A_chart_of_another_length_than_its_table_and_a_conclusion_from_a_part_are_found()
    {
        var chart = new PaperChart(
            "activite",
            new ChartSheet(
                new LineChart { Title = "Dossiers", Description = "Courbe.", Categories = ["2024"], Current = LineSeries.Of("tous", 1m) },
                "Nombre",
                "Les dossiers montent de 2024 à 2025.",
                "Permis",
                "Métropole",
                "bilan",
                "Source.",
                null),
            new PaperTable(
                "Dossiers",
                "Dossiers",
                null,
                [PaperColumn.Words("Année"), PaperColumn.Count("Valeur"), new("Valeurs reçues", PaperFormat.Percent()), PaperColumn.Words("Remarques")],
                [PaperRow.Of("2024", 1m, 100m, ""), PaperRow.Of("2025", 2m, 79.9m, "")]));

        Assert.Equal(["chart: activite", "weak: Les dossiers montent de 2024 à 2025."], PaperRules.Broken(Of("Voici.", chart)));
    }

    private static Paper Of(string sentence, params PaperBlock[] blocks) => new(
        "Métropole", "Services", "Essai", "Version 1.", false, "Essai.", [new PaperSection("Coûts", [new PaperText(sentence), .. blocks])]);
}
