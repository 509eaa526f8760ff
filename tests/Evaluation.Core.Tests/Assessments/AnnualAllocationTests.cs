using Evaluation.Core.Assessments;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Indicators;
using Evaluation.Core.Keys;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Assessments;

public sealed class AnnualAllocationTests
{
    private static readonly KeyCriterionDocument ByActs = new() { Criterion = "indicator", Indicator = "ADS-03", Weight = 1 };

    private readonly Community _community = GivenCommunity.Of("A", "B", "C");
    private readonly GivenValues _values;

    public AnnualAllocationTests() => _values = new GivenValues(_community);

    [Fact]
    public void The_cost_is_shared_by_the_acts_of_the_year()
    {
        AddYearOfZeros("A", "B", "C");
        _values.Add("ADS-03", "A", "2025-02", 600).Add("ADS-03", "A", "2025-03", 16.8m)
            .Add("ADS-03", "B", "2025-02", 334.8m).Add("ADS-03", "C", "2025-12", 122.4m)
            .Add("ADS-03", "C", "2024-12", 1_000_000);

        var evaluation = Evaluate(ByActs, GivenDossier.Actual(2025, 485_000));

        Assert.Equal(
            [278_536.31m, 151_189.95m, 55_273.74m], evaluation.Allocation.Allocation!.Shares.Select(s => s.Amount));
        Assert.Equal(AllocationObstacle.NoCost, evaluation.PreviousAllocation.Obstacle);
    }

    [Fact]
    public void Population_is_prorated_by_the_days_of_membership()
    {
        var mutualisation = new GivenMutualisation(_community)
            .Joined("A", "2020-01-01").Joined("B", "2025-04-01")
            .SharedBy(new KeyCriterionDocument { Criterion = "population", Weight = 1 })
            .Read();

        var shares = AnnualEvaluation.Of(GivenDossier.Of(_community, mutualisation, _values, GivenDossier.Actual(2025, 915)))
            .Allocation.Allocation!.Shares;

        // 1 000 × 365 against 2 000 × 275 days
        Assert.Equal([365m, 550m], shares.Select(s => s.Amount));
    }

    [Fact]
    public void A_key_that_changes_within_the_year_shares_the_days_it_rules()
    {
        var document = GivenMutualisation.Document(_community);
        var mutualisation = MutualisationReader.Read(
            "essai",
            document with
            {
                Amendments =
                [
                    new AmendmentDocument
                    {
                        Number = "1",
                        EffectiveOn = "2025-07-01",
                        Purpose = "Passer à la population.",
                        Allocation = new AllocationDocument { Criteria = [new KeyCriterionDocument { Criterion = "population", Weight = 1 }] },
                    },
                ],
            },
            _community,
            Catalogue.Standard).Value!;

        var evaluation = AnnualEvaluation.Of(GivenDossier.Of(
            _community, mutualisation, _values, GivenDossier.Actual(2024, 600), GivenDossier.Actual(2025, 600)));

        // 181 days by equal parts, 297.53 €, then 184 days by population, 302.47 €
        Assert.Equal([297.53m, 302.47m], evaluation.Allocation.Allocation!.Spans.Select(s => s.Allocation.Total));
        Assert.Equal([149.59m, 200m, 250.41m], evaluation.Allocation.Allocation!.Shares.Select(s => s.Amount));
        Assert.Equal([200m, 200m, 200m], evaluation.PreviousAllocation.Allocation!.Shares.Select(s => s.Amount));
    }

    [Fact]
    public void Obstacles_are_named()
    {
        var cost = GivenDossier.Actual(2025, 100);
        var noKey = AnnualEvaluation.Of(GivenDossier.Of(
            _community, GivenMutualisation.WithEveryone(_community).Read(), _values, cost));
        var nobody = AnnualEvaluation.Of(GivenDossier.Of(
            _community, new GivenMutualisation(_community).SharedBy(ByActs).Read(), _values, cost));
        AddYearOfZeros("A", "B");
        var missing = Evaluate(ByActs, cost);
        AddYearOfZeros("C");

        Assert.Equal(AllocationObstacle.NoKey, noKey.Allocation.Obstacle);
        Assert.Equal(AllocationObstacle.NoMember, nobody.Allocation.Obstacle);
        Assert.Equal(AllocationObstacle.NoCost, Evaluate(ByActs).Allocation.Obstacle);
        Assert.Equal(AllocationObstacle.MissingUnits, missing.Allocation.Obstacle);
        Assert.Equal(["C"], missing.Allocation.MissingFor.Select(m => m.Name));
        Assert.Equal(AllocationObstacle.NoUnits, Evaluate(ByActs, cost).Allocation.Obstacle);
    }

    [Fact]
    public void A_value_given_outside_the_membership_is_no_unit()
    {
        var mutualisation = new GivenMutualisation(_community)
            .Joined("A", "2020-01-01").Joined("B", "2025-04-01").SharedBy(ByActs).Read();
        _values.AddYear("ADS-03", "A", 2025, 10).Add("ADS-03", "B", "2025-01", 10);

        var outcome = AnnualEvaluation.Of(
            GivenDossier.Of(_community, mutualisation, _values, GivenDossier.Actual(2025, 100))).Allocation;

        Assert.Equal(AllocationObstacle.MissingUnits, outcome.Obstacle);
        Assert.Equal(["B"], outcome.MissingFor.Select(m => m.Name));
    }

    [Fact]
    public void A_month_that_is_due_and_missing_is_not_billed_as_zero()
    {
        _values.AddYear("ADS-03", "A", 2025, 10).AddYear("ADS-03", "B", 2025, 10);
        _values.Add("ADS-03", "C", "2025-01", 10);

        var outcome = Evaluate(ByActs, GivenDossier.Actual(2025, 100)).Allocation;

        Assert.Equal(AllocationObstacle.MissingUnits, outcome.Obstacle);
        Assert.Equal(["C"], outcome.MissingFor.Select(m => m.Name));
    }

    private void AddYearOfZeros(params string[] members)
    {
        foreach (var member in members)
        {
            _values.AddYear("ADS-03", member, 2025, 0);
        }
    }

    private AnnualEvaluation Evaluate(KeyCriterionDocument criterion, params CostYear[] costs) => AnnualEvaluation.Of(
        GivenDossier.Of(
            _community, GivenMutualisation.WithEveryone(_community).SharedBy(criterion).Read(), _values, costs));
}
