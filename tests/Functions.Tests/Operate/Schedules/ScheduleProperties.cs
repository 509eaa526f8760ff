using Evaluation.Functions.Time.Schedules;
using FsCheck;
using FsCheck.Fluent;

namespace Evaluation.Functions.Tests.Operate.Schedules;

/// <summary>What holds of every schedule, whatever the interval and however it is cut.</summary>
public sealed class ScheduleProperties
{
    private static readonly DateTimeOffset Origin = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static Arbitrary<(Schedule Schedule, DateTimeOffset From, DateTimeOffset To, DateTimeOffset[] Cuts)> Cases { get; } =
        (from schedule in Schedules
         from start in Gen.Choose(0, 2 * 365 * 24 * 60)
         from length in Gen.Choose(0, 40 * 24 * 60)
         from cuts in Gen.Choose(0, length).ListOf(5)
         select (
            schedule,
            Origin.AddMinutes(start),
            Origin.AddMinutes(start + length),
            cuts.Order().Select(cut => Origin.AddMinutes(start + cut)).ToArray())).ToArbitrary();

    private static Gen<Schedule> Schedules => Gen.OneOf(
        Gen.Choose(1, 100).Select(hours => (Schedule)new EveryHours(hours)),
        from times in Gen.Choose(0, (24 * 60) - 1).NonEmptyListOf()
        from days in Gen.Choose(0, 6).ListOf()
        select (Schedule)new AtTimesOfDay(
            [.. times.Distinct().Order().Select(minutes => TimeOnly.MinValue.AddMinutes(minutes))],
            [.. days.Distinct().Select(day => (DayOfWeek)day)]),
        Gen.Constant((Schedule)new OnceAYear(6, 1)));

    [Fact]
    public void Occurrences_come_in_order_each_once_inside_the_interval() => Prop.ForAll(Cases, c =>
    {
        var found = c.Schedule.Between(c.From, c.To).ToList();
        return found.Zip(found.Skip(1)).All(pair => pair.First < pair.Second)
            && found.All(instant => instant > c.From && instant <= c.To && instant.Offset == TimeSpan.Zero);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void However_the_interval_is_cut_its_parts_give_what_the_whole_gives() => Prop.ForAll(Cases, c =>
    {
        DateTimeOffset[] bounds = [c.From, .. c.Cuts, c.To];
        return bounds.Zip(bounds.Skip(1)).SelectMany(part => c.Schedule.Between(part.First, part.Second))
            .SequenceEqual(c.Schedule.Between(c.From, c.To));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_lies_between_the_latest_and_the_next() => Prop.ForAll(Cases, c =>
    {
        var (latest, next) = (c.Schedule.LatestAt(c.To), c.Schedule.NextAfter(c.To));
        return latest <= c.To && next > c.To && c.Schedule.Between(latest, next).SequenceEqual([next]);
    }).QuickCheckThrowOnFailure();
}
