using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;
using Evaluation.Core.Statistics;
using Evaluation.Core.Tests.Given;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Indicators.Statistics;

public sealed class TrendTests
{
    private static readonly IndicatorDefinition Requests = Catalogue.Standard["ADS-01"];

    [Theory]
    [InlineData("312 305 330 341 352 349", "9.6286", "331.50", "2.9", TrendLabel.Up)] // the worked figure
    [InlineData("349 352 341 330 305 312", "-9.6286", "331.50", "-2.9", TrendLabel.Down)]
    [InlineData("100 101 100 101", "0.2", "100.5", "0.2", TrendLabel.Up)] // 2.4 % a year
    [InlineData("7 7 7 7", "0", "7", "0", TrendLabel.Stable)]
    [InlineData("-10 -8 -6 -4", "2", "-7", "28.6", TrendLabel.Up)] // less negative is up
    [InlineData("10 - - 40 50 60", "10", "40", "25", TrendLabel.Up)] // what is missing keeps its place
    [InlineData("1000 1001.6 1003.2 1004.8", "1.6", "1002.4", "0.2", TrendLabel.Stable)] // 1.9 % a year
    [InlineData("1000 1001.7 1003.4 1005.1", "1.7", "1002.55", "0.2", TrendLabel.Up)] // 2.03 %
    public void The_line_closest_to_the_values_is_found(string values, string slope, string mean, string percent, TrendLabel label)
    {
        var trend = Of(Requests, values).Trend!;

        Assert.Equal(Exact.Number(slope), decimal.Round(trend.Slope, 4));
        Assert.Equal(Exact.Number(mean), trend.Mean);
        Assert.Equal(Exact.Number(percent), decimal.Round(trend.Rate!.Value * 100, 1, MidpointRounding.AwayFromZero));
        Assert.Equal(label, trend.Label);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1 2 3")]
    [InlineData("1 - 2 - 3 -")]
    public void Under_four_values_there_is_no_trend(string values) =>
        Assert.Equal(new TrendOutcome(null, TrendObstacle.TooFewPoints), Of(Requests, values));

    [Theory]
    [InlineData("-3 -1 1 3", TrendLabel.Up)]
    [InlineData("3 1 -1 -3", TrendLabel.Down)]
    [InlineData("0 0 0 0", TrendLabel.Stable)]
    public void A_mean_of_zero_gives_a_direction_and_no_rate(string values, TrendLabel label)
    {
        var trend = Of(Requests, values).Trend!;

        Assert.Null(trend.Rate);
        Assert.Equal(label, trend.Label);
    }

    [Theory]
    [InlineData("1 2 3 4", Direction.HigherIsBetter, TrendJudgement.Favourable)]
    [InlineData("4 3 2 1", Direction.HigherIsBetter, TrendJudgement.Unfavourable)]
    [InlineData("1 2 3 4", Direction.LowerIsBetter, TrendJudgement.Unfavourable)]
    [InlineData("4 3 2 1", Direction.LowerIsBetter, TrendJudgement.Favourable)]
    [InlineData("1 2 3 4", Direction.Neutral, TrendJudgement.None)]
    [InlineData("5 5 5 5", Direction.HigherIsBetter, TrendJudgement.None)]
    public void A_trend_is_judged_by_the_way_that_is_good(string values, Direction direction, TrendJudgement judgement) =>
        Assert.Equal(judgement, Of(Requests, values).Trend!.JudgedBy(direction));

    [Theory]
    [InlineData("DEN-01")]
    [InlineData("ESV-03")]
    public void A_seasonal_service_has_no_trend_within_the_year(string code)
    {
        Assert.Equal(TrendObstacle.Seasonal, Of(Catalogue.Standard[code], "1 2 3 4 5").Obstacle);
        Assert.NotNull(TrendOutcome.Of(Catalogue.Standard[code], Years(1, 2, 3, 4), Catalogue.Standard).Trend);
    }

    [Fact]
    public void Periods_that_are_left_out_keep_their_place_too()
    {
        var complete = Of(Requests, "10 - - 40 50 60");
        var sparse = TrendOutcome.Of(Requests, [.. Months("10 - - 40 50 60").Where(p => p.Value is not null)], Catalogue.Standard);

        Assert.Equal(complete, sparse);
    }

    [Fact]
    public void A_series_of_several_lengths_or_out_of_order_is_refused()
    {
        PeriodValue march = new(Exact.Span("2025-03"), 1);
        Assert.Throws<ArgumentException>(() => TrendOutcome.Of(Requests, [march, new(Exact.Span("2025"), 1)], Catalogue.Standard));
        Assert.Throws<ArgumentException>(() => TrendOutcome.Of(Requests, [march, march], Catalogue.Standard));
    }

    [Fact]
    public void Moving_a_series_up_leaves_its_slope_and_stretching_it_stretches_the_slope() => Properties.Hold(
        Gen.Choose(0, 1000).ListOf(8),
        numbers =>
        {
            decimal[] values = [.. numbers.Select(n => (decimal)n)];
            var slope = Slope(values);
            return Slope([.. values.Select(v => v + 17)]) == slope
                && Math.Abs(Slope([.. values.Select(v => v * 3)]) - (slope * 3)) < 0.000_000_001m
                && Math.Abs(Slope([.. values.Reverse()]) + slope) < 0.000_000_001m;
        });

    private static decimal Slope(decimal[] values) =>
        Trend.Of([.. values.Select((v, i) => new PeriodValue(Period.Of(2025, Periodicity.Monthly, i + 1), v))], 12)!.Slope;

    private static TrendOutcome Of(IndicatorDefinition definition, string values) =>
        TrendOutcome.Of(definition, Months(values), Catalogue.Standard);

    private static PeriodValue[] Months(string values) =>
        [.. values.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((v, i) =>
            new PeriodValue(Period.Of(2025, Periodicity.Monthly, i + 1), v == "-" ? null : Exact.Number(v)))];

    private static PeriodValue[] Years(params decimal[] values) =>
        [.. values.Select((v, i) => new PeriodValue(Period.OfYear(2020 + i), v))];
}
