using Evaluation.Core.Aggregation;
using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Criteria;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Reports;
using Evaluation.Core.Reports.Charts;
using Evaluation.Core.Statistics;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Assessments;

/// <summary>A missing value is not zero: it makes no series fall, fails no target, and makes no member a stranger.</summary>
public sealed class MissingValueTests
{
    private static readonly string[] Names = ["A", "B", "C", "D", "E", "F"];
    private static readonly ReportEdition Edition = new(1, "", GivenDossier.SpringAfter);

    private readonly Community _community = GivenCommunity.Of(Names);
    private readonly GivenValues _values;

    public MissingValueTests() => _values = new GivenValues(_community);

    [Fact]
    public void A_member_that_sends_nothing_in_two_months_does_not_make_the_series_fall()
    {
        FillButTheLastMonthsOfF("ADS-01", 2);

        var evaluation = Evaluate(Following("ADS-01"));
        var result = evaluation.Find("ADS-01")!;
        var figure = AnnualReport.Of(evaluation, Edition).Activity.Course!;

        Assert.Equal([12m, 10m, 10m], result.Series.Skip(9).Select(p => p.Value!.Value));
        Assert.Equal([false, true, true], result.Series.Skip(9).Select(p => p.IsPartial));
        Assert.Equal(TrendLabel.Stable, result.Trend!.Trend!.Label);
        Assert.Equal((0m, 22, 6), (result.Trend.Trend.Slope, result.Trend.Trend.Points, result.Trend.Members));
        Assert.Equal([null, null], figure.Drawing().Current.Points.Skip(10).Select(p => p.Value));
        Assert.Contains("Même valeur\u00A0: janvier, février, mars, avril et 6\u00A0autres, 12", figure.Drawing().Description, StringComparison.Ordinal);
        Assert.Contains("sans point\u00A0: valeur partielle", figure.UnitLine, StringComparison.Ordinal);
    }

    [Fact]
    public void The_months_of_two_years_are_compared_on_the_members_of_both()
    {
        FillButTheLastMonthsOfF("ADS-01", 2);

        var december = Evaluate(Following("ADS-01")).Find("ADS-01")!.Series[11];

        Assert.Equal((10m, 12m), (december.Value, december.Previous));
        Assert.Equal((10m, 10m), (december.Comparison!.Current, december.Comparison.Previous));
    }

    [Fact]
    public void A_member_that_joins_makes_no_trend()
    {
        var service = new GivenMutualisation(_community).Following("ADS-01");
        foreach (var name in Names)
        {
            service.Joined(name, name == "F" ? "2025-07-01" : "2020-01-01");
            _values.AddYear("ADS-01", name, 2024, 2).AddYear("ADS-01", name, 2025, 2);
        }

        var result = Evaluate(service.Read()).Find("ADS-01")!;

        Assert.Equal([10m, 12m], [result.Series[5].Value!.Value, result.Series[6].Value!.Value]);
        Assert.Equal((0m, 5), (result.Trend!.Trend!.Slope, result.Trend.Members));
    }

    [Fact]
    public void A_member_that_never_sent_anything_leaves_the_trend_of_the_others()
    {
        foreach (var name in Names.SkipLast(1))
        {
            _values.AddYear("ADS-01", name, 2024, 2).AddYear("ADS-01", name, 2025, 2);
        }

        Assert.Equal((24, 5), (Evaluate(Following("ADS-01")).Find("ADS-01")!.Trend is { Trend: { } t, Members: { } m } ? (t.Points, m) : default));
    }

    [Fact]
    public void A_unit_cost_has_no_trend_over_members_that_come_and_go()
    {
        // exercised by quarter: mutual posts over a stock of posts, the one of the service, the other of the members
        var perimeter = new ConstantPerimeter(
            GivenDossier.Of(_community, new GivenMutualisation(_community).Joined("A", "2020-01-01").Joined("B", "2025-04-01").Following("ADS-01").Read()),
            new IndicatorAggregation(_values.Book, Following("ADS-01"), Catalogue.Standard));

        Assert.False(perimeter.IsEveryone);
        Assert.Equal(TrendObstacle.Perimeter, perimeter.TrendOf(Catalogue.Standard["ADS-14"], isOfServiceOverMembers: true).Obstacle);
    }

