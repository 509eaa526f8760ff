namespace Evaluation.Local.Demonstration;

/// <summary>When a service sends its values, and how well it keeps to it.</summary>
internal sealed record SendingHabits
{
    /// <summary>Day of the month, after the month or quarter sent; the next Monday when it falls on a week-end.</summary>
    public int Day { get; init; } = 6;

    /// <summary>Last year in which values were sent by the quarter, before they were by the month.</summary>
    public int QuarterlyUntil { get; init; } = 2023;

    /// <summary>Part of the values that their member gives too late for the sending.</summary>
    public decimal LatePart { get; init; } = 0.03m;

    /// <summary>Part of the sendings that are forgotten and go with the next one.</summary>
    public decimal ForgottenPart { get; init; }

    /// <summary>The last month of each window sent, in order; the last one only catches up.</summary>
    public IEnumerable<DateOnly> Windows()
    {
        for (var month = new DateOnly(2024, 1, 31); month.Year < 2026; month = month.AddDays(1).AddMonths(1).AddDays(-1))
        {
            if (month.Year > QuarterlyUntil || month.Month % 3 == 0)
            {
                yield return month;
            }
        }

        yield return new DateOnly(2026, 1, 31);
    }

    /// <summary>The instant at which a window is sent: 09:00 in Paris in winter, 10:00 in summer.</summary>
    public DateTimeOffset SentAt(DateOnly window)
    {
        var day = new DateOnly(window.Year, window.Month, 1).AddMonths(1).AddDays(Day - 1);
        var shift = day.DayOfWeek switch
        {
            DayOfWeek.Saturday => 2,
            DayOfWeek.Sunday => 1,
            _ => 0,
        };
        return new DateTimeOffset(day.AddDays(shift), new TimeOnly(8, 0), TimeSpan.Zero);
    }
}
