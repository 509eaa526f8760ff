using Evaluation.Core.Indicators;
using Evaluation.Core.Statistics;
using Evaluation.Core.Tests.Given;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Indicators.Statistics;

public sealed class HomogeneityTests
{
    [Fact]
    public void Four_delays_of_38_to_62_days_vary_by_20_percent()
    {
        var homogeneity = Homogeneity.Of([38, 41, 44, 62])!;

        Assert.Equal(46.25m, homogeneity.Mean);
        Assert.Equal(9.34m, decimal.Round(homogeneity.StandardDeviation, 2));
        Assert.Equal(20.2m, decimal.Round(homogeneity.Coefficient * 100, 1));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("38 41", null)] // two communes say nothing of equality
    [InlineData("-1 0 1", null)] // no mean to compare with
    [InlineData("7 7 7", "0")]
    [InlineData("-7 -7 -10", "17.7")]
    [InlineData("1000000000000 1000000000000 4000000000000", "70.7")]
    public void The_coefficient_asks_for_three_communes_and_a_mean(string values, string? percent) => Assert.Equal(
        Exact.NumberOrNone(percent),
        Homogeneity.Of(Exact.Numbers(values)) is { } known ? decimal.Round(known.Coefficient * 100, 1) : null);

    [Fact]
    public void The_coefficient_does_not_depend_on_the_unit_nor_on_the_order() => Properties.Hold(
        Gen.Choose(1, 5_000).ListOf(7),
        numbers =>
        {
            var coefficient = Homogeneity.Of([.. numbers.Select(n => (decimal)n)])!.Coefficient;
            var inCents = Homogeneity.Of([.. numbers.Select(n => n * 100m).Reverse()])!.Coefficient;
            var huge = Homogeneity.Of([.. numbers.Select(n => n * 10_000_000_000m)])!.Coefficient;
            return Math.Abs(inCents - coefficient) < 0.000_000_000_000_001m && Math.Abs(huge - coefficient) < 0.000_000_000_000_001m;
        });

    [Fact]
    public void A_falling_coefficient_is_a_service_more_equal_on_the_communes_of_both_years()
    {
        var change = Of(new(38, 20), new(41, 41), new(44, 44), new(62, 90), new(1_000, null), new(null, 5))!;

        Assert.Equal((4, 4), (change.Current.Communes, change.Previous.Communes));
        Assert.Equal(change.Current.Coefficient - change.Previous.Coefficient, change.Change);
        Assert.True(change.Change < 0);
    }

    [Fact]
    public void Two_communes_in_common_are_too_few() => Assert.Null(Of(new(1, 2), new(3, 4), new(5, null), new(null, 6)));

    [Fact]
    public void The_same_spread_is_not_more_equal() => Assert.Equal(0, Of(new(1, 2), new(2, 4), new(3, 6))!.Change);

    private static HomogeneityChange? Of(params TwoYears[] communes) =>
        HomogeneityChange.Of(Catalogue.Standard["ADS-04"], Exact.Span("2025"), communes, Catalogue.Standard);
}
