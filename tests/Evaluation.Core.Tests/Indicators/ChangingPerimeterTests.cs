using Evaluation.Core.Aggregation;
using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Keys;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Indicators;

/// <summary>Members come and go, values fail to come: what a total may then say.</summary>
public sealed class ChangingPerimeterTests
{
    private readonly Community _community = GivenCommunity.Of("A", "B");
    private readonly GivenValues _values;

    public ChangingPerimeterTests() => _values = new GivenValues(_community);

    [Theory]
    [InlineData("2025-06-30", 9, 9)] // left before the last day of June
    [InlineData("2025-07-01", 319, 9)] // 30 June is the last day
    [InlineData("2026-01-01", 319, 328)]
    public void Who_has_left_before_the_end_of_a_window_is_not_in_its_stock(string leftOn, int ofJune, int ofTheYear)
    {
        var service = new GivenMutualisation(_community, "DSI").Joined("A", "2020-01-01", leftOn).Joined("B", "2020-01-01").Read();
        _values.Add("DSI-06", "A", "2025-Q2", 310).Add("DSI-06", "B", "2025-Q2", 9).Add("DSI-06", "A", "2025-Q4", 319);

        Assert.Equal(ofJune, Over(service, "DSI-06", "2025-S1"));
        Assert.Equal(ofTheYear, Over(service, "DSI-06", "2025"));
    }

    [Fact]
    public void Who_left_and_came_back_is_in_the_stock_of_the_end()
    {
        var service = new GivenMutualisation(_community, "DSI")
            .Joined("A", "2020-01-01", "2025-02-10").Joined("A", "2025-11-03").Read();
        _values.Add("DSI-06", "A", "2025-Q1", 300).Add("DSI-06", "A", "2025-Q4", 310);

        Assert.Null(Over(service, "DSI-06", "2025-Q1"));
        Assert.Equal(310, Over(service, "DSI-06", "2025"));
    }

    [Fact]
    public void A_rate_of_states_counts_who_is_there_at_the_end()
    {
        var service = new GivenMutualisation(_community, "DSI")
            .Joined("A", "2020-01-01", "2025-05-01").Joined("B", "2020-01-01").Read();
        _values.Add("DSI-07", "A", "2025-Q1", 50).Add("DSI-06", "A", "2025-Q1", 100)
            .Add("DSI-07", "B", "2025-Q1", 9).Add("DSI-06", "B", "2025-Q1", 10);

        Assert.Equal(90, Over(service, "DSI-08", "2025"));
        Assert.Equal(59m / 110 * 100, Over(service, "DSI-08", "2025-Q1"));
    }

    [Fact]
    public void The_stock_of_who_left_is_known_for_the_time_of_its_membership()
    {
        var service = new GivenMutualisation(_community, "DSI").Joined("A", "2020-01-01", "2025-07-01").Read();
        _values.Add("DSI-06", "A", "2025-Q1", 300).Add("DSI-06", "A", "2025-Q2", 310).Add("DSI-06", "A", "2025-Q3", 999);
        var aggregation = new IndicatorAggregation(_values.Book, service, Catalogue.Standard);

        Assert.Equal(310, aggregation.WhileMember(
            Catalogue.Standard["DSI-06"], Exact.Span("2025"), _community.Named("A").Siren));
    }

    [Fact]
    public void A_cost_shared_by_stocks_still_charges_who_left_for_its_days()
    {
        var service = new GivenMutualisation(_community, "DSI").Joined("A", "2020-01-01", "2025-07-01").Joined("B", "2020-01-01")
            .SharedBy(new KeyCriterionDocument { Criterion = "indicator", Indicator = "DSI-06", Weight = 1 }).Read();
        _values.Add("DSI-06", "A", "2025-Q2", 300).Add("DSI-06", "B", "2025-Q4", 100);

        var shares = AnnualEvaluation.Of(GivenDossier.Of(_community, service, _values, GivenDossier.Actual(2025, 400)))
            .Allocation.Allocation!.Shares;

        // 300 × 181 days against 100 × 365 days
        Assert.Equal([239.21m, 160.79m], shares.Select(s => s.Amount));
    }

