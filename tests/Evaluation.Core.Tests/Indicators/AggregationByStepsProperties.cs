using Evaluation.Core.Aggregation;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Core.Tests.Given;
using FsCheck;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Indicators;

/// <summary>Adding up step by step, month, quarter, year, gives what adding up at once gives.</summary>
public sealed class AggregationByStepsProperties
{
    private static readonly Community Community = GivenCommunity.Of("A", "B");
    private static readonly Siren[] Members = [.. Community.Members.Select(m => m.Siren)];
    private static readonly Mutualisation Everyone = GivenMutualisation.WithEveryone(Community).Read();
    private static readonly Period Year = Period.OfYear(2025);
    private static readonly string[] Pushed = ["ADS-01", "ADS-02", "ADS-05", "FIN-03", "FIN-05", "DSI-06"];

    private static readonly Gen<ValueBook> Books =
        from numbers in Gen.Choose(0, 60).Select(n => n > 45 ? null : (decimal?)n).ListOf(Pushed.Length * Members.Length * 12)
        select new ValueBook(Keys().Zip(numbers)
            .Where(pair => pair.Second is not null)
            .Select(pair => new IndicatorValue(pair.First, pair.Second!.Value, ValueStatus.Final, ValueQuality.Measured)));

    [Fact]
    public void A_sum_of_quarters_of_months_is_the_sum_of_the_year() => Properties.Hold(Books, book =>
        Sum(Year.Split(Periodicity.Quarterly).Select(q =>
            Sum(q.Split(Periodicity.Monthly).Select(m => Over(book, "ADS-01", m))))) == Over(book, "ADS-01", Year));

    [Fact]
    public void The_last_of_the_lasts_is_the_last_of_the_year() => Properties.Hold(Books, book =>
        Sum(Members.Select(member => Year.Split(Periodicity.Semiannual)
            .Select(s => s.Split(Periodicity.Quarterly).Select(q => Over(book, "DSI-06", q, member)).LastOrDefault(v => v is not null))
            .LastOrDefault(v => v is not null))) == Over(book, "DSI-06", Year));

    // The parts of each month are those that both sides know.
    [Fact]
    public void A_rate_of_carried_sums_is_the_rate_of_the_year() => Properties.Hold(Books, book =>
    {
        var pairs = (
            from member in Members
            from month in Year.Split(Periodicity.Monthly)
            let above = Over(book, "ADS-05", month, member)
            let below = Over(book, "ADS-02", month, member)
            where above is not null && below is not null
            select (Quarter: month.Within(Periodicity.Quarterly), Above: above.Value, Below: below.Value)).ToList();
        var quarters = pairs.GroupBy(p => p.Quarter)
            .Select(q => (Above: q.Sum(p => p.Above), Below: q.Sum(p => p.Below))).ToList();
        var whole = quarters.Sum(q => q.Below);
        return (whole == 0 ? null : quarters.Sum(q => q.Above) / whole * 100) == Over(book, "ADS-06", Year);
    });

    [Fact]
    public void An_average_that_carries_its_weights_is_the_average_of_the_year() => Properties.Hold(Books, book =>
    {
        var quarters = Year.Split(Periodicity.Quarterly)
            .Select(q => (Mean: Over(book, "FIN-03", q), Weight: CarriedWeight(book, q)))
            .Where(q => q.Weight > 0)
            .ToList();
        var weight = quarters.Sum(q => q.Weight);
        return weight == 0
            || Math.Abs((quarters.Sum(q => q.Mean!.Value * q.Weight) / weight) - Over(book, "FIN-03", Year)!.Value) < 0.000_000_001m;
    });

    [Fact]
    public void A_year_of_members_that_come_and_go_is_the_sum_of_the_time_each_was_there() => Properties.Hold(
        from book in Books
        from first in Gen.Choose(1, 12)
        from length in Gen.Choose(1, 12)
        select (Book: book, First: first, Length: length),
        given =>
        {
            var from = new DateOnly(2025, given.First, 1);
            var service = new GivenMutualisation(Community).Joined("A", "2015-01-01")
                .Joined("B", Iso(from), Iso(from.AddMonths(given.Length))).Read();
            var spans = Year.Split(Periodicity.Monthly).Select(m => Sum(
                Members.Where(member => service.IsActiveIn(member, m)).Select(member => Over(given.Book, "ADS-01", m, member))));
            return Sum(spans) == new IndicatorAggregation(given.Book, service, Catalogue.Standard)
                .Over(Catalogue.Standard["ADS-01"], Year, Members);
        });

    private static decimal CarriedWeight(ValueBook book, Period window) => (
        from member in Members
        from month in window.Split(Periodicity.Monthly)
        where Over(book, "FIN-03", month, member) is not null
        select Over(book, "FIN-05", month, member) ?? 0).Sum();

    private static decimal? Sum(IEnumerable<decimal?> values)
    {
        var known = values.OfType<decimal>().ToList();
        return known.Count == 0 ? null : known.Sum();
    }

    private static decimal? Over(ValueBook book, string code, Period window, params Siren[] members) =>
        new IndicatorAggregation(book, Everyone, Catalogue.Standard)
            .Over(Catalogue.Standard[code], window, members.Length == 0 ? Members : members);

    private static IEnumerable<ValueKey> Keys() =>
        from code in Pushed
        from member in Members
        from month in Enumerable.Range(0, 12)
        let periodicity = Catalogue.Standard[code].Periodicity
        select new ValueKey(code, member, Period.Of(2025, periodicity, (month % periodicity.PerYear()) + 1));

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
