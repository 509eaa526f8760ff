using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Indicators;
using Evaluation.Core.Keys;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Assessments;

public sealed class AnnualEvaluationTests
{
    private readonly Community _community = GivenCommunity.Of("A", "B", "C");
    private readonly GivenValues _values;

    public AnnualEvaluationTests() => _values = new GivenValues(_community);

    [Fact]
    public void Two_years_are_compared_on_what_both_have()
    {
        // B joins in July 2025 and C did not answer in 2025
        var mutualisation = new GivenMutualisation(_community)
            .Joined("A", "2020-01-01").Joined("B", "2025-07-01").Joined("C", "2020-01-01").Following("ADS-01").Read();
        _values.AddYear("ADS-01", "A", 2024, 10).AddYear("ADS-01", "A", 2025, 11)
            .AddYear("ADS-01", "B", 2025, 50)
            .AddYear("ADS-01", "C", 2024, 7);

        var result = Evaluate(mutualisation).Find("ADS-01")!;

        Assert.Equal((432m, 204m), (result.Value, result.Previous));
        Assert.Equal(new Comparison(132, 120) { IsConclusive = false }, result.Comparison); // half of what both years owe
        Assert.Equal(0.1m, result.Comparison!.Change);
    }

    [Fact]
    public void A_month_known_in_one_year_only_is_not_compared()
    {
        _values.Add("ADS-01", "A", "2024-01", 10).Add("ADS-01", "A", "2024-02", 90)
            .Add("ADS-01", "A", "2025-01", 12).Add("ADS-01", "A", "2025-03", 50);

        Assert.Equal(
            new Comparison(12, 10) { IsConclusive = false }, Evaluate(Following("ADS-01")).Find("ADS-01")!.Comparison);
    }

    [Fact]
    public void There_is_no_change_from_zero_and_no_comparison_with_nothing()
    {
        _values.Add("ADS-01", "A", "2024-01", 0).Add("ADS-01", "A", "2025-01", 12).Add("ADS-02", "A", "2025-01", 12);

        var evaluation = Evaluate(Following("ADS-01", "ADS-02"));

        Assert.Null(evaluation.Find("ADS-01")!.Comparison!.Change);
        Assert.Null(evaluation.Find("ADS-02")!.Comparison);
        Assert.Null(evaluation.Find("ADS-03"));
    }

    [Fact]
    public void A_status_agrees_with_the_figure_printed_beside_it()
    {
        // 94.96 % is printed 95.0 %, and the target is 95 %; 94.94 % is printed 94.9 %
        _values.AddYear("ADS-05", "A", 2025, 9_496).AddYear("ADS-02", "A", 2025, 10_000)
            .AddYear("ADS-05", "B", 2025, 9_494).AddYear("ADS-02", "B", 2025, 10_000)
            .AddYear("ADS-05", "C", 2025, 0).AddYear("ADS-02", "C", 2025, 0);

        var result = Evaluate(Following("ADS-06")).Find("ADS-06")!;

        Assert.Equal(
            [TargetStatus.Reached, TargetStatus.Close, TargetStatus.NotKnown], result.ByMember.Select(m => m.Status));
        Assert.Equal(TargetStatus.Reached, result.Status);
        Assert.Equal(94.95m, result.Value);
    }

    [Fact]
    public void A_figure_that_rests_on_a_provisional_part_is_provisional()
    {
        _values.Add("ADS-05", "A", "2025-01", 9).Add("ADS-02", "A", "2025-01", 10, ValueStatus.Provisional)
            .Add("ADS-05", "A", "2025-02", 9).Add("ADS-02", "A", "2025-02", 10);

        var series = Evaluate(Following("ADS-06")).Find("ADS-06")!.Series;

        Assert.Equal(12, series.Count);
        Assert.Equal([true, false, false], series.Take(3).Select(p => p.IsProvisional));
        Assert.Equal([90m, 90m, null], series.Take(3).Select(p => p.Value));
    }

