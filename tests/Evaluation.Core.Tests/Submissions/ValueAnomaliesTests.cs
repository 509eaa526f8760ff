using System.Globalization;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Submissions;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Submissions;

/// <summary>What a service reads of values that are right one by one and odd together.</summary>
public sealed class ValueAnomaliesTests
{
    private static readonly Community Community = GivenCommunity.Of("A", "B");

    private static readonly Mutualisation Service =
        GivenMutualisation.WithEveryone(Community).Following("ADS-01", "ADS-06").Read();

    [Fact]
    public void A_value_far_from_the_same_month_of_the_year_before_is_told() => Assert.Equal(
        ["ADS-01 2025-03 value.jump"], Found(["ADS-01 A 2024-03 100"], ["ADS-01 A 2025-03 151", "ADS-01 B 2025-03 151"]));

    [Fact]
    public void An_ordinary_change_and_small_counts_are_not() => Assert.Empty(Found(
        ["ADS-01 A 2024-03 100", "ADS-01 B 2024-03 2"], ["ADS-01 A 2025-03 150", "ADS-01 B 2025-03 9"]));

    [Fact]
    public void The_year_before_may_come_in_the_same_submission() => Assert.Equal(
        ["ADS-01 2025-03 value.jump"], Found([], ["ADS-01 A 2024-03 100", "ADS-01 A 2025-03 900"]));

    [Fact]
    public void A_value_out_of_the_ordinary_is_told_where_the_year_before_says_nothing() => Assert.Equal(
        ["ADS-01 2025-03 value.outlier"], Found(Months("ADS-01 A 2024", 7, 40, 44, 38, 42, 41, 39), ["ADS-01 A 2025-03 400"]));

    [Fact]
    public void Too_short_a_history_judges_nothing() => Assert.Empty(
        Found(Months("ADS-01 A 2024", 8, 40, 44, 38, 42, 41), ["ADS-01 A 2025-03 400"]));

    [Fact]
    public void Small_counts_are_never_out_of_the_ordinary() => Assert.Empty(
        Found(Months("ADS-01 A 2024", 7, 1, 0, 1, 1, 0, 1), ["ADS-01 A 2025-03 9"]));

    [Fact]
    public void A_component_above_its_total_is_told_once_of_the_last_value_that_makes_it_so() => Assert.Equal(
        ["ADS-05 2025-03 rule.componentAboveTotal"], Found([], ["ADS-02 A 2025-03 30", "ADS-05 A 2025-03 31"]));

    [Fact]
    public void A_total_lowered_below_a_component_known_before_is_told() => Assert.Equal(
        ["ADS-02 2025-03 rule.componentAboveTotal"], Found(["ADS-02 A 2025-03 30", "ADS-05 A 2025-03 29"], ["ADS-02 A 2025-03 28"]));

    [Fact]
    public void What_was_odd_before_is_not_told_again_of_another_value() => Assert.Empty(
        Found(["ADS-02 A 2025-03 30", "ADS-05 A 2025-03 31"], ["ADS-01 A 2025-03 28", "ADS-02 A 2025-04 28"]));

    private static string[] Months(string place, int first, params int[] values) =>
        [.. values.Select((value, i) => string.Create(CultureInfo.InvariantCulture, $"{place}-{first + i:D2} {value}"))];

    private static IEnumerable<string> Found(string[] known, string[] given) =>
        ValueAnomalies.Find(Service, Catalogue.Standard, known.Select(Value), [.. given.Select(Value)])
            .SelectMany(f => f.Value.Select(finding => $"{f.Key.Indicator} {f.Key.Period} {finding.Code}"));

    private static IndicatorValue Value(string text)
    {
        var parts = text.Split(' ');
        return new IndicatorValue(
            new ValueKey(parts[0], Community.Members.Single(m => m.Name == parts[1]).Siren, Exact.Span(parts[2])),
            decimal.Parse(parts[3], CultureInfo.InvariantCulture),
            ValueStatus.Final,
            ValueQuality.Measured);
    }
}
