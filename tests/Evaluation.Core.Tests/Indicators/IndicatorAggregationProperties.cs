using Evaluation.Core.Aggregation;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Core.Tests.Given;
using FsCheck;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Indicators;

public sealed class IndicatorAggregationProperties
{
    internal static readonly Community Community = GivenCommunity.Of("A", "B", "C");
    internal static readonly Mutualisation Everyone = GivenMutualisation.WithEveryone(Community).Read();
    internal static readonly Siren[] Members = [.. Community.Members.Select(m => m.Siren)];

    // Parts of ADS-04, ADS-06 and ADS-10, and a weighted average: holes and zeros are frequent.
    private static readonly string[] Pushed = ["ADS-01", "ADS-02", "ADS-05", "ADS-11", "ADS-13", "FIN-03", "FIN-05", "DSI-06"];

    internal static readonly Gen<ValueBook> Books = Gen.Choose(0, 90).Select(n => n > 60 ? null : (decimal?)n)
        .ListOf(Pushed.Length * Members.Length * 12)
        .Select(numbers => new ValueBook(Cells().Zip(numbers)
            .Where(pair => pair.Second is not null)
            .Select(pair => new IndicatorValue(pair.First, pair.Second!.Value, ValueStatus.Final, ValueQuality.Measured))));

    [Theory]
    [InlineData("ADS-01")]
    [InlineData("ADS-13")]
    public void The_sum_of_the_parts_of_a_year_is_the_year(string code) => Properties.Hold(Books, book =>
    {
        var parts = Year.Split(Catalogue.Standard[code].Periodicity).Select(p => Over(book, code, p, Members)).ToList();
        return (parts.TrueForAll(p => p is null) ? null : parts.Sum()) == Over(book, code, Year, Members);
    });

    [Theory]
    [InlineData("ADS-01")]
    [InlineData("DSI-06")]
    public void The_sum_over_the_members_is_the_whole(string code) => Properties.Hold(Books, book =>
        Members.Sum(m => Over(book, code, Year, [m]) ?? 0) == (Over(book, code, Year, Members) ?? 0));

    [Theory]
    [InlineData("ADS-01")]
    [InlineData("ADS-04")]
    [InlineData("ADS-06")]
    [InlineData("ADS-10")]
    [InlineData("FIN-03")]
    [InlineData("DSI-06")]
    public void The_order_of_members_changes_nothing(string code) => Properties.Hold(Books, book =>
        Over(book, code, Year, Members) == Over(book, code, Year, [.. Members.Reverse()]));

    [Fact]
    public void A_rate_lies_between_the_rates_of_its_members() => Properties.Hold(Books, book =>
    {
        var parts = Members.Select(m => Over(book, "ADS-06", Year, [m])).OfType<decimal>().ToList();
        var whole = Over(book, "ADS-06", Year, Members);
        return parts.Count == 0
            ? whole is null
            : whole >= parts.Min() - 0.000001m && whole <= parts.Max() + 0.000001m;
    });

    private static Period Year => Period.OfYear(2025);

    private static IEnumerable<ValueKey> Cells() =>
        from code in Pushed
        from member in Members
        from month in Enumerable.Range(0, 12)
        let periodicity = Catalogue.Standard[code].Periodicity
        select new ValueKey(code, member, Period.Of(2025, periodicity, (month % periodicity.PerYear()) + 1));

    private static decimal? Over(ValueBook book, string code, Period window, IReadOnlyList<Siren> members) =>
        new IndicatorAggregation(book, Everyone, Catalogue.Standard).Over(Catalogue.Standard[code], window, members);
}