    [Theory]
    // 19 of 21 communes in ADS, 11 of 21 in archives
    [InlineData(19, "90.5")]
    [InlineData(11, "52.4")]
    public void The_adhesion_rate_comes_from_the_memberships(int members, string rate)
    {
        var names = Enumerable.Range(1, 21).Select(i => $"Commune {i}").ToArray();
        var community = GivenCommunity.Of(names);
        var given = new GivenMutualisation(community).Following("TRV-03", "TRV-04", "TRV-05");
        foreach (var name in names.Take(members))
        {
            given.Joined(name, name == "Commune 1" ? "2025-09-01" : "2020-01-01");
        }

        var evaluation = AnnualEvaluation.Of(GivenDossier.Of(community, given.Read()));

        Assert.Equal(members, evaluation.Find("TRV-03")!.Value);
        Assert.Equal([members - 1, members], evaluation.Find("TRV-03")!.Series.Select(p => (int)p.Value!.Value));
        Assert.Equal(21, evaluation.Find("TRV-04")!.Value);
        Assert.Equal(Exact.Number(rate), decimal.Round(evaluation.Find("TRV-05")!.Value!.Value, 1));
    }

    [Fact]
    public void Costs_and_populations_give_the_cost_per_inhabitant()
    {
        var evaluation = Evaluate(Following("TRV-01", "TRV-06", "TRV-07"), GivenDossier.Actual(2025, 30_000), GivenDossier.Actual(2024, 24_000));

        Assert.Equal((30_000m, 24_000m), (evaluation.Find("TRV-01")!.Value, evaluation.Find("TRV-01")!.Previous));
        Assert.Equal(6_000, evaluation.Find("TRV-06")!.Value);
        Assert.Equal(5, evaluation.Find("TRV-07")!.Value);
        Assert.Equal(5, evaluation.Costs!.PerInhabitant);
        Assert.False(evaluation.Find("TRV-01")!.Series[0].IsProvisional);
    }

    [Fact]
    public void A_planned_cost_and_what_follows_from_it_are_provisional()
    {
        var mutualisation = GivenMutualisation.WithEveryone(_community)
            .Following("TRV-01", "TRV-12")
            .SharedBy(new KeyCriterionDocument { Criterion = "equal", Weight = 1 })
            .Read();

        var planned = Evaluate(mutualisation, GivenDossier.Forecast(2025, 300));
        var observed = Evaluate(mutualisation, GivenDossier.Actual(2025, 300));

        Assert.True(planned.Costs!.IsProvisional);
        Assert.All(["TRV-01", "TRV-12"], code => Assert.True(planned.Find(code)!.Series[0].IsProvisional));
        Assert.All(["TRV-01", "TRV-12"], code => Assert.False(observed.Find(code)!.Series[0].IsProvisional));
        Assert.Equal([100m, 100m, 100m], observed.Find("TRV-12")!.ByMember.Select(m => m.Value!.Value));
    }

    [Fact]
    public void What_was_observed_replaces_what_was_planned()
    {
        var year = new CostYear(2025, [.. GivenDossier.Forecast(2025, 300).Lines, .. GivenDossier.Actual(2025, 270).Lines]);

        var costs = Evaluate(Following(), year, GivenDossier.Actual(2024, 250)).Costs!;

        Assert.Equal((270m, 270m, 300m, 250m), (costs.Full, costs.Actual, costs.Forecast, costs.Previous));
        Assert.Equal(new CategoryCost(CostCategory.Personnel, 250, 300, 270), Assert.Single(costs.Categories));
        Assert.Null(Evaluate(Following(), GivenDossier.Actual(2024, 250)).Costs);
    }

    [Fact]
    public void Same_dossier_same_evaluation()
    {
        _values.AddYear("ADS-05", "A", 2025, 9).AddYear("ADS-02", "A", 2025, 10);

        var (once, twice) = (Evaluate(Following("ADS-06")), Evaluate(Following("ADS-06")));

        Assert.Equal(once.Find("ADS-06")!.Series, twice.Find("ADS-06")!.Series);
        Assert.Equal(once.Perimeter.Participants, twice.Perimeter.Participants);
    }

    private Mutualisation Following(params string[] codes) =>
        GivenMutualisation.WithEveryone(_community).Following(codes).Read();

    private AnnualEvaluation Evaluate(Mutualisation mutualisation, params CostYear[] costs) =>
        AnnualEvaluation.Of(GivenDossier.Of(_community, mutualisation, _values, costs));
}
