using System.Globalization;
using Evaluation.Core.French;

namespace Evaluation.Core.Tests.French;

public sealed class FrenchNumberTests
{
    [Theory]
    // groups and decimals
    [InlineData("0", 0, "0")]
    [InlineData("999", 0, "999")]
    [InlineData("1000", 0, "1\u202F000")]
    [InlineData("1559507.61", 2, "1\u202F559\u202F507,61")]
    [InlineData("1559507.61", 0, "1\u202F559\u202F508")]
    [InlineData("7", 3, "7,000")]
    // half away from zero
    [InlineData("0.5", 0, "1")]
    [InlineData("2.5", 0, "3")]
    [InlineData("-2.5", 0, "\u22123")]
    [InlineData("1.005", 2, "1,01")]
    // never minus zero
    [InlineData("-0.4", 0, "0")]
    [InlineData("-0.004", 2, "0,00")]
    [InlineData("-3973.06", 2, "\u22123\u202F973,06")]
    // the ends of the range
    [InlineData("79228162514264337593543950335", 0, "79\u202F228\u202F162\u202F514\u202F264\u202F337\u202F593\u202F543\u202F950\u202F335")]
    [InlineData("0.0000000000000000000000000001", 28, "0,0000000000000000000000000001")]
    public void A_number_is_written_the_French_way(string value, int decimals, string expected) =>
        Assert.Equal(expected, FrenchNumber.Format(Number(value), decimals));

    [Theory]
    [InlineData("6.3", 1, "+6,3")]
    [InlineData("-6.3", 1, "\u22126,3")]
    [InlineData("0", 1, "0,0")]
    [InlineData("0.04", 1, "0,0")]
    [InlineData("-0.04", 1, "0,0")]
    public void A_change_has_a_sign_unless_it_rounds_to_zero(string value, int decimals, string expected) =>
        Assert.Equal(expected, FrenchNumber.WithSign(Number(value), decimals));

    [Theory]
    [InlineData("45.00", 2, "45")]
    [InlineData("9.10", 2, "9,1")]
    [InlineData("100", 0, "100")]
    [InlineData("0", 2, "0")]
    public void The_short_form_leaves_trailing_zeros_out(string value, int decimals, string expected) =>
        Assert.Equal(expected, FrenchNumber.FormatShort(Number(value), decimals));

    [Fact]
    public void Units_follow_a_no_break_space()
    {
        Assert.Equal("93,7\u00A0%", FrenchNumber.Percent(93.68m));
        Assert.Equal("+6,3\u00A0%", FrenchNumber.SignedPercent(6.31m));
        Assert.Equal("1\u202F559\u202F507,61\u00A0€", FrenchMoney.Euros(1559507.61m));
        Assert.Equal("\u22123\u202F973,06\u00A0€", FrenchMoney.SignedEuros(-3973.06m));
        Assert.Equal("+0,01\u00A0€", FrenchMoney.SignedEuros(0.005m));
        Assert.Equal("1\u202F559,5\u00A0k€", FrenchMoney.KiloEuros(1559507.61m));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(29)]
    public void Decimals_out_of_range_are_refused(int decimals) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => FrenchNumber.Format(1, decimals));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
