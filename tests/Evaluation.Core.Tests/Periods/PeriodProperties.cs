using Evaluation.Core.Periods;
using Evaluation.Core.Tests.Given;
using FsCheck;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Periods;

public sealed class PeriodProperties
{
    private static readonly Gen<Periodicity> Lengths = Gen.Elements(Enum.GetValues<Periodicity>());

    private static readonly Gen<Period> Periods =
        from year in Gen.Choose(Period.MinYear, Period.MaxYear)
        from length in Lengths
        from index in Gen.Choose(1, length.PerYear())
        select Period.Of(year, length, index);

    [Fact]
    public void Reading_what_was_written_gives_the_same_period() => Properties.Hold(
        Periods, p => Period.TryParse(p.ToString(), out var read) && read == p);

    [Fact]
    public void The_parts_of_a_period_lie_within_it_and_cover_it() => Properties.Hold(
        Periods.SelectMany(p => Lengths.Where(l => l <= p.Periodicity).Select(l => (Whole: p, Length: l))),
        pair =>
        {
            var parts = pair.Whole.Split(pair.Length).ToList();
            return parts.TrueForAll(part => part.Within(pair.Whole.Periodicity) == pair.Whole && pair.Whole.Contains(part))
                && parts[0].Start == pair.Whole.Start
                && parts[^1].End == pair.Whole.End
                && parts.Zip(parts.Skip(1)).All(next => next.First.End == next.Second.Start);
        });

    [Fact]
    public void Order_is_total_and_agrees_with_the_calendar() => Properties.Hold(
        from left in Periods from right in Periods select (left, right),
        pair =>
        {
            var (left, right) = pair;
            return Math.Sign(left.CompareTo(right)) == -Math.Sign(right.CompareTo(left))
                && (left.CompareTo(right) == 0) == (left == right)
                && (left.Start >= right.Start || left < right)
                && (left <= right) == !(left > right)
                && (left >= right) == !(left < right);
        });

    [Fact]
    public void A_period_is_due_after_its_last_day_and_within_a_month() => Properties.Hold(
        Periods, p => p.DueOn > p.LastDay && p.DueOn <= p.LastDay.AddDays(31));

    [Fact]
    public void A_year_later_the_previous_year_is_the_period_itself() => Properties.Hold(
        Periods.Where(p => p.Year < Period.MaxYear),
        p => Period.Of(p.Year + 1, p.Periodicity, p.Index).PreviousYear == p);
}
