using Evaluation.Core.Costs;
using Evaluation.Core.Keys;
using static Evaluation.Core.Tests.Costs.GivenContributors;

namespace Evaluation.Core.Tests.Costs;

/// <summary>What the terms of a key do, and what the trace says of it.</summary>
public sealed class KeyTermsTests
{
    private static readonly AllocationKey ByActs = Split(Units("ADS-03"));

    // 7.1 of the domain reference: acts × weight.
    private static readonly (string Code, decimal Weight)[] Acts =
        [("PC", 1.0m), ("PA", 1.2m), ("PD", 0.8m), ("DP", 0.7m), ("CUb", 0.4m), ("CUa", 0.2m)];

    [Fact]
    public void Weighted_acts_are_traced_act_by_act()
    {
        var criterion = new KeyCriterion(CriterionKind.WeightedIndicators, null, 1)
        {
            UnitWeights = [.. Acts.Select(a => new UnitWeight(a.Code, a.Weight))],
        };
        IReadOnlyList<Contributor> members =
            [OfActs(1, 180, 6, 12, 420, 60, 510), OfActs(2, 95, 2, 5, 230, 41, 280), OfActs(3, 33, 0, 1, 88, 19, 97)];

        var allocation = CostAllocation.Share(Split(criterion), 485_000, members, Year).Allocation!;
        var priced = CostAllocation.Share(new AllocationKey(AllocationMethod.UnitPrice, [criterion]), 485_000, members, Year).Allocation!;

        Assert.Equal([616.8m, 334.8m, 122.4m], allocation.Shares.Select(s => s.Criteria[0].Units));
        Assert.Equal(1_074.0m, allocation.Shares[0].Criteria[0].TotalUnits);
        Assert.Equal([180m, 7.2m, 9.6m, 294m, 24m, 102m], allocation.Shares[0].Criteria[0].Uses.Select(u => u.Units));
        Assert.Equal([278_536.31m, 151_189.95m, 55_273.74m], allocation.Shares.Select(s => s.Amount));
        Assert.Equal([278_536.33m, 151_189.95m, 55_273.75m], priced.Shares.Select(s => s.Amount));
        Assert.Equal((451.5829m, -0.03m), (priced.UnitCost!.Value, priced.RoundingGap));
    }

    [Fact]
    public void A_quota_tells_its_remainder_and_who_gets_the_cents_left_over()
    {
        // 7.2 of the domain reference: three cents for the remainders 0.9994, 0.8459 and 0.6460.
        IReadOnlyList<Contributor> members =
        [
            Contributor(1, 158_601, Year, ("DSI-06", 1_240), ("DSI-01", 5_120)),
            Contributor(2, 36_926, Year, ("DSI-06", 310), ("DSI-01", 1_480)),
            Contributor(3, 18_990, Year, ("DSI-06", 118), ("DSI-01", 402)),
            Contributor(4, 2_451, Year, ("DSI-06", 9), ("DSI-01", 17)),
        ];
        var key = Split(Population(0.40m), Units("DSI-06", 0.35m), Units("DSI-01", 0.25m));

        var quotas = CostAllocation.Share(key, 247_350, members, Year).Allocation!.Shares.Select(s => s.Quota!).ToList();

        Assert.Equal([18_144_428m, 4_588_078m, 1_829_285m, 173_206m], quotas.Select(q => q.Cents));
        Assert.Equal([0.9994m, 0.5088m, 0.8459m, 0.6460m], quotas.Select(q => decimal.Round(q.Remainder, 4)));
        Assert.Equal([1, 4, 2, 3], quotas.Select(q => q.Rank));
        Assert.Equal([true, false, true, true], quotas.Select(q => q.HasRoundingCent));
    }

    [Fact]
    public void A_floor_is_told_with_what_it_replaces()
    {
        IReadOnlyList<Contributor> members = [Of(1, 70), Of(2, 20), Of(3, 8), Of(4, 2)];

        var shares = CostAllocation.Share(ByActs with { Floor = 2_000 }, 60_000, members, Year).Allocation!.Shares;

        Assert.Equal([41_428.57m, 11_836.74m, 4_734.69m, 2_000m], shares.Select(s => s.Amount));
        Assert.Equal([new AppliedTerm(KeyTerm.Floor, 1_200, 2_000)], shares[3].Terms);
        Assert.Null(shares[3].Quota);
        Assert.Empty(shares[0].Terms);
        Assert.Equal(4_142_857m, shares[0].Quota!.Cents);
    }

    [Fact]
    public void Fixing_one_side_first_may_bring_the_other_back()
    {
        IReadOnlyList<Contributor> members = [Of(1, 50), Of(2, 45), Of(3, 5)];

        var shares = CostAllocation.Share(ByActs with { Floor = 60, Ceiling = 400 }, 1_000, members, Year).Allocation!.Shares;

        // 500, 450 and 50: excess 150, shortfall 10; the third then gets the remaining 200.
        Assert.Equal([400m, 400m, 200m], shares.Select(s => s.Amount));
        Assert.Equal([KeyTerm.Ceiling], shares[0].Terms.Select(t => t.Term));
        Assert.Empty(shares[2].Terms);
    }

