using Evaluation.Core.Communities;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Communities;

public sealed class SirenTests
{
    [Fact]
    public void Official_numbers_are_valid() => Assert.All(
        OfficialCommunities.AllSiren, number => Assert.Equal(number, Siren.Parse(number).ToString()));

    [Fact]
    public void Changing_any_one_digit_is_seen()
    {
        foreach (var number in OfficialCommunities.AllSiren)
        {
            for (var i = 0; i < number.Length; i++)
            {
                foreach (var digit in "0123456789".Where(d => d != number[i]))
                {
                    var changed = number[..i] + digit + number[(i + 1)..];
                    Assert.False(Siren.TryParse(changed, out _), $"{number} → {changed}");
                }
            }
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("21380185")]
    [InlineData("2138018550")]
    [InlineData("213 801 855")]
    [InlineData("21380185A")]
    [InlineData("-21380185")]
    [InlineData("٢١٣٨٠١٨٥٥")]
    public void Anything_but_nine_digits_is_refused(string? text)
    {
        Assert.False(Siren.TryParse(text, out var siren));
        Assert.Equal("", siren.ToString());
        Assert.Throws<FormatException>(() => Siren.Parse(text ?? ""));
    }

    [Fact]
    public void Numbers_are_in_the_order_of_their_text()
    {
        var (low, high) = (Exact.Siren("200040715"), Exact.Siren("243800604"));

        Assert.Equal([true, false, true, false], Compared(low, high));
        Assert.Equal([false, true, false, true], Compared(high, low));
        Assert.Equal([false, false, true, true], Compared(low, Exact.Siren("200040715")));
        Assert.Equal([low, high], new[] { high, low }.Order());
    }

    private static bool[] Compared(Siren left, Siren right) => [(left < right), (left > right), (left <= right), (left >= right)];
}
