using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Keys;
using Evaluation.Core.Scenarios;
using Evaluation.Core.Tests.Given;
using FsCheck;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Scenarios;

public sealed class ScenarioComparisonTests
{
    private static readonly Gen<Scenario> Scenarios =
        from change in Gen.Choose(-900, 3_000)
        from avoidable in Gen.Choose(0, 1_000)
        from leaves in Gen.Elements("", "A", "B")
        from units in Gen.Choose(0, 500)
        from joins in Gen.Elements(true, false)
        from extra in Gen.Choose(0, 100_000)
        select new Scenario("Essai")
        {
            CostChange = change / 1_000m,
            AvoidablePart = avoidable / 1_000m,
            Leaving = leaves.Length == 0 ? [] : [Siren(leaves)],
            Joining = joins ? [Joining("C", units)] : [],
            JoiningCost = extra / 100m,
        };

    [Fact]
    public void Nothing_changed_is_the_year_as_it_is()
    {
        var comparison = new ScenarioComparison(GivenYear.Evaluate());

        Assert.Equal([("A", 600m), ("B", 300m)], Amounts(comparison.Actual()));
        Assert.Equal(Amounts(comparison.Actual()), Amounts(comparison.Of(new Scenario("Rien"))));
    }

    [Fact]
    public void Another_key_moves_amounts_and_tells_who_gains()
    {
        var result = new ScenarioComparison(GivenYear.Evaluate()).Of(new Scenario("Parts égales")
        {
            Key = new AllocationKey(AllocationMethod.Split, [new KeyCriterion(CriterionKind.Equal, null, 1)]),
        });

        Assert.Equal([("A", 450m), ("B", 450m)], Amounts(result));
        Assert.Equal([ScenarioStanding.Gains, ScenarioStanding.Loses], result.Members.Select(m => m.Standing));
    }

    [Fact]
    public void One_more_member_takes_its_part_and_the_cost_it_brings()
    {
        var result = new ScenarioComparison(GivenYear.Evaluate()).Of(
            new Scenario("Avec C") { Joining = [Joining("C", 120)], JoiningCost = 60 });

        // 960 € by 240, 120 and 120
        Assert.Equal([("A", 480m), ("B", 240m), ("C", 240m)], Amounts(result));
        Assert.Equal(ScenarioStanding.Joins, result.Members[2].Standing);
    }

    [Theory]
    [InlineData("0", "900", "300")]
    [InlineData("0.4", "780", "180")]
    [InlineData("1", "600", "0")]
    public void What_who_leaves_paid_stays_with_the_others_unless_it_can_be_avoided(string avoidable, string left, string stranded)
    {
        var result = new ScenarioComparison(GivenYear.Evaluate()).Of(
            new Scenario("Sans B") { Leaving = [Siren("B")], AvoidablePart = Exact.Number(avoidable) });

        Assert.Equal(Exact.Number(left), result.Members[0].Amount);
        Assert.Null(result.Members[1].Amount);
        Assert.Equal(ScenarioStanding.Leaves, result.Members[1].Standing);
        Assert.Equal(Exact.Number(stranded), result.StrandedCost);
    }

    [Fact]
    public void What_was_charged_directly_goes_with_who_leaves()
    {
        var costs = new CostYear(2025,
        [
            new CostLine(CostCategory.Personnel, CostStage.Actual, 900),
            new CostLine(CostCategory.Fournitures, CostStage.Actual, 50) { DirectMember = Siren("B") },
        ]);

        var result = new ScenarioComparison(GivenYear.Evaluate(costs: costs)).Of(new Scenario("Sans B") { Leaving = [Siren("B")] });

        Assert.Equal(900m, result.Total);
        Assert.Equal(300m, result.StrandedCost);
    }

    [Fact]
    public void A_price_that_rises_rises_for_all()
    {
        var result = new ScenarioComparison(GivenYear.Evaluate()).Of(new Scenario("Plus cher") { CostChange = 0.1m });

        Assert.Equal([("A", 660m), ("B", 330m)], Amounts(result));
    }

    [Fact]
    public void The_pooling_undone_gives_everyone_its_own_unit_cost_back()
    {
        var result = new ScenarioComparison(GivenYear.Evaluate()).Of(new Scenario("Fin") { IsUndone = true, AvoidablePart = 0.9m });

        // A: 500 × 1.1 ÷ 200 = 2.75 € for 240 permits; B: 400 × 1.1 ÷ 120 = 3.6667 € for 120; a tenth of 900 € stays
        Assert.Equal([("A", 660m), ("B", 440m)], Amounts(result));
        Assert.Equal((90m, 1_190m), (result.StrandedCost, result.Total!.Value));
        Assert.All(result.Members, m => Assert.Equal(ScenarioStanding.Loses, m.Standing));
    }

    [Fact]
    public void What_cannot_be_computed_says_why()
    {
        var withoutBaseline = new ScenarioComparison(GivenYear.Evaluate(hasBaseline: false)).Of(new Scenario("Fin") { IsUndone = true });
        var missing = new ScenarioComparison(GivenYear.Evaluate()).Of(new Scenario("C sans unités")
        {
            Joining = [new JoiningMember(GivenYear.Community.Named("C"), new Dictionary<string, decimal>())],
        });

        Assert.Equal(ScenarioObstacle.NoBaseline, withoutBaseline.Obstacle);
        Assert.Equal((ScenarioObstacle.NotShared, AllocationObstacle.MissingUnits), (missing.Obstacle, missing.Outcome!.Obstacle));
        Assert.Equal(["C"], missing.Outcome.MissingFor.Select(m => m.Name));
    }

    [Fact]
    public void Amounts_add_up_to_the_cost_whatever_changes() => Properties.Hold(Scenarios, scenario =>
    {
        var result = new ScenarioComparison(GivenYear.Evaluate()).Of(scenario);
        return result.Obstacle == ScenarioObstacle.NotShared
            ? result.Outcome!.Obstacle == AllocationObstacle.NoUnits
            : result.Members.Sum(m => m.Amount ?? 0) + result.ProviderPart + result.RoundingGap == result.Total;
    });

    private static IEnumerable<(string, decimal)> Amounts(ScenarioResult result) =>
        result.Members.Select(m => (m.Member.Name, m.Amount!.Value));

    private static Siren Siren(string name) => GivenYear.Community.Named(name).Siren;

    private static JoiningMember Joining(string name, decimal permits) =>
        new(GivenYear.Community.Named(name), new Dictionary<string, decimal> { ["ADS-01"] = permits });
}
