using Evaluation.Core.Aggregation;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Indicators;

public sealed class IndicatorAggregationTests
{
    private readonly Community _community = GivenCommunity.Of("A", "B", "C");
    private readonly GivenValues _values;
    private readonly GivenMutualisation _everyone;

    public IndicatorAggregationTests()
    {
        _values = new GivenValues(_community);
        _everyone = GivenMutualisation.WithEveryone(_community);
    }

    [Fact]
    public void A_sum_adds_periods_and_members()
    {
        _values.Add("ADS-01", "A", "2025-01", 12).Add("ADS-01", "A", "2025-02", 13).Add("ADS-01", "B", "2025-02", 5)
            .Add("ADS-01", "A", "2024-12", 100);

        Assert.Equal(30, Over("ADS-01", "2025"));
        Assert.Equal(18, Over("ADS-01", "2025-02"));
        Assert.Equal(25, Over("ADS-01", "2025-Q1", "A"));
    }

    [Fact]
    public void Nothing_known_is_no_value_and_zero_is_a_value()
    {
        _values.Add("ADS-01", "B", "2025-01", 0);

        Assert.Null(Over("ADS-01", "2025", "A"));
        Assert.Equal(0, Over("ADS-01", "2025", "B"));
    }

    [Fact]
    public void The_last_known_value_of_each_member_counts()
    {
        _values.Add("DSI-06", "A", "2025-Q1", 310).Add("DSI-06", "A", "2025-Q3", 318)
            .Add("DSI-06", "B", "2025-Q2", 9);

        Assert.Equal(327, Over("DSI-06", "2025"));
        Assert.Equal(319, Over("DSI-06", "2025-S1"));
        Assert.Equal(318, Over("DSI-06", "2025-Q3"));
    }

    [Fact]
    public void An_average_is_weighted_where_weights_are_known()
    {
        // mean payment delay, weighted by the number of invoices
        _values.Add("FIN-03", "A", "2025-01", 30).Add("FIN-05", "A", "2025-01", 10)
            .Add("FIN-03", "B", "2025-01", 60).Add("FIN-05", "B", "2025-01", 20);

        Assert.Equal(50, Over("FIN-03", "2025"));

        _values.Add("FIN-03", "C", "2025-01", 1_000);
        Assert.Equal(50, Over("FIN-03", "2025"));
        Assert.Equal(1_000, Over("FIN-03", "2025", "C"));

        _values.Add("FIN-05", "C", "2025-01", 0);
        Assert.Equal(50, Over("FIN-03", "2025"));
    }

    [Fact]
    public void An_average_without_weights_is_the_simple_mean()
    {
        _values.Add("DSI-05", null, "2025-01", 99).Add("DSI-05", null, "2025-02", 100);

        Assert.Equal(99.5m, Over("DSI-05", "2025"));
        Assert.Null(Over("DSI-05", "2024"));
    }

    [Fact]
    public void The_rate_of_several_is_not_the_mean_of_their_rates()
    {
        _values.Add("ADS-05", "A", "2025-01", 480).Add("ADS-02", "A", "2025-01", 500)
            .Add("ADS-05", "B", "2025-01", 9).Add("ADS-02", "B", "2025-01", 20);

        Assert.Equal(96.0m, Over("ADS-06", "2025", "A"));
        Assert.Equal(45.0m, Over("ADS-06", "2025", "B"));
        Assert.Equal(94.0m, Rounded(Over("ADS-06", "2025")));
    }

    [Fact]
    public void A_zero_denominator_gives_no_value()
    {
        _values.Add("ADS-05", "A", "2025-01", 0).Add("ADS-02", "A", "2025-01", 0);

        Assert.Null(Over("ADS-06", "2025"));

        _values.Add("ADS-05", "B", "2025-01", 0).Add("ADS-02", "B", "2025-01", 3);
        Assert.Equal(0, Over("ADS-06", "2025"));
    }

    [Fact]
    public void A_half_without_its_other_half_is_left_out()
    {
        _values.Add("ADS-05", "A", "2025-01", 480).Add("ADS-02", "A", "2025-01", 500)
            .Add("ADS-05", "A", "2025-02", 7)
            .Add("ADS-02", "B", "2025-01", 900);

        Assert.Equal(96.0m, Over("ADS-06", "2025"));
        Assert.Null(Over("ADS-06", "2025", "B"));
        Assert.Null(Over("ADS-06", "2025-02"));
    }

