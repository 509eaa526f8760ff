using Evaluation.Core.Costs;
using Evaluation.Core.Keys;
using Evaluation.Core.Tests.Given;
using static Evaluation.Core.Tests.Costs.GivenContributors;

namespace Evaluation.Core.Tests.Costs;

/// <summary>The worked figures of the domain reference, to the cent.</summary>
public sealed class CostAllocationTests
{
    // Units of three communes: Σ acts × weight of the convention.
    private static readonly IReadOnlyList<Contributor> UrbanPlanning =
        [Of(1, 616.8m), Of(2, 334.8m), Of(3, 122.4m)];

    private static readonly IReadOnlyList<Contributor> InformationSystems =
    [
        Contributor(1, 158_601, Year, ("DSI-06", 1_240), ("DSI-01", 5_120)),
        Contributor(2, 36_926, Year, ("DSI-06", 310), ("DSI-01", 1_480)),
        Contributor(3, 18_990, Year, ("DSI-06", 118), ("DSI-01", 402)),
        Contributor(4, 2_451, Year, ("DSI-06", 9), ("DSI-01", 17)),
    ];

    private static readonly AllocationKey Composite =
        Split(Population(0.40m), Units("DSI-06", 0.35m), Units("DSI-01", 0.25m));

    [Fact]
    public void A_split_shares_the_cost_to_the_cent()
    {
        var outcome = CostAllocation.Share(Split(Units("ADS-03")), 485_000, UrbanPlanning, Year);

        Assert.Equal([278_536.31m, 151_189.95m, 55_273.74m], outcome.Amounts());
        Assert.Equal(0, outcome.Allocation!.RoundingGap);
        Assert.Equal(451.5829m, outcome.Allocation.UnitCost);
    }

    [Fact]
    public void A_unit_price_leaves_a_gap_that_is_told()
    {
        var outcome = CostAllocation.Share(UnitPrice("ADS-03"), 485_000, UrbanPlanning, Year);

        Assert.Equal([278_536.33m, 151_189.95m, 55_273.75m], outcome.Amounts());
        Assert.Equal(-0.03m, outcome.Allocation!.RoundingGap);
        Assert.Equal(451.5829m, outcome.Allocation.UnitCost);
    }

    [Fact]
    public void A_composite_key_weighs_the_shares_of_each_criterion()
    {
        var allocation = CostAllocation.Share(Composite, 247_350, InformationSystems, Year).Allocation!;

        Assert.Equal([181_444.29m, 45_880.78m, 18_292.86m, 1_732.07m], allocation.Shares.Select(s => s.Amount));
        Assert.Equal([0.733553m, 0.185489m, 0.073955m, 0.007002m], allocation.Shares.Select(s => decimal.Round(s.Share, 6)));
        Assert.Null(allocation.UnitCost);
        Assert.Equal(
            [(158_601m, 216_968m), (1_240m, 1_677m), (5_120m, 7_019m)],
            allocation.Shares[0].Criteria.Select(c => (c.Units, c.TotalUnits)));
    }

    [Fact]
    public void A_criterion_that_adds_up_to_zero_gives_its_weight_to_the_others()
    {
        IReadOnlyList<Contributor> withoutTickets =
            [Contributor(1, 3_000, Year, ("DSI-01", 0)), Contributor(2, 1_000, Year, ("DSI-01", 0))];

        var outcome = CostAllocation.Share(
            Split(Equal(0.2m), Population(0.6m), Units("DSI-01", 0.2m)), 1_000, withoutTickets, Year);

        // 0.2 and 0.6 become 1/4 and 3/4: 125 + 562.50, 125 + 187.50
        Assert.Equal([687.50m, 312.50m], outcome.Amounts());
        Assert.Equal([Units("DSI-01", 0.2m)], outcome.Allocation!.DroppedCriteria);
    }

    [Theory]
    // joined on 1 April 2025: 275 of 365 days
    [InlineData("equal", "100.00", "57.03 42.97")]
    [InlineData("population", "100.00", "57.03 42.97")]
    // what is measured already stops when the member leaves
    [InlineData("ADS-03", "100.00", "50.00 50.00")]
    public void Fixed_criteria_count_days_of_presence(string criterion, string total, string expected)
    {
        var key = Split(criterion switch
        {
            "equal" => Equal(),
            "population" => Population(),
            _ => Units(criterion),
        });
        IReadOnlyList<Contributor> members =
            [Contributor(1, 1_000, 365, ("ADS-03", 7)), Contributor(2, 1_000, 275, ("ADS-03", 7))];

        Assert.Equal(Exact.Numbers(expected), CostAllocation.Share(key, Exact.Number(total), members, Year).Amounts());
    }

    [Fact]
    public void Prorated_units_are_shown_prorated()
    {
        IReadOnlyList<Contributor> members = [Contributor(1, 1_460, 365), Contributor(2, 1_460, 275)];

        var allocation = CostAllocation.Share(Split(Population()), 100, members, Year).Allocation!;

        Assert.Equal([1_460m, 1_100m], allocation.Shares.Select(s => s.Criteria[0].Units));
        Assert.Equal([365, 275], allocation.Shares.Select(s => s.Days));
    }

    [Fact]
    public void A_missing_value_is_not_zero()
    {
        IReadOnlyList<Contributor> members =
            [Contributor(1, 100, Year, ("ADS-03", 5)), Contributor(2, 100), Contributor(3, null, Year, ("ADS-03", 5))];

        var outcome = CostAllocation.Share(Split(Units("ADS-03", 0.5m), Population(0.5m)), 100, members, Year);

        Assert.Null(outcome.Allocation);
        Assert.Equal(AllocationObstacle.MissingUnits, outcome.Obstacle);
        Assert.Equal(["Commune 2", "Commune 3"], outcome.MissingFor.Select(m => m.Name));
    }

    [Fact]
    public void Without_units_or_members_there_is_no_share()
    {
        Assert.Equal(
            AllocationObstacle.NoUnits,
            CostAllocation.Share(Split(Units("ADS-03")), 100, [Of(1, 0), Of(2, 0)], Year).Obstacle);
        Assert.Equal(AllocationObstacle.NoMember, CostAllocation.Share(Split(Equal()), 100, [], Year).Obstacle);
    }

    private static Contributor Of(int rank, decimal units) => Contributor(rank, null, Year, ("ADS-03", units));
}
