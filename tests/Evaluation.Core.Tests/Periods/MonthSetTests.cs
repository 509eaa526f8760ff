using Evaluation.Core.Periods;
using Evaluation.Core.Tests.Given;
using FsCheck;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Periods;

public sealed class MonthSetTests
{
    private static readonly Gen<(int First, int Last)> Ranges =
        from first in Gen.Choose(1, 12) from last in Gen.Choose(1, 12) select (first, last);

    [Fact]
    public void A_range_meets_each_of_its_months_and_no_other() => Properties.Hold(Ranges, r =>
        Enumerable.Range(1, 12).All(month => MonthSet.Of(r.First, r.Last).Meets(MonthSet.Of(month, month))
            == (r.First <= month && month <= r.Last)));

    [Fact]
    public void Two_sets_meet_when_one_month_is_in_both() => Properties.Hold(
        from a in Ranges from b in Ranges select (a, b),
        pair => MonthSet.Of(pair.a.First, pair.a.Last).Meets(MonthSet.Of(pair.b.First, pair.b.Last))
            == Enumerable.Range(1, 12).Any(m => pair.a.First <= m && m <= pair.a.Last && pair.b.First <= m && m <= pair.b.Last));

    [Fact]
    public void A_union_has_the_months_of_either() => Properties.Hold(
        from a in Ranges from b in Ranges from month in Gen.Choose(1, 12) select (a, b, month),
        t =>
        {
            var (a, b) = (MonthSet.Of(t.a.First, t.a.Last), MonthSet.Of(t.b.First, t.b.Last));
            var one = MonthSet.Of(t.month, t.month);
            return a.With(b).Meets(one) == (a.Meets(one) || b.Meets(one)) && a.With(b) == b.With(a);
        });

    [Theory]
    [InlineData("2025-03", 3, 3)]
    [InlineData("2025-Q1", 1, 3)]
    [InlineData("2025-Q4", 10, 12)]
    [InlineData("2025-S2", 7, 12)]
    [InlineData("2025", 1, 12)]
    public void A_period_is_the_months_it_is_made_of(string period, int first, int last)
    {
        var span = Exact.Span(period);

        Assert.Equal(MonthSet.Of(first, last), MonthSet.Of(span.Periodicity, span.Index));
    }

    [Fact]
    public void A_range_in_reverse_is_empty()
    {
        Assert.Equal(default, MonthSet.Of(5, 4));
        Assert.False(MonthSet.Of(5, 4).Meets(MonthSet.All));
        Assert.Equal(MonthSet.All, MonthSet.Of(1, 6).With(MonthSet.Of(7, 12)));
    }
}
