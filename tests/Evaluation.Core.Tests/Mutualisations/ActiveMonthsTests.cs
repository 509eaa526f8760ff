using Evaluation.Core.Communities;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Core.Tests.Given;
using FsCheck;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Mutualisations;

public sealed class ActiveMonthsTests
{
    private static readonly Siren Member = Exact.Siren("213801855");
    private static readonly DateOnly Origin = new(2023, 1, 1);

    // One or two stays within five years, in any order, the last perhaps still open.
    private static readonly Gen<Membership[]> Stays = (
        from start in Gen.Choose(0, 1_500)
        from length in Gen.Choose(-40, 400)
        from isOpen in Gen.Elements(true, false, false)
        select new Membership(Member, Origin.AddDays(start), isOpen ? null : Origin.AddDays(start + length)))
        .ListOf(2).Select(m => m.ToArray());

    [Theory]
    [InlineData("2025-04-01", null, 2025, 4, 12)]
    [InlineData("2025-04-30", "2025-05-01", 2025, 4, 4)]
    [InlineData("2025-04-30", "2025-05-02", 2025, 4, 5)]
    [InlineData("2024-12-31", "2025-01-01", 2024, 12, 12)]
    [InlineData("2024-12-31", "2025-01-02", 2025, 1, 1)]
    [InlineData("2020-01-01", null, 2099, 1, 12)]
    public void A_month_counts_from_one_day_of_membership(string from, string? to, int year, int first, int last)
    {
        var active = new ActiveMonths([new Membership(Member, Exact.Day(from), to is null ? null : Exact.Day(to))]);

        Assert.Equal(MonthSet.Of(first, last), active.In(Member, year));
    }

    [Theory]
    [InlineData("2025-04-01", null, 2024)]
    [InlineData("2024-12-31", "2025-01-01", 2025)]
    [InlineData("2025-04-01", "2025-04-01", 2025)]
    public void No_day_is_no_month(string from, string? to, int year)
    {
        var active = new ActiveMonths([new Membership(Member, Exact.Day(from), to is null ? null : Exact.Day(to))]);

        Assert.Equal(default, active.In(Member, year));
        Assert.Equal(default, active.In(Exact.Siren("200040715"), year));
    }

    [Fact]
    public void Months_agree_with_days_for_any_memberships() => Properties.Hold(
        from stays in Stays from year in Gen.Choose(2022, 2028) select (stays, year),
        t =>
        {
            var months = new ActiveMonths(t.stays).In(Member, t.year);
            return Period.InYear(t.year, Periodicity.Monthly).All(month =>
                months.Meets(MonthSet.Of(month.Index, month.Index)) == t.stays.Any(m => m.DaysIn(month) > 0));
        });
}
