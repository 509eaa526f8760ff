using System.Globalization;
using Evaluation.Functions.Time;
using Evaluation.Functions.Time.Schedules;

namespace Evaluation.Functions.Tests.Operate.Schedules;

/// <summary>What falls due when, on ordinary days and on those on which the clocks change.</summary>
public sealed class ScheduleTests
{
    // 2026: clocks go forward on 29 March (02:00 becomes 03:00) and back on 25 October (03:00 becomes 02:00).
    public static TheoryData<string, string, string> TimesOfDay => new()
    {
        { "2026-01-15", "06:30", "2026-01-15T05:30" },
        { "2026-07-15", "06:30", "2026-07-15T04:30" },
        { "2026-03-29", "01:59", "2026-03-29T00:59" },
        { "2026-03-29", "02:00", "2026-03-29T01:00" },
        { "2026-03-29", "02:30", "2026-03-29T01:00" },
        { "2026-03-29", "02:59", "2026-03-29T01:00" },
        { "2026-03-29", "03:00", "2026-03-29T01:00" },
        { "2026-10-25", "01:59", "2026-10-24T23:59" },
        { "2026-10-25", "02:00", "2026-10-25T00:00" },
        { "2026-10-25", "02:30", "2026-10-25T00:30" },
        { "2026-10-25", "02:59", "2026-10-25T00:59" },
        { "2026-10-25", "03:00", "2026-10-25T02:00" },
    };

    [Theory]
    [MemberData(nameof(TimesOfDay))]
    public void A_time_of_day_comes_once_whatever_the_clocks_do(string day, string time, string expected)
    {
        var date = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var schedule = At(time);

        var found = schedule.Between(
            ParisTime.InstantOf(date, TimeOnly.MinValue) - TimeSpan.FromTicks(1),
            ParisTime.InstantOf(date.AddDays(1), TimeOnly.MinValue) - TimeSpan.FromTicks(1));

        Assert.Equal([Utc(expected)], found);
    }

    [Fact]
    public void Two_times_that_the_clocks_leave_out_are_one_occurrence() => Assert.Equal(
        [Utc("2026-03-29T01:00"), Utc("2026-03-29T04:00")],
        At("02:15", "02:45", "06:00").Between(Utc("2026-03-29T00:00"), Utc("2026-03-29T12:00")));

    [Fact]
    public void Only_the_named_days_count() => Assert.Equal(
        [Utc("2026-06-08T04:30"), Utc("2026-06-11T04:30"), Utc("2026-06-15T04:30")],
        new AtTimesOfDay([new TimeOnly(6, 30)], [DayOfWeek.Monday, DayOfWeek.Thursday])
            .Between(Utc("2026-06-07T00:00"), Utc("2026-06-16T00:00")));

    [Fact]
    public void A_day_and_its_time_are_those_of_Paris_not_of_Greenwich() => Assert.Equal(
        [Utc("2026-06-07T22:15")],
        new AtTimesOfDay([new TimeOnly(0, 15)], [DayOfWeek.Monday]).Between(Utc("2026-06-06T00:00"), Utc("2026-06-13T00:00")));

    [Fact]
    public void A_slot_begins_on_the_hours_counted_since_2000() => Assert.Equal(
        [Utc("2026-03-28T18:00"), Utc("2026-03-29T00:00"), Utc("2026-03-29T06:00")],
        new EveryHours(6).Between(Utc("2026-03-28T12:00"), Utc("2026-03-29T11:59")));

    [Fact]
    public void The_first_of_June_begins_at_midnight_in_Paris() => Assert.Equal(
        [Utc("2025-05-31T22:00"), Utc("2026-05-31T22:00")],
        new OnceAYear(6, 1).Between(Utc("2024-05-31T22:00"), Utc("2026-05-31T22:00")));

    [Fact]
    public void The_latest_is_at_the_instant_or_before_and_the_next_is_after()
    {
        var schedule = At("06:30");

        Assert.Equal(Utc("2026-06-15T04:30"), schedule.LatestAt(Utc("2026-06-15T04:30")));
        Assert.Equal(Utc("2026-06-14T04:30"), schedule.LatestAt(Utc("2026-06-15T04:29")));
        Assert.Equal(Utc("2026-06-16T04:30"), schedule.NextAfter(Utc("2026-06-15T04:30")));
    }

    private static AtTimesOfDay At(params string[] times) =>
        new([.. times.Select(t => TimeOnly.ParseExact(t, "HH:mm", CultureInfo.InvariantCulture))], []);

    private static DateTimeOffset Utc(string text) => DateTimeOffset.ParseExact(
        text, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
