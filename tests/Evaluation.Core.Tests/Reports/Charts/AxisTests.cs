using System.Globalization;
using Evaluation.Core.Reports.Charts;
using Evaluation.Core.Tests.Given;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Reports.Charts;

public sealed class AxisTests
{
    [Theory]
    //          low      high       decimals ceiling  start   end      step
    [InlineData("0", "919", 0, null, "0", "1000", "250")]
    [InlineData("0", "1559.5", 1, null, "0", "1600", "400")]
    [InlineData("86.7", "97.1", 1, "100", "84", "100", "4")]
    [InlineData("0", "3", 0, null, "0", "3", "1")]
    [InlineData("0", "1", 0, null, "0", "1", "1")]
    [InlineData("0", "0", 0, null, "0", "1", "1")]
    [InlineData("5", "5", 0, null, "0", "5", "1")]
    [InlineData("-5", "-5", 0, null, "-5", "0", "1")]
    public void A_scale_has_round_ticks(
        string low, string high, int decimals, string? ceiling, string start, string end, string step) => Assert.Equal(
        new Axis(Number(start), Number(end), Number(step)),
        Axis.Covering(Number(low), Number(high), decimals, ceiling is null ? null : Number(ceiling)));

    [Fact]
    public void A_scale_covers_its_values_with_two_to_eight_ticks()
    {
        var values = Gen.Choose(-1_000_000, 1_000_000).Two()
            .SelectMany(pair => Gen.Choose(0, 4).Select(scale =>
                (Low: Math.Min(pair.Item1, pair.Item2) / (decimal)Math.Pow(10, scale),
                    High: Math.Max(pair.Item1, pair.Item2) / (decimal)Math.Pow(10, scale))))
            .ToArbitrary();

        Prop.ForAll(values, range =>
        {
            var axis = Axis.Covering(range.Low, range.High, 4);
            var ticks = axis.Ticks.ToList();
            return axis.Start <= range.Low && axis.End >= range.High && ticks.Count is >= 2 and <= 8
                && ticks[^1] == axis.End && ticks.All(tick => tick % axis.Step == 0);
        }).HoldsOnTheSameCases();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(29)]
    public void Decimals_out_of_range_are_refused(int decimals) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Axis.Covering(0, 1, decimals));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
