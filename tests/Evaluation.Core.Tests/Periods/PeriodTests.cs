using Evaluation.Core.Periods;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Periods;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("2025-03", "2025-03-01", "2025-03-31", 31)]
    [InlineData("2025-02", "2025-02-01", "2025-02-28", 28)]
    [InlineData("2024-02", "2024-02-01", "2024-02-29", 29)]
    [InlineData("2025-12", "2025-12-01", "2025-12-31", 31)]
    [InlineData("2025-Q1", "2025-01-01", "2025-03-31", 90)]
    [InlineData("2024-Q1", "2024-01-01", "2024-03-31", 91)]
    [InlineData("2025-Q4", "2025-10-01", "2025-12-31", 92)]
    [InlineData("2025-S1", "2025-01-01", "2025-06-30", 181)]
    [InlineData("2025-S2", "2025-07-01", "2025-12-31", 184)]
    [InlineData("2025", "2025-01-01", "2025-12-31", 365)]
    [InlineData("2024", "2024-01-01", "2024-12-31", 366)]
    [InlineData("2000", "2000-01-01", "2000-12-31", 366)]
    [InlineData("2099-12", "2099-12-01", "2099-12-31", 31)]
    public void A_period_runs_from_its_first_day_to_its_last(string text, string first, string last, int days)
    {
        var period = Exact.Span(text);

        Assert.Equal(Exact.Day(first), period.Start);
        Assert.Equal(Exact.Day(last), period.LastDay);
        Assert.Equal(days, period.End.DayNumber - period.Start.DayNumber);
    }

    [Theory]
    // 10 days after a month, 20 after a quarter, 30 after a half-year, 31 January after a year
    [InlineData("2025-01", "2025-02-10")]
    [InlineData("2024-02", "2024-03-10")]
    [InlineData("2025-12", "2026-01-10")]
    [InlineData("2025-Q1", "2025-04-20")]
    [InlineData("2025-Q4", "2026-01-20")]
    [InlineData("2025-S1", "2025-07-30")]
    [InlineData("2025-S2", "2026-01-30")]
    [InlineData("2025", "2026-01-31")]
    public void Values_are_due_some_days_after_the_end(string text, string due) =>
        Assert.Equal(Exact.Day(due), Exact.Span(text).DueOn);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("25-03")]
    [InlineData("2025-3")]
    [InlineData("2025-00")]
    [InlineData("2025-13")]
    [InlineData("2025-003")]
    [InlineData("2025/03")]
    [InlineData("2025-03-01")]
    [InlineData("03-2025")]
    [InlineData("202503")]
    [InlineData(" 2025")]
    [InlineData("2025 ")]
    [InlineData("2025-")]
    [InlineData("+2025")]
    [InlineData("1999")]
    [InlineData("2100")]
    [InlineData("0000")]
    [InlineData("2025-Q0")]
    [InlineData("2025-Q5")]
    [InlineData("2025-q1")]
    [InlineData("2025-T1")]
    [InlineData("2025-Q")]
    [InlineData("2025-Q11")]
    [InlineData("2025-S0")]
    [InlineData("2025-S3")]
    [InlineData("20251")]
    [InlineData("2025-001")]
    [InlineData("2025-+1")]
    [InlineData("2025-1\0")]
    [InlineData("２０２５")]
    [InlineData("2025-٠٣")]
    public void Any_other_form_is_refused(string? text)
    {
        Assert.False(Period.TryParse(text, out var period));
        Assert.Equal(default, period);
    }

    [Theory]
    [InlineData(1998, Periodicity.Annual, 1)]
    [InlineData(2100, Periodicity.Annual, 1)]
    [InlineData(2025, Periodicity.Annual, 2)]
    [InlineData(2025, Periodicity.Semiannual, 3)]
    [InlineData(2025, Periodicity.Quarterly, 5)]
    [InlineData(2025, Periodicity.Monthly, 13)]
    [InlineData(2025, Periodicity.Monthly, 0)]
    public void A_period_outside_its_range_does_not_exist(int year, Periodicity periodicity, int index) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.Of(year, periodicity, index));

    [Fact]
    public void A_year_starts_before_its_parts_and_the_longest_comes_first()
    {
        string[] ordered = ["2025", "2025-S1", "2025-Q1", "2025-01", "2025-02", "2025-Q2", "2025-S2", "2025-07", "2026"];

        Assert.Equal(ordered, ordered.Reverse().Select(Exact.Span).Order().Select(p => p.ToString()));
    }

    [Theory]
    [InlineData("2025-05", Periodicity.Monthly, "2025-05")]
    [InlineData("2025-05", Periodicity.Quarterly, "2025-Q2")]
    [InlineData("2025-05", Periodicity.Semiannual, "2025-S1")]
    [InlineData("2025-07", Periodicity.Semiannual, "2025-S2")]
    [InlineData("2025-Q3", Periodicity.Semiannual, "2025-S2")]
    [InlineData("2025-S2", Periodicity.Annual, "2025")]
    public void A_period_lies_within_one_longer_period(string text, Periodicity longer, string expected) =>
        Assert.Equal(expected, Exact.Span(text).Within(longer).ToString());

    [Fact]
    public void A_period_is_neither_within_a_shorter_one_nor_split_into_longer_ones()
    {
        Assert.Throws<ArgumentException>(() => Exact.Span("2025-Q1").Within(Periodicity.Monthly));
        Assert.Throws<ArgumentException>(() => Exact.Span("2025-Q1").Split(Periodicity.Annual));
    }

    [Theory]
    [InlineData("2025-03", "2025-02-28", false)]
    [InlineData("2025-03", "2025-03-01", true)]
    [InlineData("2025-03", "2025-03-31", true)]
    [InlineData("2025-03", "2025-04-01", false)]
    public void A_period_holds_its_first_and_last_days(string text, string day, bool inside) =>
        Assert.Equal(inside, Exact.Span(text).Contains(Exact.Day(day)));
}
