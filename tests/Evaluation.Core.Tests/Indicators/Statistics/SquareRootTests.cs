using Evaluation.Core.Statistics;
using Evaluation.Core.Tests.Given;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Indicators.Statistics;

public sealed class SquareRootTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("1", "1")]
    [InlineData("144", "12")]
    [InlineData("0.0625", "0.25")]
    [InlineData("79228162514264.337593543950335", "8901020.307485223212979")] // a large number with many digits
    [InlineData("0.0000000000000000000000000001", "0.00000000000001")]
    public void Known_roots_are_found(string square, string root) =>
        Assert.Equal(Exact.Number(root), decimal.Round(SquareRoot.Of(Exact.Number(square)), 15));

    [Fact]
    public void The_root_of_two_has_26_right_digits() =>
        Assert.Equal(1.4142135623730950488016887m, decimal.Round(SquareRoot.Of(2), 25));

    [Fact]
    public void The_square_of_the_root_is_the_number() => Properties.Hold(
        from digits in Gen.Choose(1, int.MaxValue)
        from shift in Gen.Choose(-9, 12)
        select digits * Power(shift),
        number =>
        {
            var root = SquareRoot.Of(number);
            return Math.Abs((root * root) - number) <= number * 0.000_000_000_000_000_000_000_01m;
        });

    [Fact]
    public void The_root_of_a_square_is_exact() => Properties.Hold(
        Gen.Choose(0, 1_000_000_000), n => SquareRoot.Of((decimal)n * n) == n);

    [Fact]
    public void A_negative_number_has_none() => Assert.Throws<ArgumentOutOfRangeException>(() => SquareRoot.Of(-1));

    private static decimal Power(int shift) => shift < 0 ? 1 / Power(-shift) : Enumerable.Repeat(10m, shift).Aggregate(1m, (a, b) => a * b);
}