    [Theory]
    [InlineData(100, 4, TargetStatus.Reached)] // 96 complaints in four quarters, at most 100
    [InlineData(100, 3, TargetStatus.NotConclusive)] // the last quarter could still exceed it
    [InlineData(60, 3, TargetStatus.Missed)] // 72: it is exceeded whatever comes
    public void A_sum_is_judged_only_when_no_missing_value_could_change_it(int atMost, int quarters, TargetStatus expected)
    {
        foreach (var name in Names)
        {
            foreach (var quarter in Enumerable.Range(1, quarters))
            {
                _values.Add("TRV-11", name, $"2025-Q{quarter}", 4);
            }
        }

        var dossier = GivenDossier.Of(_community, GivenMutualisation.WithEveryone(_community).Aiming("TRV-11", atMost).Read(), _values);
        var result = AnnualEvaluation.Of(quarters == 4 ? dossier : dossier with { AsOf = new DateOnly(2025, 12, 1) }).Find("TRV-11")!;

        Assert.Equal(expected, result.Status);
        Assert.Equal(quarters < 4, result.IsPartial);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)] // one value of 36: 2.8 %
    [InlineData(28)] // 77.8 %
    public void Below_eighty_percent_no_criterion_concludes_whatever_the_registers_say(int known)
    {
        var asOf = new DateOnly(2025, 7, 11);
        foreach (var (name, month) in Names.SelectMany(n => Enumerable.Range(1, 6), (n, m) => (n, m)).Take(known))
        {
            _values.Add("ADS-01", name, $"2025-0{month}", 3);
        }

        var evaluation = AnnualEvaluation.Of(GivenDossier.Of(_community, Following("ADS-01"), _values, GivenDossier.Actual(2025, 100)) with { AsOf = asOf });

        Assert.All(evaluation.Criteria, c => Assert.Equal((Verdict.NonEvaluable, Confidence.Faible), (c.Verdict, c.Confidence)));
        Assert.Null(evaluation.Proposal.Kind);
        Assert.Equal(Judgement.Manquant, Fact(evaluation, "usage").Judgement);
    }

    [Fact]
    public void Before_the_first_deadline_nothing_is_concluded() => Assert.All(
        AnnualEvaluation.Of(GivenDossier.Of(_community, Following("ADS-01"), _values) with { AsOf = new DateOnly(2025, 2, 3) }).Criteria,
        c => Assert.Equal(Verdict.NonEvaluable, c.Verdict));

    [Fact]
    public void A_part_that_is_known_does_not_make_up_for_the_other()
    {
        // all of the denominator and 60 % of the numerator: 80 % together
        foreach (var name in Names)
        {
            _values.AddYear("ADS-02", name, 2025, 10);
        }

        foreach (var (name, month) in Names.SelectMany(n => Enumerable.Range(1, 12), (n, m) => (n, m)).Take(44))
        {
            _values.Add("ADS-05", name, $"2025-{month:D2}", 10);
        }

        var evaluation = Evaluate(Following("ADS-06"));

        Assert.Equal(TargetStatus.NotConclusive, evaluation.Find("ADS-06")!.Status);
        Assert.Equal(Judgement.Manquant, Fact(evaluation, "ADS-06").Judgement);
    }

    [Fact]
    public void A_change_over_a_small_part_of_the_values_is_shown_and_not_judged()
    {
        _values.AddYear("TRV-11", "A", 2024, 6);
        foreach (var name in Names)
        {
            _values.AddYear("TRV-11", name, 2025, 3);
        }

        var evaluation = Evaluate(Following("TRV-11"));

        Assert.Equal((12m, 24m), (evaluation.Find("TRV-11")!.Comparison!.Current, evaluation.Find("TRV-11")!.Comparison!.Previous));
        Assert.Equal(Judgement.Manquant, Fact(evaluation, "TRV-11").Judgement);
    }

    [Fact]
    public void A_member_that_sent_nothing_is_no_member_without_use()
    {
        foreach (var name in Names.SkipLast(1))
        {
            _values.AddYear("ADS-01", name, 2025, 1);
        }

        var usage = Fact(Evaluate(Following("ADS-01")), "usage");

        Assert.Equal(Judgement.Favorable, usage.Judgement);
        Assert.StartsWith("5\u00A0membres ont utilisé le service dans l’année, sur 5 dont l’activité est connue", usage.Reading, StringComparison.Ordinal);
    }

    [Fact]
    public void The_total_of_which_a_member_lacks_is_not_shared_out_in_a_sentence()
    {
        FillButTheLastMonthsOfF("ADS-01", 2);

        var figure = AnnualReport.Of(Evaluate(Following("ADS-01")), Edition).Activity.ByMember!;

        Assert.Null(figure.Takeaway);
        Assert.Equal(new CommuneBar("F", null, "valeur partielle"), figure.Drawing().Rows[^1]);
    }

    private void FillButTheLastMonthsOfF(string code, decimal each)
    {
        foreach (var name in Names)
        {
            _values.AddYear(code, name, 2024, each);
            foreach (var month in Enumerable.Range(1, name == "F" ? 10 : 12))
            {
                _values.Add(code, name, $"2025-{month:D2}", each);
            }
        }
    }

    private Mutualisation Following(params string[] codes) => GivenMutualisation.WithEveryone(_community).Following(codes).Read();

    private AnnualEvaluation Evaluate(Mutualisation service) => AnnualEvaluation.Of(GivenDossier.Of(_community, service, _values));

    private static Evidence Fact(AnnualEvaluation evaluation, string code) =>
        evaluation.Criteria.SelectMany(c => c.Evidence).Single(e => e.Code == code);
}
