using Evaluation.Core.Closing;
using Evaluation.Core.Communities;
using Evaluation.Core.Keys;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Papers.Statements;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Tests.Papers;

/// <summary>The yearly statement and its letters, with the figures of docs/spec/papers.md.</summary>
public sealed class StatementPaperTests
{
    private static readonly GivenService Service = new();

    [Fact]
    public void It_sets_forecast_beside_observed()
    {
        var unitCost = Table(Paper(Service), "Coût unitaire");

        Assert.Equal(
            ["Coût complet (€) | 484\u202F000,00 | 485\u202F000,00 | +1\u202F000,00", "Unités | 1\u202F100,0 | 1\u202F074,0 | \u221226,0", "Coût d’une unité (€) | 440,0000 | 451,5829 | +11,5829"],
            Rows(unitCost));
    }

    [Fact]
    public void It_says_what_each_owes_and_how_that_leads_to_the_cost()
    {
        var paper = Paper(Service);

        Assert.Equal(
            ["A | 0,00 | 278\u202F536,33 | +278\u202F536,33", "B | 0,00 | 151\u202F189,95 | +151\u202F189,95", "C | 0,00 | 55\u202F273,75 | +55\u202F273,75"],
            Rows(Table(paper, "Montants")));
        Assert.Equal(
            ["Dû par les bénéficiaires | 485\u202F000,03", "Écart d’arrondi du coût unitaire | \u22120,03"], Rows(Table(paper, "Du coût aux montants")));
        Assert.Equal(485_000m, Table(paper, "Du coût aux montants").Total!.Cells[1].Number);
    }

    [Fact]
    public void It_lists_each_use_and_adds_them_up()
    {
        var paper = Paper(Service);
        var uses = Table(paper, "Usages");

        Assert.Equal(36, uses.Rows.Count);
        Assert.Equal("janvier 2025 | Équivalents permis de construire instruits (ADS-03) | 51,4 | 1 | 51,4", Rows(uses)[0]);
        Assert.Equal(["A", "B", "C"], uses.Rows.Select(r => r.Group).OfType<string>());
        Assert.Equal(1_074m, uses.Total!.Cells[^1].Number);
        Assert.Equal(
            ["A | 650,0 | 616,8 | \u221233,2", "B | 350,0 | 334,8 | \u221215,2", "C | 100,0 | 122,4 | +22,4"], Rows(Table(paper, "Unités")));
    }

    [Fact]
    public void Each_beneficiary_is_told_the_forecast_unit_cost_of_the_next_year()
    {
        var letters = StatementLetters.Of(GivenPapers.Stated(Service));

        Assert.Equal(["A", "B", "C"], letters.Select(l => l.Title));
        Assert.All(letters, letter => Assert.Empty(PaperRules.Broken(letter)));
        Assert.Equal("Le coût unitaire prévisionnel de 2026 est de 454,5455\u00A0€.", letters[0].Lead);
        Assert.Equal(["A | 650,0 | 295\u202F454,58"], Rows(Table(letters[0], "Prévision")));
        Assert.Equal(12, Table(letters[1], "Usages").Rows.Count);
        Assert.Contains(
            PaperRules.Sentences(letters[2]), s => s == "Ce coût est à communiquer aux bénéficiaires le 30\u00A0avril 2026 au plus tard (CGCT D5211-16).");
    }

    [Fact]
    public void The_unit_cost_told_is_the_one_that_the_calendar_reminds_of() => Assert.Equal(
        Service.In(2026).UnitCostForecast()!.Value, Table(Paper(Service), "Coût unitaire prévu").Rows[^1].Cells[1].Number);

    [Theory]
    [InlineData(true, "la convention ne prévoit pas d’unités")]
    [InlineData(false, "aucun coût n’est prévu")]
    public void Without_a_forecast_there_is_no_letter_and_the_statement_says_why(bool hasCost, string why)
    {
        var service = hasCost ? Service with { Forecast = [] } : Service with { Costs = Service.Costs[..2] };

        Assert.Empty(StatementLetters.Of(GivenPapers.Stated(service)));
        Assert.EndsWith($"Le coût unitaire prévisionnel de 2026 n’est pas disponible\u00A0: {why}.", Paper(service).Lead, StringComparison.Ordinal);
    }

    [Fact]
    public void What_did_not_come_is_not_available_and_nothing_is_owed_yet()
    {
        var service = Service with { Received = (2021, 2024) };
        var paper = Paper(service);

        Assert.All(Table(paper, "Usages").Rows, row => Assert.Equal("n.d.", row.Cells[^1].Words));
        Assert.Equal(["A", "B", "C"], Table(paper, "Unités attendues").Rows.Select(r => r.Cells[0].Words));
        Assert.DoesNotContain(paper.Tables(), t => t.Name == "Montants");
    }

    [Fact]
    public void Units_of_a_year_that_is_not_over_are_told_as_those_known_so_far()
    {
        var paper = StatementPaper.Of(new StatementFacts(GivenService.Edition, Service.In(2026), null));

        Assert.Empty(PaperRules.Broken(paper));
        Assert.Contains(PaperRules.Sentences(paper), s => s.StartsWith("Des usages de 2026 ne sont pas encore attendus", StringComparison.Ordinal));
        Assert.DoesNotContain(PaperRules.Sentences(Paper(Service)), s => s.StartsWith("Des usages", StringComparison.Ordinal));
    }

