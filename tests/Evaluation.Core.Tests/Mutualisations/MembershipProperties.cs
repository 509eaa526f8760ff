using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Core.Tests.Given;
using FsCheck;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Mutualisations;

public sealed class MembershipProperties
{
    private static readonly DateOnly Origin = new(2024, 1, 1);

    private static readonly Gen<Membership> Memberships =
        from start in Gen.Choose(-400, 800)
        from length in Gen.Choose(1, 800)
        from isOpen in Gen.Elements(true, false)
        select new Membership(Exact.Siren("213801855"), Origin.AddDays(start), isOpen ? null : Origin.AddDays(start + length));

    [Fact]
    public void Days_add_up_over_any_partition_of_a_period() => Properties.Hold(
        from membership in Memberships
        from year in Gen.Choose(2023, 2026)
        from length in Gen.Elements(Enum.GetValues<Periodicity>())
        select (membership, year, length),
        t => Period.OfYear(t.year).Split(t.length).Sum(t.membership.DaysIn) == t.membership.DaysIn(Period.OfYear(t.year)));

    [Fact]
    public void Days_are_those_on_which_the_member_takes_part() => Properties.Hold(
        from membership in Memberships from month in Gen.Choose(1, 12) select (membership, Period: Period.Of(2024, Periodicity.Monthly, month)),
        t => t.membership.DaysIn(t.Period) == Enumerable.Range(0, t.Period.End.DayNumber - t.Period.Start.DayNumber)
            .Count(day => t.membership.IsActiveOn(t.Period.Start.AddDays(day))));
}
