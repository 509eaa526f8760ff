using Evaluation.Core.Confirmations;
using Evaluation.Core.Indicators;
using Evaluation.Core.Keys;
using Evaluation.Core.Periods;
using Evaluation.Core.Tests.Given;
using static Evaluation.Core.Tests.Confirmations.GivenUnits;

namespace Evaluation.Core.Tests.Confirmations;

/// <summary>Which units are confirmed, and where they stand.</summary>
public sealed class UnitsTests
{
    private static readonly DateOnly After = new(2026, 1, 21);

    [Fact]
    public void The_units_of_a_quarter_are_the_values_of_the_key_in_it_those_not_transmitted_too()
    {
        var values = Values.Add("ADS-03", "A", "2025-01", 20.5m).Add("ADS-03", "A", "2025-03", 0).Add("ADS-03", "A", "2025-04", 9)
            .Add("ADS-01", "A", "2025-02", 7);

        Assert.Equal(
            ["ADS-03 2025-01 20.5", "ADS-03 2025-02 ", "ADS-03 2025-03 0"],
            Of(values, "A", Quarter(1)).Figures.Select(f => FormattableString.Invariant($"{f.Indicator} {f.Period} {f.Value}")));
    }

    [Fact]
    public void Who_takes_no_part_in_a_period_has_no_units_in_it()
    {
        var values = Values.Add("ADS-03", "B", "2025-03", 4).Add("ADS-03", "B", "2025-04", 5);

        Assert.Empty(Of(values, "B", Quarter(1)).Figures);
        Assert.Equal([5m, null, null], Of(values, "B", Quarter(2)).Figures.Select(f => f.Value));
    }

    [Theory]
    [InlineData("ADS-03", Periodicity.Quarterly)]
    [InlineData("DPO-11", Periodicity.Quarterly)]
    [InlineData("VOI-03", Periodicity.Annual)]
    public void Units_are_confirmed_by_quarter_or_as_rarely_as_what_is_counted_comes(string indicator, Periodicity expected)
    {
        var service = GivenMutualisation.WithEveryone(Community, indicator[..3]).Following(indicator)
            .SharedBy(new KeyCriterionDocument { Criterion = "indicator", Indicator = indicator, Weight = 1 }).Read();

        Assert.Equal(expected, MemberUnits.PeriodicityIn(service, Catalogue.Standard, 2025));
    }

    [Fact]
    public void A_key_that_measures_nothing_has_no_units_to_confirm()
    {
        var service = GivenMutualisation.WithEveryone(Community)
            .SharedBy(new KeyCriterionDocument { Criterion = "population", Weight = 1 }).Read();

        Assert.Null(MemberUnits.PeriodicityIn(service, Catalogue.Standard, 2025));
        Assert.Empty(MemberUnits.PeriodsOf(service, Catalogue.Standard, 2025));
    }

    [Fact]
    public void What_was_confirmed_is_to_be_confirmed_again_once_a_figure_changes_or_comes()
    {
        var before = Values.Add("ADS-03", "A", "2025-01", 20);
        var answer = Answer(Of(before, "A", Quarter(1)));

        Assert.Equal(UnitsState.ToConfirm, State(before, null));
        Assert.Equal(UnitsState.Confirmed, State(before, answer));
        Assert.Equal(UnitsState.Confirmed, State(Values.Add("ADS-03", "A", "2025-01", 20.00m), answer));
        Assert.Equal(UnitsState.ToConfirmAgain, State(Values.Add("ADS-03", "A", "2025-01", 21), answer));
        Assert.Equal(UnitsState.ToConfirmAgain, State(Values.Add("ADS-03", "A", "2025-01", 20).Add("ADS-03", "A", "2025-02", 0), answer));
        Assert.Equal(UnitsState.ToConfirmAgain, State(Values, answer));
    }

    [Fact]
    public void What_is_contested_stays_so_until_the_provider_corrects_or_maintains_it()
    {
        var values = Values.Add("ADS-03", "A", "2025-01", 20);
        var units = Of(values, "A", Quarter(1));
        var contested = Answer(units, UnitsVerdict.Contested);
        var maintained = UnitsAnswers.Maintain(contested, units, Reply("Les deux dossiers diffèrent.")).Value!;

        Assert.Equal(UnitsState.Contested, State(values, contested));
        Assert.Equal(UnitsState.Corrected, State(Values.Add("ADS-03", "A", "2025-01", 18), contested));
        Assert.Equal(UnitsState.Maintained, State(values, maintained));
        Assert.Equal(UnitsState.Corrected, State(Values.Add("ADS-03", "A", "2025-01", 18), maintained));
        Assert.All(
            [UnitsState.Corrected, UnitsState.Maintained, UnitsState.ToConfirm, UnitsState.ToConfirmAgain], state => Assert.True(state.AsksMember()));
    }

    [Fact]
    public void The_provider_maintains_once_what_is_contested_and_nothing_else()
    {
        var units = Of(Values.Add("ADS-03", "A", "2025-01", 20), "A", Quarter(1));
        var contested = Answer(units, UnitsVerdict.Contested);
        var maintained = UnitsAnswers.Maintain(contested, units, Reply("Oui.")).Value!;
        var corrected = Of(Values.Add("ADS-03", "A", "2025-01", 18), "A", Quarter(1));

        Assert.Same(maintained, UnitsAnswers.Maintain(maintained, units, Reply("Oui.")).Value);
        Assert.Equal("units.replied", Assert.Single(UnitsAnswers.Maintain(maintained, units, Reply("Non.")).Problems).Code);
        Assert.All(
            [UnitsAnswers.Maintain(null, units, Reply("Oui.")), UnitsAnswers.Maintain(Answer(units), units, Reply("Oui.")), UnitsAnswers.Maintain(contested, corrected, Reply("Oui."))],
            outcome => Assert.Equal("units.notContested", Assert.Single(outcome.Problems).Code));
    }

    [Fact]
    public void Only_what_was_read_is_answered()
    {
        var units = Of(Values.Add("ADS-03", "A", "2025-01", 20), "A", Quarter(1));

        Assert.Null(UnitsAnswers.WhyNot(Answer(units), units));
        Assert.Equal("units.changed", UnitsAnswers.WhyNot(Answer(units) with { Figures = [.. units.Figures.Skip(1)] }, units)!.Code);
    }

    [Fact]
    public void A_year_stands_where_its_periods_that_are_over_stand()
    {
        var values = Values.AddYear("ADS-03", "A", 2025, 3).Add("ADS-03", "B", "2025-04", 2);
        var first = Of(values, "A", Quarter(1));
        string[] Standing(DateOnly on) =>
            [.. UnitsStanding.Of(values.Book, Service, Catalogue.Standard, Community.Members, [Answer(first)], 2025, on)
                .Select(s => $"{s.Units.Member.Name} {s.Units.Period} {s.State}")];

        Assert.Equal(
            ["A 2025-Q1 Confirmed", "A 2025-Q2 ToConfirm", "A 2025-Q3 ToConfirm", "A 2025-Q4 ToConfirm", "B 2025-Q2 ToConfirm"], Standing(After));
        Assert.Equal(["A 2025-Q1 Confirmed"], Standing(new DateOnly(2025, 6, 30)));
        Assert.Empty(Standing(new DateOnly(2025, 3, 31)));
    }

    private static UnitsState State(GivenValues values, UnitsAnswer? answer) => UnitsStates.Of(Of(values, "A", Quarter(1)), answer);

    private static UnitsReply Reply(string words) => new(words, new DateTimeOffset(2026, 2, 1, 9, 0, 0, TimeSpan.Zero));
}