    [Fact]
    public void A_forecast_that_is_not_observed_yet_is_not_told_as_observed()
    {
        var paper = Paper(Service with { Costs = [Service.Costs[0], new(2025, [Service.Costs[1].Lines[0]]), Service.Costs[2]] });

        Assert.Equal(["484\u202F000,00", "n.d."], Rows(Table(paper, "Coût unitaire"))[0].Split(" | ")[1..3]);
        Assert.Contains("d’après la prévision", Table(paper, "Montants").Caption, StringComparison.Ordinal);
    }

    [Fact]
    public void What_settled_years_left_is_told_with_what_is_owed()
    {
        var payer = GivenService.Community.Members[0].Siren;
        var paper = Paper(Service with { Settled = Settled(2024, 2025, payer, 1_000) });
        var amounts = Table(paper, "Montants");

        Assert.Equal(["Bénéficiaire", "Dû", "Reporté", "Appelé", "À régler", "Solde"], amounts.Columns.Select(c => c.Heading));
        Assert.Equal("A | 278\u202F536,33 | 1\u202F000,00 | 0,00 | 279\u202F536,33 | +279\u202F536,33", Rows(amounts)[0]);
        Assert.Equal(486_000.03m, amounts.Total!.Cells[^1].Number);
        Assert.Equal(485_000m, Table(paper, "Du coût aux montants").Total!.Cells[1].Number);
        Assert.DoesNotContain("Reporté", Table(Paper(Service), "Montants").Columns.Select(c => c.Heading));
    }

    [Fact]
    public void A_free_service_does_not_hide_what_settled_years_left()
    {
        var payer = GivenService.Community.Members[0].Siren;
        var paper = Paper(Service with { Settlement = "gratuit", Settled = Settled(2024, 2025, payer, 1_000) });

        Assert.Equal("A | 0,00 | 1\u202F000,00 | 0,00 | 1\u202F000,00 | +1\u202F000,00", Rows(Table(paper, "Montants"))[0]);
        Assert.Contains(PaperRules.Sentences(paper), s => s.EndsWith("le solde compte aussi ce qui est reporté.", StringComparison.Ordinal));
    }

    [Fact]
    public void The_units_forecast_are_those_that_the_unit_cost_rests_on_when_a_member_is_the_provider()
    {
        var paper = Paper(Service with { Provider = "38001" });
        var forecast = Table(paper, "Prévision");

        Assert.Equal(["B", "C", "A, porteur"], forecast.Rows.Select(r => r.Cells[0].Words));
        Assert.Equal(Table(paper, "Coût unitaire prévu").Rows[1].Cells[1].Number, forecast.Total!.Cells[1].Number);
        Assert.Contains(PaperRules.Sentences(paper), s => s.EndsWith("s’écarte du coût prévu par les arrondis.", StringComparison.Ordinal));
    }

    [Fact]
    public void Why_nothing_is_owed_names_the_days_whose_units_did_not_come()
    {
        var other = new AllocationDocument { Method = "split", Criteria = [new KeyCriterionDocument { Criterion = "indicator", Indicator = "ADS-01", Weight = 1 }] };
        var paper = Paper(Service with
        {
            Method = "split",
            Amendments = [new AmendmentDocument { Number = "1", EffectiveOn = "2025-07-01", Purpose = "Compter les dossiers.", Allocation = other }],
        });

        Assert.Contains(
            PaperRules.Sentences(paper), s => s.Contains("du 1er\u00A0juillet 2025 au 31\u00A0décembre 2025, et une valeur manquante n’est pas zéro", StringComparison.Ordinal));
    }

    [Fact]
    public void Units_of_keys_of_other_weights_are_not_added_up()
    {
        static AllocationDocument Weighing(decimal weight) => new()
        {
            Method = "split",
            Criteria =
            [
                new KeyCriterionDocument
                {
                    Criterion = "weightedIndicators", Weight = 1, Weights = new Dictionary<string, decimal>(StringComparer.Ordinal) { ["ADS-03"] = weight },
                },
            ],
        };
        var weighted = Service with { Key = Weighing(2) };
        var changed = weighted with { Amendments = [new AmendmentDocument { Number = "1", EffectiveOn = "2025-07-01", Purpose = "Peser autrement.", Allocation = Weighing(3) }] };

        Assert.NotNull(Table(Paper(weighted), "Usages").Total);
        Assert.Null(Table(Paper(changed), "Usages").Total);
    }

    [Fact]
    public void It_reads_well() => GoldenFile.Matches("Papers/annualStatement.txt", PaperAsText.Of(Paper(Service)) + "\n=====\n" + PaperAsText.Of(StatementLetters.Of(GivenPapers.Stated(Service))[0]));

    private static SettledYears Settled(int year, int to, Siren payer, decimal amount) => new(
    [
        new SettledYear(year,
        [
            new YearSettling(
                new DateTimeOffset(2025, 6, 1, 8, 0, 0, TimeSpan.Zero), new DateOnly(2025, 6, 1), "someone", "direction des finances", "f", to, [new SettledAmount(payer, amount, 0, 0)]),
        ]),
    ]);

    private static Paper Paper(GivenService service)
    {
        var paper = StatementPaper.Of(GivenPapers.Stated(service));
        Assert.Empty(PaperRules.Broken(paper));
        return paper;
    }

    private static PaperTable Table(Paper paper, string name) => paper.Tables().Single(t => t.Name == name);

    private static IReadOnlyList<string> Rows(PaperTable table) =>
        [.. table.Rows.Select(row => string.Join(" | ", row.Cells.Select((cell, i) => table.Text(cell, i))))];
}
