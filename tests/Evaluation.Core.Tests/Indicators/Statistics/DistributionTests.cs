using Evaluation.Core.Statistics;
using Evaluation.Core.Tests.Given;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Indicators.Statistics;

public sealed class DistributionTests
{
    [Theory]
    [InlineData("5", "5 - 5 - 5")]
    [InlineData("3 1", "1 - 2 - 3")]
    [InlineData("3 1 2", "1 - 2 - 3")]
    [InlineData("4 1 3 2", "1 1.75 2.5 3.25 4")]
    [InlineData("5 4 3 2 1", "1 2 3 4 5")]
    [InlineData("62 38 44 41", "38 40.25 42.5 48.5 62")]
    [InlineData("1 2 3 4 5 6", "1 2.25 3.5 4.75 6")]
    public void Quartiles_lie_in_a_straight_line_between_ranks(string values, string expected)
    {
        var found = Distribution.Of(Exact.Numbers(values))!;

        decimal?[] figures = [found.Minimum, found.FirstQuartile, found.Median, found.ThirdQuartile, found.Maximum];
        Assert.Equal(expected.Split(' ').Select(w => w == "-" ? null : (decimal?)Exact.Number(w)), figures);
    }

    [Fact]
    public void Nothing_has_no_distribution() => Assert.Null(Distribution.Of([]));

    [Fact]
    public void Quartiles_are_in_order_and_leave_the_values_as_they_were() => Properties.Hold(
        Gen.Choose(-50, 50).ListOf(9),
        numbers =>
        {
            decimal[] values = [.. numbers.Select(n => (decimal)n)];
            decimal[] before = [.. values];
            var found = Distribution.Of(values)!;
            return values.SequenceEqual(before) && found.Minimum <= found.FirstQuartile && found.FirstQuartile <= found.Median
                && found.Median <= found.ThirdQuartile && found.ThirdQuartile <= found.Maximum
                && values.Count(v => v <= found.Median) >= 5 && values.Count(v => v >= found.Median) >= 5;
        });
}
