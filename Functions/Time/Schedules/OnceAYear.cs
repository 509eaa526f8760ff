namespace Evaluation.Functions.Time.Schedules;

/// <summary>Once a year, as the day begins in Europe/Paris.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">A day that the month has every year.</param>
internal sealed record OnceAYear(int Month, int Day) : Schedule
{
    protected override TimeSpan LongestGap => TimeSpan.FromHours((366 * 24) + 1);

    public override IEnumerable<DateTimeOffset> Between(DateTimeOffset after, DateTimeOffset upTo) =>
        Years(ParisTime.DateOf(after).Year, ParisTime.DateOf(upTo).Year)
            .Select(year => ParisTime.InstantOf(new DateOnly(year, Month, Day), TimeOnly.MinValue))
            .Where(instant => instant > after && instant <= upTo);

    private static IEnumerable<int> Years(int first, int last) => first > last ? [] : Enumerable.Range(first, last - first + 1);
}
