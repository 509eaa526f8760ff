using Evaluation.Core.Costs;
using Evaluation.Core.Kinds;
using Evaluation.Core.Papers.BudgetDebate;
using Evaluation.Core.Periods;
using Evaluation.Core.Reports;
using Evaluation.Core.Reports.Papers;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Papers;

/// <summary>The paper for the budget debate, with the figures of docs/spec/papers.md.</summary>
public sealed class BudgetDebatePaperTests
{
    [Fact]
    public void Savings_are_told_with_who_spends_more_and_lead_to_the_same_total()
    {
        var paper = Paper();

        Assert.Equal(["Instruction des permis | 581\u202F900,00 | 688\u202F116,61 | +106\u202F216,61 | économie"], Rows(paper, "Économies"));
        Assert.Equal(["Archives | situation d’avant non enregistrée"], Rows(paper, "Sans conclusion"));
        Assert.Equal(["Économie des membres, volume d’avant | +47\u202F540,00", "Effet du volume de 2025 | +58\u202F676,61"], Rows(paper, "Passage"));
        Assert.Equal(["B | 202\u202F988,37 | 179\u202F840,00 | \u221223\u202F148,37"], Rows(paper, "Membres qui dépensent plus"));
    }

    [Fact]
    public void Costs_are_forecast_and_observed_and_a_sum_that_lacks_one_says_so()
    {
        var costs = Table(Paper(), "Coûts");

        Assert.Equal(
            ["Instruction des permis | 560\u202F000,00 | 580\u202F000,00 | 581\u202F900,00 | +1\u202F900,00", "Archives | n.d. | 484\u202F000,00 | 485\u202F000,00 | +1\u202F000,00"],
            Rows(Paper(), "Coûts"));
        Assert.Equal("partiel\u00A0: 1\u00A0valeur non disponible", costs.Total!.Cells[1].Note);
        Assert.Equal(2_900m, costs.Total.Cells[4].Number);
    }

    [Fact]
    public void Decisions_are_told_with_what_became_of_them()
    {
        var paper = Paper();

        Assert.Equal(
            [
                "Instruction des permis | faire évoluer | 20\u00A0juin 2025 | 1er\u00A0septembre 2025 | 2 | 1 | 1",
                .. new[] { "Instruction des permis", "Archives" }
                    .Select(s => $"{s} | aucune décision enregistrée | – | – | – | – | –"),
            ],
            Rows(paper, "Décisions"));
        Assert.Equal(["Instruction des permis | Revoir la clé. | finances | 31\u00A0décembre 2025 | en cours"], Rows(paper, "Actions en retard"));
    }

