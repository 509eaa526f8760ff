using Evaluation.Core.French;

namespace Evaluation.Core.Tests.French;

public sealed class FrenchDateTests
{
    [Theory]
    [InlineData(2025, 2, 1, "1er\u00A0février 2025", "1er\u00A0février")]
    [InlineData(2025, 3, 15, "15\u00A0mars 2025", "15\u00A0mars")]
    [InlineData(2026, 8, 2, "2\u00A0août 2026", "2\u00A0août")]
    [InlineData(1999, 12, 31, "31\u00A0décembre 1999", "31\u00A0décembre")]
    public void A_date_is_written_in_words_with_and_without_its_year(int year, int month, int day, string words, string dayMonth)
    {
        var date = new DateOnly(year, month, day);

        Assert.Equal(words, FrenchDate.InWords(date));
        Assert.Equal(dayMonth, FrenchDate.DayMonth(date));
    }

    [Theory]
    [InlineData(14, 32, "12\u00A0juin 2026, 14\u00A0h\u00A032")]
    [InlineData(8, 5, "12\u00A0juin 2026, 8\u00A0h\u00A005")]
    [InlineData(0, 0, "12\u00A0juin 2026, 0\u00A0h\u00A000")]
    public void A_time_follows_its_date(int hour, int minute, string expected) => Assert.Equal(
        expected,
        FrenchDate.InWordsWithTime(new DateTime(2026, 6, 12, hour, minute, 59, DateTimeKind.Unspecified)));

    [Fact]
    public void Twelve_months_have_a_name_and_its_initial() => Assert.All(
        Enumerable.Range(1, 12),
        month => Assert.Equal(
            FrenchDate.MonthInitials[month - 1],
            FrenchDate.MonthName(month)[..1].ToUpperInvariant()));

    [Theory]
    [InlineData(0)]
    [InlineData(13)]
    public void There_is_no_other_month(int month) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => FrenchDate.MonthName(month));
}