    [Fact]
    public void A_unit_cost_asks_for_the_units_of_every_member()
    {
        var everyone = GivenMutualisation.WithEveryone(_community).Read();
        _values.Add("TRV-01", null, "2025", 120_000).AddYear("ADS-03", "A", 2025, 10);

        Assert.Null(Over(everyone, "ADS-14", "2025"));

        foreach (var month in Period.InYear(2025, Periodicity.Monthly).Skip(1))
        {
            _values.Add("ADS-03", "B", month.ToString(), 0);
        }

        Assert.Null(Over(everyone, "ADS-14", "2025"));

        _values.Add("ADS-03", "B", "2025-01", 0);
        Assert.Equal(1_000, Over(everyone, "ADS-14", "2025"));
    }

    [Fact]
    public void Months_before_a_membership_are_no_missing_units()
    {
        var service = new GivenMutualisation(_community).Joined("A", "2020-01-01").Joined("B", "2025-12-01").Read();
        _values.Add("TRV-01", null, "2025", 130_000).AddYear("ADS-03", "A", 2025, 10).Add("ADS-03", "B", "2025-12", 10);

        Assert.Equal(1_000, Over(service, "ADS-14", "2025"));
    }

    [Fact]
    public void A_unit_cost_by_stock_asks_for_one_value_of_each_member_of_the_end()
    {
        var everyone = GivenMutualisation.WithEveryone(_community, "DSI").Read();
        _values.Add("TRV-01", null, "2025", 485_000).Add("DSI-06", "A", "2025-Q2", 700);

        Assert.Null(Over(everyone, "DSI-10", "2025"));

        _values.Add("DSI-06", "B", "2025-Q4", 270);
        Assert.Equal(500, Over(everyone, "DSI-10", "2025"));
    }

    [Fact]
    public void Unit_costs_of_two_years_are_compared_only_when_both_know_all_their_units()
    {
        var service = GivenMutualisation.WithEveryone(_community).Following("ADS-14").Read();
        var costs = new[] { GivenDossier.Actual(2024, 240_000), GivenDossier.Actual(2025, 480_000) };
        _values.AddYear("ADS-03", "A", 2024, 10).AddYear("ADS-03", "B", 2024, 10)
            .AddYear("ADS-03", "A", 2025, 10).Add("ADS-03", "B", "2025-01", 120);

        var partial = AnnualEvaluation.Of(GivenDossier.Of(_community, service, _values, costs)).Find("ADS-14")!;
        _values.AddYear("ADS-03", "B", 2025, 10);
        var whole = AnnualEvaluation.Of(GivenDossier.Of(_community, service, _values, costs)).Find("ADS-14")!;

        Assert.Equal((null, 1_000m), (partial.Value, partial.Previous));
        Assert.Null(partial.Comparison);
        Assert.Equal(new Comparison(2_000, 1_000), whole.Comparison);
    }

    [Fact]
    public void Stocks_of_two_years_are_compared_on_who_is_there_at_the_end_of_both()
    {
        var service = new GivenMutualisation(_community, "DSI")
            .Joined("A", "2020-01-01", "2025-07-01").Joined("B", "2020-01-01").Following("DSI-06").Read();
        foreach (var year in new[] { 2024, 2025 })
        {
            _values.AddYear("DSI-06", "A", year, 300).AddYear("DSI-06", "B", year, 100);
        }

        var result = AnnualEvaluation.Of(GivenDossier.Of(_community, service, _values)).Find("DSI-06")!;

        Assert.Equal((100m, 400m), (result.Value, result.Previous));
        Assert.Equal(new Comparison(100, 100), result.Comparison);
    }

    [Fact]
    public void The_first_year_accepted_is_evaluated_without_a_year_before()
    {
        var service = new GivenMutualisation(_community).Joined("A", "1999-01-01").Following("ADS-01", "TRV-03").Read();
        _values.AddYear("ADS-01", "A", 2000, 5);

        var evaluation = AnnualEvaluation.Of(GivenDossier.Of(_community, service, _values, GivenDossier.Actual(2000, 10)) with { Year = 2000 });

        Assert.Equal(60, evaluation.Find("ADS-01")!.Value);
        Assert.Null(evaluation.Find("ADS-01")!.Previous);
        Assert.Null(evaluation.Find("ADS-01")!.Comparison);
    }

    private decimal? Over(Mutualisation mutualisation, string code, string window) =>
        new IndicatorAggregation(_values.Book, mutualisation, Catalogue.Standard).Over(
            Catalogue.Standard[code], Exact.Span(window), [.. _community.Members.Select(m => m.Siren)]);
}