    [Fact]
    public void A_quarterly_part_meets_only_quarters_whose_months_are_all_known()
    {
        // ADS-10 = ADS-13, quarterly, over ADS-01, monthly
        _values.Add("ADS-13", "A", "2025-Q1", 6).Add("ADS-13", "A", "2025-Q2", 10)
            .Add("ADS-01", "A", "2025-01", 10).Add("ADS-01", "A", "2025-02", 10).Add("ADS-01", "A", "2025-03", 10)
            .Add("ADS-01", "A", "2025-04", 10).Add("ADS-01", "A", "2025-05", 10);

        Assert.Equal(20.0m, Over("ADS-10", "2025-Q1"));
        Assert.Null(Over("ADS-10", "2025-Q2"));
        Assert.Equal(20.0m, Over("ADS-10", "2025"));
        Assert.Null(Over("ADS-10", "2025-01"));
    }

    [Fact]
    public void Months_outside_a_membership_are_not_missing()
    {
        var joinedInMarch = new GivenMutualisation(_community).Joined("A", "2025-03-10");
        _values.Add("ADS-13", "A", "2025-Q1", 6).Add("ADS-01", "A", "2025-03", 10);

        Assert.Equal(60.0m, Over(joinedInMarch.Read(), "ADS-10", "2025-Q1"));
    }

    [Fact]
    public void A_quarterly_ratio_of_monthly_parts_pairs_month_by_month()
    {
        _values.Add("JEU-02", "A", "2025-01", 80).Add("JEU-03", "A", "2025-01", 100)
            .Add("JEU-02", "A", "2025-02", 60).Add("JEU-03", "A", "2025-02", 100)
            .Add("JEU-02", "A", "2025-03", 99);

        Assert.Equal(70.0m, Over("JEU-04", "2025-Q1"));
    }

    [Fact]
    public void A_ratio_of_states_is_that_of_the_last_period_both_know()
    {
        _values.Add("DSI-07", "A", "2025-Q1", 90).Add("DSI-06", "A", "2025-Q1", 100)
            .Add("DSI-07", "A", "2025-Q2", 99).Add("DSI-06", "A", "2025-Q2", 110)
            .Add("DSI-06", "A", "2025-Q3", 500)
            .Add("DSI-07", "B", "2025-Q1", 10).Add("DSI-06", "B", "2025-Q1", 10);

        Assert.Equal(109m / 120 * 100, Over("DSI-08", "2025"));
    }

    [Fact]
    public void A_service_value_over_member_values_divides_their_totals()
    {
        // unit cost: 485 000 € over 1 074 weighted acts
        _values.Add("TRV-01", null, "2025", 485_000)
            .AddYear("ADS-03", "A", 2025, 51.4m).AddYear("ADS-03", "B", 2025, 27.9m).AddYear("ADS-03", "C", 2025, 10.2m);

        Assert.Equal(451.5829m, decimal.Round(Over("ADS-14", "2025")!.Value, 4));
    }

    [Fact]
    public void Values_outside_a_membership_do_not_count()
    {
        var mutualisation = new GivenMutualisation(_community).Joined("A", "2025-02-15", "2025-04-01").Joined("B", "2020-01-01").Read();
        _values.AddYear("ADS-01", "A", 2025, 1).AddYear("ADS-01", "B", 2025, 10);

        Assert.Equal(122, Over(mutualisation, "ADS-01", "2025"));
        Assert.Equal(10, Over(mutualisation, "ADS-01", "2025-04"));
        Assert.Equal(11, Over(mutualisation, "ADS-01", "2025-02"));
    }

    [Fact]
    public void A_window_shorter_than_the_indicator_has_no_value()
    {
        _values.Add("ARC-01", "A", "2025", 12).Add("DSI-06", "A", "2025-Q1", 1);

        Assert.Null(Over("ARC-01", "2025-S1"));
        Assert.Null(Over("DSI-06", "2025-01"));
    }

    [Fact]
    public void A_later_value_of_the_same_place_replaces_the_earlier_one()
    {
        _values.Add("ADS-01", "A", "2025-01", 12).Add("ADS-01", "A", "2025-01", 15);

        Assert.Equal(15, Over("ADS-01", "2025"));
        Assert.Single(_values.Book.All);
    }

    private static decimal Rounded(decimal? value) => decimal.Round(value!.Value, 1, MidpointRounding.AwayFromZero);

    private decimal? Over(string code, string window, params string[] members) =>
        Over(_everyone.Read(), code, window, members);

    private decimal? Over(Mutualisation mutualisation, string code, string window, params string[] members) =>
        new IndicatorAggregation(_values.Book, mutualisation, Catalogue.Standard).Over(
            Catalogue.Standard[code],
            Exact.Span(window),
            [.. _community.Members.Where(m => members.Length == 0 || members.Contains(m.Name)).Select(m => m.Siren)]);
}
