using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Criteria;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Indicators;
using Evaluation.Core.Keys;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Reports;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Assessments;

/// <summary>A cost that was foreseen and is not observed is not zero.</summary>
public sealed class ForeseenCostTests
{
    private static readonly CostLine[] Started =
    [
        Line(CostCategory.Personnel, CostStage.Forecast, 100),
        Line(CostCategory.FraisStructure, CostStage.Forecast, 900),
        Line(CostCategory.Personnel, CostStage.Actual, 90),
    ];

    private readonly Community _community = GivenCommunity.Of("A", "B");

    [Fact]
    public void A_category_that_is_not_observed_is_not_transmitted_and_has_no_gap()
    {
        var section = CostSections.Of(Evaluate(Started), []);
        var missing = section.Rows.Single(r => r.Category == CostCategory.FraisStructure);

        Assert.Equal((900m, Figure.NotTransmitted, Figure.NotApplicable), (missing.Forecast.Value!.Value, missing.Actual, missing.Gap));
        Assert.Equal((90m, -10m), (section.Rows[0].Actual.Value!.Value, section.Rows[0].Gap.Value!.Value));
        Assert.Equal(Figure.NotTransmitted, section.Total!.Actual);
        Assert.Contains(section.Notes, n => n.Contains("frais de structure", StringComparison.Ordinal));
    }

    [Fact]
    public void The_full_cost_stays_the_forecast_and_is_provisional()
    {
        var evaluation = Evaluate(Started);

        Assert.Equal((1_000m, true), (evaluation.Costs!.Full!.Value, evaluation.Costs.IsProvisional));
        Assert.Equal([500m, 500m], evaluation.Allocation.Allocation!.Shares.Select(s => s.Amount));
        Assert.Equal(ValueStatus.Provisional, FullCost(evaluation).Status);
    }

    [Fact]
    public void Nothing_is_judged_on_a_cost_that_is_not_observed() => Assert.All(
        Evaluate(Started).Criteria.Single(c => c.Criterion == EvaluationCriterion.Efficience).Evidence,
        e => Assert.Contains(e.Judgement, new[] { Judgement.Manquant, Judgement.Information }));

    [Fact]
    public void A_line_of_zero_says_that_nothing_was_spent()
    {
        var evaluation = Evaluate([.. Started, Line(CostCategory.FraisStructure, CostStage.Actual, 0)]);

        Assert.Equal((90m, false), (evaluation.Costs!.Full!.Value, evaluation.Costs.IsProvisional));
        Assert.Equal(ValueStatus.Final, FullCost(evaluation).Status);
    }

    [Fact]
    public void A_charge_foreseen_for_one_member_is_not_observed_by_that_of_another()
    {
        var (a, b) = (_community.Named("A").Siren, _community.Named("B").Siren);
        var costs = new CostYear(2025,
        [
            Line(CostCategory.Personnel, CostStage.Actual, 100),
            Line(CostCategory.Personnel, CostStage.Forecast, 100),
            Line(CostCategory.Autre, CostStage.Forecast, 30) with { DirectMember = a },
            Line(CostCategory.Autre, CostStage.Actual, 30) with { DirectMember = b },
        ]);

        Assert.Equal([CostCategory.Autre], costs.NotObserved);
        Assert.Equal((CostStage.Forecast, 130m), (costs.KnownStage!.Value, costs.Full!.Value));
    }

    [Fact]
    public void A_year_before_that_is_not_observed_is_no_year_to_compare_with()
    {
        var evaluation = AnnualEvaluation.Of(GivenDossier.Of(
            _community, Service(), null, new CostYear(2024, Started), GivenDossier.Actual(2025, 1_000)));
        var section = CostSections.Of(evaluation, []);

        Assert.Null(evaluation.Costs!.Previous);
        Assert.Equal((Figure.NotTransmitted, Figure.NotApplicable), (section.Total!.Previous, section.Total.Change));
        Assert.Equal(90m, section.Rows[0].Previous.Value);
    }

    [Fact]
    public void Who_owes_an_amount_that_is_not_known_saves_nothing_yet()
    {
        var key = new AllocationDocument { Criteria = [new() { Criterion = "indicator", Indicator = "ADS-03", Weight = 1 }] };
        var dossier = SampleBaseline(Service(key));

        var unshared = AnnualEvaluation.Of(dossier);
        var shared = AnnualEvaluation.Of(dossier with
        {
            Values = new GivenValues(dossier.Community).AddYear("ADS-03", "A", 2025, 1).AddYear("ADS-03", "B", 2025, 1).Book,
        });

        Assert.NotNull(unshared.Savings.Total);
        Assert.Empty(unshared.Savings.ByMember);
        Assert.Equal([50m, 50m], shared.Savings.ByMember.Where(m => !m.IsProvider).Select(m => m.Paid));
    }

    private static Dossier SampleBaseline(Mutualisation service)
    {
        var community = GivenCommunity.Read(GivenCommunity.Document("A", "B") with
        {
            PriceIndices =
            [
                new PriceIndexDocument
                {
                    Code = "prix",
                    Label = "Prix",
                    Source = "Insee",
                    Values = [new() { Year = 2019, Value = 100 }, new() { Year = 2025, Value = 110 }],
                },
            ],
        });
        var baseline = new Core.Savings.Baseline(
            2019,
            "prix",
            new Dictionary<string, decimal>(),
            "Comptes de 2019.",
            "Comptes",
            [.. community.Members.Select(m => new Core.Savings.MemberBaseline(
                m, true, new Dictionary<CostCategory, decimal> { [CostCategory.Personnel] = 60 }, null, new Dictionary<string, decimal>(), null, null, null))],
            []);
        return GivenDossier.Of(community, service, null, GivenDossier.Actual(2025, 100)) with { Baseline = baseline };
    }

    private static CostLine Line(CostCategory category, CostStage stage, decimal amount) => new(category, stage, amount);

    private static IndicatorValue FullCost(AnnualEvaluation evaluation) => DerivedValues.Of(
        evaluation.Dossier, 2025, evaluation.Perimeter, evaluation.Allocation.Allocation, evaluation.Savings)
        .Single(v => v.Key.Indicator == DerivedIndicator.FullCost);

    private Mutualisation Service(AllocationDocument? key = null) => GivenMutualisation.WithEveryone(_community)
        .SharedAs(key ?? new AllocationDocument { Criteria = [new() { Criterion = "equal", Weight = 1 }] }).Read();

    private AnnualEvaluation Evaluate(CostLine[] lines) =>
        AnnualEvaluation.Of(GivenDossier.Of(_community, Service(), null, new CostYear(2025, lines)));
}
