namespace Evaluation.Functions.Time.Schedules;

/// <summary>At times of day in Europe/Paris, on some days of the week.</summary>
/// <param name="Times">To the minute, in order.</param>
/// <param name="Days">Empty means every day.</param>
internal sealed record AtTimesOfDay(IReadOnlyList<TimeOnly> Times, IReadOnlyList<DayOfWeek> Days) : Schedule
{
    // A week, and the hour that a change of the clocks adds.
    protected override TimeSpan LongestGap => TimeSpan.FromHours((7 * 24) + 1);

    public override IEnumerable<DateTimeOffset> Between(DateTimeOffset after, DateTimeOffset upTo) =>
        DatesOf(after, upTo)
            .Where(date => Days.Count == 0 || Days.Contains(date.DayOfWeek))
            .SelectMany(date => Times.Select(time => ParisTime.InstantOf(date, time)))
            // Two times that the clocks leave out come at the same instant: that is one occurrence.
            .Distinct()
            .Where(instant => instant > after && instant <= upTo);

    private static IEnumerable<DateOnly> DatesOf(DateTimeOffset after, DateTimeOffset upTo)
    {
        var last = ParisTime.DateOf(upTo);
        for (var date = ParisTime.DateOf(after); date <= last; date = date.AddDays(1))
        {
            yield return date;
        }
    }
}
