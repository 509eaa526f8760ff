using Evaluation.Core.Costs;
using Evaluation.Core.Keys;
using Evaluation.Core.Tests.Given;
using static Evaluation.Core.Tests.Costs.GivenContributors;

namespace Evaluation.Core.Tests.Costs;

/// <summary>A year’s cost: direct charges, spans, unused capacity.</summary>
public sealed class SharedCostTests
{
    private static readonly DateOnly NewYear = new(2025, 1, 1);
    private static readonly DateOnly April = new(2025, 4, 1);
    private static readonly DateOnly NextYear = new(2026, 1, 1);

    [Fact]
    public void A_direct_charge_is_owed_by_the_member_it_names()
    {
        var allocation = Share(1_000, [Charge(2, 100), Charge(2, 50.50m)], Whole(Split(Equal()), Contributor(1), Contributor(2)))
            .Allocation!;

        Assert.Equal([424.75m, 575.25m], allocation.Shares.Select(s => s.Amount));
        Assert.Equal([0m, 150.50m], allocation.Shares.Select(s => s.Direct));
        Assert.Equal(new CostBasis(1_000, 150.50m, 0, 0, 849.50m), allocation.Basis);
        Assert.Equal((1_000m, 0m), (allocation.Total, allocation.ProviderPart));
    }

    [Fact]
    public void A_charge_on_somebody_who_does_not_take_part_stops_the_split() => Assert.Equal(
        AllocationObstacle.DirectMemberAbsent,
        Share(1_000, [Charge(9, 100)], Whole(Split(Equal()), Contributor(1))).Obstacle);

    [Fact]
    public void A_free_service_still_charges_what_is_named()
    {
        var allocation = Share(
            1_000, [Charge(1, 100)], Whole(new AllocationKey(AllocationMethod.Free, []), Contributor(1), Contributor(2))).Allocation!;

        Assert.Equal([100m, 0m], allocation.Shares.Select(s => s.Amount));
        Assert.Equal(900m, allocation.ProviderPart);
    }

    [Fact]
    public void Unused_capacity_is_told_apart_whoever_bears_it()
    {
        var kept = Share(1_000, [], Whole(Sized(CapacityBearer.Provider), Of(1, 60), Of(2, 20))).Allocation!;
        var shared = Share(1_000, [], Whole(Sized(CapacityBearer.Members), Of(1, 60), Of(2, 20))).Allocation!;
        var full = Share(1_000, [], Whole(Sized(CapacityBearer.Provider), Of(1, 80), Of(2, 40))).Allocation!;

        Assert.Equal(new CostBasis(1_000, 0, 200, 200, 800), kept.Basis);
        Assert.Equal((200m, 10m), (kept.ProviderPart, kept.UnitCost!.Value));
        Assert.Equal(new CostBasis(1_000, 0, 200, 0, 1_000), shared.Basis);
        Assert.Equal(0, full.Basis.UnusedCapacity);
    }

    [Fact]
    public void A_year_of_two_keys_is_the_sum_of_its_spans()
    {
        var outcome = Share(
            365,
            [Charge(1, 1)],
            new ContributingSpan(new KeySpan(NewYear, April, Split(Equal())), [Contributor(1, null, 90), Contributor(2, null, 90)]),
            new ContributingSpan(new KeySpan(April, NextYear, Split(Units("ADS-03"))), [Of(1, 3, 275), Of(3, 1, 275)]));

        var allocation = outcome.Allocation!;
        Assert.Equal(["Commune 1", "Commune 2", "Commune 3"], allocation.Shares.Select(s => s.Member.Name));
        Assert.Equal([365, 90, 275], allocation.Shares.Select(s => s.Days));
        Assert.Equal([89.75m, 274.25m], allocation.Spans.Select(s => s.Allocation.Total));
        // 250.5625 + 1, 44.875 and 68.5625: the cent left over goes to the largest remainder of the year.
        Assert.Equal([251.56m, 44.88m, 68.56m], allocation.Shares.Select(s => s.Amount));
        Assert.Equal(365m, allocation.Shares.Sum(s => s.Amount));
        Assert.Equal([3m, 0m, 1m], allocation.Shares.Select(s => s.Criteria[0].Units));
    }

    [Fact]
    public void A_span_without_anybody_has_no_part()
    {
        var people = Of(1, 3, 275);

        var allocation = Share(
            365,
            [],
            new ContributingSpan(new KeySpan(NewYear, April, Split(Equal())), []),
            new ContributingSpan(new KeySpan(April, NextYear, Split(Units("ADS-03"))), [people])).Allocation!;

        Assert.Equal([365m], allocation.Shares.Select(s => s.Amount));
    }

    [Fact]
    public void What_stops_one_span_stops_the_year()
    {
        var outcome = Share(
            365,
            [],
            new ContributingSpan(new KeySpan(NewYear, April, Split(Equal())), [Contributor(1, null, 90)]),
            new ContributingSpan(new KeySpan(April, NextYear, Split(Units("ADS-03"))), [Contributor(1, null, 275)]));

        Assert.Equal(AllocationObstacle.MissingUnits, outcome.Obstacle);
    }

    private static AllocationOutcome Share(decimal full, DirectCharge[] direct, params ContributingSpan[] spans) =>
        CostAllocation.Share(new SharedCost(full, direct), spans, Year);

    private static ContributingSpan Whole(AllocationKey key, params Contributor[] contributors) =>
        new(new KeySpan(NewYear, NextYear, key), contributors);

    private static AllocationKey Sized(CapacityBearer bearer) => Split(Units("ADS-03")) with { Capacity = new Capacity(100, bearer) };

    private static DirectCharge Charge(int rank, decimal amount) =>
        new(Exact.Siren(GivenCommunity.SirenOf(rank)), CostCategory.Autre, amount, null);

    private static Contributor Of(int rank, decimal units, int days = Year) => Contributor(rank, null, days, ("ADS-03", units));
}
