using Evaluation.Core.Savings;
using Evaluation.Core.Tests.Given;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Savings;

public sealed class PriceVolumeEfficiencyTests
{
    private static readonly FsCheck.Gen<decimal> Amounts = Gen.Choose(0, 2_000_000_000).Select(cents => cents / 100m);
    private static readonly FsCheck.Gen<decimal> Indices = Gen.Choose(1, 30_000).Select(hundredths => hundredths / 100m);

    [Fact]
    public void The_worked_figure_holds_to_the_cent()
    {
        // 560 000 € for 1 180 EPC at index 100.00; now 581 900 € for 1 290 EPC at index 112.40
        var change = PriceVolumeEfficiency.Of(560_000m, 581_900m, 100m, 112.40m, 1_180m, 1_290m);

        Assert.Equal(629_440.00m, change.ReferenceAtCurrentPrices);
        Assert.Equal(688_116.61m, change.ReferenceAtCurrentVolume);
        Assert.Equal(47_540.00m, change.GrossSaving);
        Assert.Equal(106_216.61m, change.EfficiencySaving);
        Assert.Equal(
            (21_900m, 69_440m, 58_676.61m, -106_216.61m), (change.Change, change.Price, change.Volume, change.Efficiency));
    }

    [Fact]
    public void Price_volume_and_efficiency_add_up_to_the_change_exactly() => Properties.Hold(
        from reference in Amounts
        from current in Amounts
        from then in Indices
        from now in Indices
        from before in Gen.Choose(1, 90_000)
        from after in Gen.Choose(0, 90_000)
        select PriceVolumeEfficiency.Of(reference, current, then, now, before / 10m, after / 10m),
        c => c.Price + c.Volume + c.Efficiency == c.Change && c.EfficiencySaving == c.GrossSaving + c.Volume);

    [Theory]
    [InlineData(null, "1290")]
    [InlineData("1180", null)]
    [InlineData("0", "1290")]
    public void Without_both_volumes_nothing_is_put_down_to_volume(string? before, string? after) => Assert.Equal(
        0, PriceVolumeEfficiency.Of(560_000m, 581_900m, 100m, 112.40m, Exact.NumberOrNone(before), Exact.NumberOrNone(after)).Volume);

    [Theory]
    [InlineData(0, 100)]
    [InlineData(100, -1)]
    public void An_index_is_more_than_zero(int then, int now) => Assert.Throws<ArgumentOutOfRangeException>(
        () => PriceVolumeEfficiency.Of(1, 1, then, now, null, null));
}
