using System.Globalization;
using Evaluation.Core.Submissions;
using Evaluation.Core.Tests.Given;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Submissions;

public sealed class WrittenNumberTests
{
    [Fact]
    public void What_a_decimal_holds_is_read_to_its_last_digit() => Properties.Hold(
        ArbMap.Default.GeneratorFor<decimal>(),
        number => WrittenNumber.Read(number.ToString(CultureInfo.InvariantCulture)) is { Exact: { } exact } written
            && exact == number
            && exact.Scale == number.Scale
            && written.Decimals == (number / 1.0000000000000000000000000000m).Scale
            && written.ComparedTo(number) == 0);

    [Fact]
    public void A_digit_that_a_decimal_would_round_away_makes_the_number_larger() => Properties.Hold(
        Gen.Choose(0, 1_000_000),
        number =>
        {
            var written = WrittenNumber.Read($"{number}.{new string('0', 40)}1");
            return written is { Exact: null, Decimals: 41 }
                && written.ComparedTo(number) > 0
                && written.ComparedTo(number + 0.0000000001m) < 0;
        });

    [Theory]
    [InlineData("1E-400", 400)]
    [InlineData("-12.5E-30", 31)]
    [InlineData("120e-1", 0)]
    [InlineData("0.000", 0)]
    [InlineData("12.340e1", 1)]
    [InlineData("00000000000000000000000000000000000000.10", 1)]
    public void Decimals_are_those_that_are_needed_to_write_it(string text, int decimals) =>
        Assert.Equal(decimals, WrittenNumber.Read(text)!.Decimals);

    [Theory]
    [InlineData("1e400", 1)]
    [InlineData("-1e400", -1)]
    [InlineData("1e99999999999999999999", 1)]
    [InlineData("79228162514264337593543950336", 1)]
    [InlineData("-79228162514264337593543950336", -1)]
    public void What_is_too_large_for_a_decimal_is_still_compared(string text, int side)
    {
        var written = WrittenNumber.Read(text)!;

        Assert.Null(written.Exact);
        Assert.Equal(side, Math.Sign(written.ComparedTo(side > 0 ? decimal.MaxValue : decimal.MinValue)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("e5")]
    [InlineData("1e")]
    [InlineData("1 000")]
    [InlineData("1,5")]
    [InlineData("1\n")]
    [InlineData("NaN")]
    [InlineData("0x2A")]
    public void What_is_no_number_is_not_read(string? text) => Assert.Null(WrittenNumber.Read(text));
}
