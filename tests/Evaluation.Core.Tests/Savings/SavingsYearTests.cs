using Evaluation.Core.Communities;
using Evaluation.Core.Savings;
using Evaluation.Core.Tests.Given;
using FsCheck;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Savings;

public sealed class SavingsYearTests
{
    private static readonly Gen<GivenSavings> Cases =
        from bodies in (
            from before in Gen.Choose(0, 50_000_000)
            from recharged in Gen.Choose(-500_000, 20_000_000)
            from retained in Gen.Choose(0, 5_000_000)
            from days in Gen.Choose(1, 365)
            select (before, recharged, retained, days)).NonEmptyListOf()
        from now in Gen.Choose(0, 90_000_000)
        from index in Gen.Choose(5_000, 20_000)
        select new GivenSavings(
            [.. bodies.Take(20).Select(b => b.before / 100m)],
            now / 100m,
            [.. bodies.Take(20).Select(b => b.recharged / 100m)],
            [.. bodies.Take(20).Select(b => b.retained / 100m)],
            [.. bodies.Take(20).Select(b => b.days)])
        {
            Index = new IndexUse("prix", "Indice d’essai", 100, index / 100m),
        };

    [Fact]
    public void Refacturation_moves_the_saving_between_bodies_and_never_changes_it()
    {
        // 970 k€ in all, 630 + 340 before refacturation and 410 + 560 after
        var before = new GivenSavings([2_000_000m, 1_000_000m], 2_030_000m - 660_000m, [0m, 0m], [0m, 660_000m]);
        var after = before with { Recharged = [0m, -220_000m] };

        Assert.Equal(970_000m, before.Measure().Total!.GrossSaving);
        Assert.Equal([630_000m, 340_000m], before.Measure().ByMember.Select(m => m.Saving));
        Assert.Equal(970_000m, after.Measure().Total!.GrossSaving);
        Assert.Equal([410_000m, 560_000m], after.Measure().ByMember.Select(m => m.Saving));
    }

    [Fact]
    public void Whatever_is_recharged_the_total_is_the_same() => Properties.Hold(Cases, c =>
        c.Measure().Total is { } total && total == (c with { Recharged = [.. c.Recharged.Select(_ => 0m)] }).Measure().Total);

    [Fact]
    public void Bodies_add_up_to_the_whole_to_the_cent() => Properties.Hold(Cases, c =>
    {
        var result = c.Measure();
        return result.ByMember.Sum(m => m.Saving) == result.Total!.GrossSaving
            && result.ByMember.Sum(m => m.NetCost) == result.Total.Current
            && result.ByMember.Sum(m => m.Reference) == result.Total.Reference;
    });

    [Fact]
    public void A_member_of_part_of_the_year_counts_what_it_spent_before_by_its_days()
    {
        var result = new GivenSavings([365_000m, 73_000m], 100_000m, [0m, 0m], null, [365, 275]).Measure();

        Assert.Equal([365_000m, 55_000m], result.ByMember.Select(m => m.Reference));
        Assert.Equal(420_000m, result.Total!.Reference);
    }

    [Fact]
    public void Volume_is_the_units_of_all_members_in_both_years()
    {
        var result = new GivenSavings([560_000m, 0m], 581_900m, [0m, 0m])
        {
            VolumesBefore = [1_000m, 180m],
            VolumesNow = [1_090m, 200m],
            Index = new IndexUse("prix", "Indice d’essai", 100, 112.40m),
        }.Measure();

        Assert.Equal((1_180m, 1_290m), (result.VolumeThen!.Value, result.VolumeNow!.Value));
        Assert.Equal(106_216.61m, result.Total!.EfficiencySaving);
        Assert.Equal(629.44m, result.ByMember[0].UnitCostThen);
    }

    [Fact]
    public void A_missing_volume_leaves_volume_out_instead_of_counting_zero()
    {
        var result = new GivenSavings([560_000m, 0m], 581_900m, [0m, 0m])
        {
            VolumesBefore = [1_000m, 180m],
            VolumesNow = [1_090m, null],
        }.Measure();

        Assert.False(result.HasVolume);
        Assert.Equal(0, result.Total!.Volume);
    }

    [Fact]
    public void Without_a_baseline_nothing_is_measured()
    {
        var result = new GivenSavings([1m], 1m, [0m]).Year.Against(null);

        Assert.Equal(SavingsObstacle.NoBaseline, result.Obstacle);
        Assert.Null(result.Total);
    }

    [Fact]
    public void An_unknown_situation_before_is_not_zero()
    {
        var given = new GivenSavings([1m, 1m], 1m, [0m, 0m]);
        var baseline = given.Baseline with { Members = [given.Baseline.Members[0], given.Baseline.Members[1] with { IsKnown = false }] };

        var result = given.Year.Against(baseline);

        Assert.Equal(SavingsObstacle.UnknownMembers, result.Obstacle);
        Assert.Equal(["B"], result.UnknownFor.Select(m => m.Name));
        Assert.Equal(
            SavingsObstacle.UnknownMembers, given.Year.Against(given.Baseline with { Members = [given.Baseline.Members[0]] }).Obstacle);
    }

    [Fact]
    public void Prices_and_the_cost_of_the_year_must_be_known()
    {
        var given = new GivenSavings([1m], 1m, [0m]);

        Assert.Equal(SavingsObstacle.NoPriceIndex, (given with { Index = null }).Measure().Obstacle);
        Assert.Equal(SavingsObstacle.NoCost, (given.Year with { FullCost = null }).Against(given.Baseline).Obstacle);
    }

    [Fact]
    public void A_provider_that_is_no_member_carries_the_cost_and_receives_what_is_recharged()
    {
        var given = new GivenSavings([100m, 50m], 120m, [70m, 40m]);
        var epci = new Member(Exact.Siren(GivenCommunity.Siren), null, "Métropole", MemberKind.Epci, false, []);

        var result = (given.Year with { Provider = epci }).Against(given.Baseline);

        // the provider has no INSEE code: its SIREN comes first
        Assert.Equal([-10m, 30m, 10m], result.ByMember.Select(m => m.Saving));
        Assert.Equal(30m, result.Total!.GrossSaving);
    }

    [Fact]
    public void Posts_avoided_are_those_before_less_those_now_and_retained()
    {
        var given = new GivenSavings([1m, 1m, 1m], 1m, [0m, 0m, 0m], [0m]);

        Assert.Equal(0.5m, given.Measure().AvoidedFte);
        Assert.Null((given.Year with { Fte = null }).Against(given.Baseline).AvoidedFte);
    }

    [Theory]
    [InlineData("2022-01-01", 2023)]
    [InlineData("2022-04-01", 2024)]
    [InlineData("2024-01-01", 2025)]
    [InlineData("2024-01-02", 2026)]
    public void No_verdict_comes_before_the_second_full_year(string startedOn, int from)
    {
        var result = (new GivenSavings([1m], 1m, [0m]) with { StartedOn = Exact.Day(startedOn) }).Measure();

        Assert.Equal(from, result.VerdictFrom);
        Assert.Equal(from <= 2025, result.HasVerdict);
    }
}