    [Fact]
    public void Each_objective_of_the_offer_has_its_figures()
    {
        var paper = Paper();

        Assert.Equal(["Services | 2 | 2 | 0", "Adhésions | 6 | 6 | 0"], Rows(paper, "Coopérations"));
        Assert.Equal(
            ["Instruction des permis | Équivalents permis de construire instruits (ADS-03) | 434,1085 | 451,0853 | +16,9768"], Rows(paper, "Coût d’une unité"));
        Assert.Contains("Aucun indicateur suivi ne permet de dire", string.Join(' ', PaperRules.Sentences(paper)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_budget_that_is_debated_is_that_of_two_years_later_against_the_year_that_runs()
    {
        var paper = Paper();

        Assert.Equal(
            ["Instruction des permis | 600\u202F000,00 | 620\u202F000,00 | +20\u202F000,00 | sans terme", "Archives | n.d. | n.d. | n.d. | sans terme"],
            Rows(paper, "Prévision"));
        Assert.Equal("Communication pour le débat d’orientation budgétaire de 2027, bilan de 2025", paper.Subject);
        Assert.Contains("Le budget de 2027 est à adopter le 15\u00A0avril 2027 au plus tard", PaperAsText.Of(paper), StringComparison.Ordinal);
        Assert.True(ReportCalendar.DueOn(ReportKind.BudgetDebate, Period.OfYear(2025)) < new DateOnly(2027, 4, 15).AddDays(-70));
    }

    [Theory]
    [InlineData("2027-04-15", "est à adopter")]
    [InlineData("2027-04-16", "était à adopter")]
    public void A_budget_that_was_to_be_adopted_is_told_as_past(string day, string told)
    {
        var paper = BudgetDebatePaper.Of(new BudgetDebateFacts(
            GivenService.Community, GivenService.Edition, Exact.Day(day), 2025, [GivenPapers.Saving.Over(2025, 2026, 2027)]));

        Assert.Contains($"Le budget de 2027 {told} le 15\u00A0avril 2027", PaperAsText.Of(paper), StringComparison.Ordinal);
        Assert.Empty(PaperRules.Announced(paper, Exact.Day(day)));
    }

    [Fact]
    public void Before_the_forecast_of_the_debated_year_that_of_the_running_one_is_told()
    {
        var paper = BudgetDebatePaper.Of(new BudgetDebateFacts(
            GivenService.Community, GivenService.Edition, GivenService.Edition.DataAsOf, 2025, [GivenPapers.Saving.Over(2025, 2026)]));

        Assert.Empty(PaperRules.Broken(paper));
        Assert.Contains(
            "Aucun coût n’est prévu pour 2027\u202F; la prévision de 2026 est de 600\u202F000,00\u00A0€ pour 1\u00A0service.", PaperAsText.Of(paper), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_late_or_not_over_is_so_on_the_day_of_the_data_whatever_the_issue()
    {
        var (during, after, later) = (On(new DateOnly(2025, 12, 31)), On(new DateOnly(2026, 1, 1)), On(new DateOnly(2026, 2, 20)));

        Assert.DoesNotContain(during.Tables(), t => t.Name == "Actions en retard");
        Assert.Contains("n’est pas achevée", PaperAsText.Of(during), StringComparison.Ordinal);
        Assert.Single(Table(after, "Actions en retard").Rows);
        Assert.DoesNotContain("non achevée", PaperAsText.Of(after), StringComparison.Ordinal);
        Assert.Equal(PaperAsText.Of(after), PaperAsText.Of(later));

        static Paper On(DateOnly day) => BudgetDebatePaper.Of(new BudgetDebateFacts(
            GivenService.Community, GivenService.Edition, day, 2025, [GivenPapers.Saving.Over(2025, 2026), GivenPapers.Unmeasured.Over(2025, 2026)]));
    }

    [Fact]
    public void Members_that_lose_as_much_are_all_named()
    {
        var before = GivenService.Before with { Members = [.. GivenService.Before.Members!.Select((m, i) => i < 2 ? m : GivenService.Before.Members![1] with { Member = m.Member })] };
        var service = GivenPapers.Saving with
        {
            Monthly = [70, 37.5m, 37.5m],
            Costs = [new(2024, [new CostLine(CostCategory.Personnel, CostStage.Actual, 800_000)]), new(2025, [new CostLine(CostCategory.Personnel, CostStage.Actual, 800_000)])],
            Baseline = before,
        };
        var paper = BudgetDebatePaper.Of(new BudgetDebateFacts(GivenService.Community, GivenService.Edition, GivenService.Edition.DataAsOf, 2025, [service.Over(2025)]));

        Assert.Empty(PaperRules.Broken(paper));
        Assert.Contains(
            PaperRules.Sentences(paper), s => s.EndsWith("B et C\u00A0: 27\u202F056,55\u00A0€ de plus chacun.", StringComparison.Ordinal));
    }

    [Fact]
    public void Below_eighty_percent_no_saving_is_established()
    {
        var paper = BudgetDebatePaper.Of(new BudgetDebateFacts(
            GivenService.Community, GivenService.Edition, GivenService.Edition.DataAsOf, 2025, [(GivenPapers.Saving with { Received = (2021, 2024) }).Over(2025)]));

        Assert.Empty(PaperRules.Broken(paper));
        Assert.DoesNotContain(paper.Tables(), t => t.Name is "Économies" or "Membres" or "Coût d’une unité" or "Homogénéité");
        Assert.Contains("Aucune économie ni aucun surcoût n’est établi pour 2025.", paper.Lead, StringComparison.Ordinal);
    }

    [Fact]
    public void The_tables_of_twelve_services_hold_in_a_hundred_and_sixty_rows()
    {
        var paper = BudgetDebatePaper.Of(new BudgetDebateFacts(
            GivenService.Community,
            GivenService.Edition,
            GivenService.Edition.DataAsOf,
            2025,
            [.. Enumerable.Range(1, 12).Select(n => (GivenPapers.Saving with { Label = $"Service n° {n}" }).Over(2025, 2026))]));

        Assert.Empty(PaperRules.Broken(paper));
        Assert.InRange(paper.Tables().Sum(t => t.Rows.Count + (t.Total is null ? 0 : 1)), 100, 160);
    }

    [Fact]
    public void Services_whose_unit_costs_are_not_compared_are_named_with_the_reason()
    {
        var equal = GivenPapers.Saving with { Label = "Réseaux", Key = new() { Criteria = [new() { Criterion = "equal", Weight = 1 }] } };
        var paper = BudgetDebatePaper.Of(new BudgetDebateFacts(
            GivenService.Community,
            GivenService.Edition,
            GivenService.Edition.DataAsOf,
            2025,
            [GivenPapers.Saving.Over(2025, 2026), GivenPapers.Unmeasured.Over(2025, 2026), equal.Over(2025, 2026)]));

        Assert.Equal(["Instruction des permis"], Table(paper, "Coût d’une unité").Rows.Select(r => r.Cells[0].Words));
        Assert.Contains(
            "Coût d’une unité sans comparaison\u00A0: «\u00A0Archives\u00A0» (le coût constaté de 2024 n’est pas connu) et «\u00A0Réseaux\u00A0» (la clé de 2025 ne compte pas une seule unité mesurée).",
            PaperAsText.Of(paper),
            StringComparison.Ordinal);
    }

    [Fact]
    public void It_reads_well() => GoldenFile.Matches("Papers/budgetDebate.txt", PaperAsText.Of(Paper()));

    private static Paper Paper()
    {
        var paper = GivenPapers.BudgetDebate();
        Assert.Empty(PaperRules.Broken(paper));
        return paper;
    }

    private static PaperTable Table(Paper paper, string name) => paper.Tables().Single(t => t.Name == name);

    private static IReadOnlyList<string> Rows(Paper paper, string name)
    {
        var table = Table(paper, name);
        return [.. table.Rows.Select(row => string.Join(" | ", row.Cells.Select((cell, i) => table.Text(cell, i))))];
    }
}