    [Fact]
    public void Limits_count_days_and_the_floor_wins_over_the_growth_cap()
    {
        IReadOnlyList<Contributor> members = [Of(1, 100), Of(2, 1) with { Days = 73, PreviousAmount = 10 }];

        var shares = CostAllocation.Share(
            ByActs with { Floor = 1_000, GrowthCap = 0.05m }, 10_000, members, Year).Allocation!.Shares;

        Assert.Equal([9_800m, 200m], shares.Select(s => s.Amount));
        Assert.Equal(KeyTerm.Floor, Assert.Single(shares[1].Terms).Term);
    }

    [Fact]
    public void Growth_is_capped_only_where_there_was_an_amount()
    {
        IReadOnlyList<Contributor> members =
            [Of(1, 50) with { PreviousAmount = 400 }, Of(2, 25) with { PreviousAmount = 900 }, Of(3, 25)];

        var shares = CostAllocation.Share(ByActs with { GrowthCap = 0.05m }, 1_000, members, Year).Allocation!.Shares;

        Assert.Equal([420m, 290m, 290m], shares.Select(s => s.Amount));
        Assert.Equal([new AppliedTerm(KeyTerm.GrowthCap, 500, 420)], shares[0].Terms);
    }

    [Fact]
    public void Reliefs_tell_the_weight_before_and_after()
    {
        IReadOnlyList<Contributor> members =
        [
            Contributor(1, 3_000, Year, ("ADS-03", 50)),
            Contributor(2, 500, Year, ("ADS-03", 50)) with { YearOfMembership = 1 },
        ];
        var key = ByActs with { Solidarity = new Solidarity(1_000, 0.5m), ProgressiveEntry = [0.5m] };

        var shares = CostAllocation.Share(key, 1_000, members, Year).Allocation!.Shares;

        Assert.Equal([800m, 200m], shares.Select(s => s.Amount));
        Assert.Equal([KeyTerm.Solidarity, KeyTerm.ProgressiveEntry], shares[1].Terms.Select(t => t.Term));
        Assert.Equal([0.5m, 0.25m], shares[1].Terms.Select(t => t.Before));
        Assert.Equal([0.25m, 0.125m], shares[1].Terms.Select(t => t.After));
        Assert.Equal(0.2m, shares[1].Share);
    }

    [Fact]
    public void A_relief_for_everyone_leaves_nobody_to_bear_the_cost() => Assert.Equal(
        AllocationObstacle.NoUnits,
        CostAllocation.Share(
            Split(Population()) with { Solidarity = new Solidarity(1_000, 1) }, 100, [Contributor(1, 500)], Year).Obstacle);

    [Fact]
    public void A_help_to_small_members_needs_their_population()
    {
        var outcome = CostAllocation.Share(
            ByActs with { Solidarity = new Solidarity(1_000, 0.5m) }, 100, [Of(1, 1)], Year);

        Assert.Equal(AllocationObstacle.MissingUnits, outcome.Obstacle);
    }

    [Fact]
    public void Populations_of_another_kind_or_year_are_those_of_the_member()
    {
        Contributor[] members = [WithPopulations(1, (2020, 100), (2025, 300)), WithPopulations(2, (2020, 100), (2025, 100))];
        var dgf = new KeyCriterion(CriterionKind.Population, null, 1) { Population = Core.Communities.PopulationKind.Dgf };

        Assert.Equal([75m, 25m], CostAllocation.Share(Split(dgf), 100, members, Year).Amounts());
        Assert.Equal([50m, 50m], CostAllocation.Share(Split(dgf with { ReferenceYear = 2020 }), 100, members, Year).Amounts());
    }

    [Fact]
    public void A_lump_sum_of_its_own_replaces_that_of_all_and_none_is_missing()
    {
        IReadOnlyList<Contributor> members = [Contributor(1), Contributor(2)];
        var own = new AllocationKey(AllocationMethod.LumpSum, [])
        {
            LumpSums = [new AgreedFigure(members[0].Member.Siren, 500)],
        };

        Assert.Equal([500m, 80m], CostAllocation.Share(own with { LumpSum = 80 }, 1_000, members, Year).Amounts());
        Assert.Equal(
            ["Commune 2"], CostAllocation.Share(own, 1_000, members, Year).MissingFor.Select(m => m.Name));
    }

    private static Contributor Of(int rank, decimal units) => Contributor(rank, null, Year, ("ADS-03", units));

    private static Contributor OfActs(int rank, params decimal[] quantities) =>
        Contributor(rank, null, Year, [.. Acts.Zip(quantities, (act, quantity) => (act.Code, quantity))]);

    private static Contributor WithPopulations(int rank, params (int Year, int Inhabitants)[] counts)
    {
        var contributor = Contributor(rank);
        return contributor with
        {
            FiscalYear = 2025,
            Member = contributor.Member with
            {
                Populations = [.. counts.Select(c => new Core.Communities.Population(
                    Core.Communities.PopulationKind.Dgf, c.Year, c.Inhabitants, "Insee"))],
            },
        };
    }
}
