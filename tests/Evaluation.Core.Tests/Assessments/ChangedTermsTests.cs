using Evaluation.Core.Assessments;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Keys;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Reports;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Assessments;

/// <summary>What amendments of the year do to amounts: terms are applied once, over the year.</summary>
public sealed class ChangedTermsTests
{
    private static readonly AllocationDocument Equal = new() { Criteria = [new() { Criterion = "equal", Weight = 1 }] };
    private static readonly AllocationDocument ByTours = new()
    {
        Criteria = [new() { Criterion = "indicator", Indicator = "DEN-02", Weight = 1 }],
    };

    private readonly Community _community = GivenCommunity.Of("A", "B", "C");
    private readonly GivenValues _values;

    public ChangedTermsTests() => _values = new GivenValues(_community);

    [Theory]
    [InlineData(1_000, 3_000)]
    [InlineData(500, 1_500)]
    public void A_ceiling_written_again_binds_the_year(int ceiling, int cost)
    {
        var key = Equal with { Ceiling = ceiling };
        var service = Everyone().SharedAs(key).Amended("2025-02-01", key).Amended("2025-04-01", key).Read();

        Assert.Equal([ceiling, ceiling, ceiling], Amounts(service, cost));
    }

    [Fact]
    public void A_ceiling_binds_the_year_though_the_criteria_change()
    {
        var byPopulation = Equal with { Criteria = [new() { Criterion = "population", Weight = 1 }], Ceiling = 500 };
        var service = Everyone().SharedAs(Equal with { Ceiling = 500 }).Amended("2025-07-01", byPopulation).Read();

        Assert.Equal([500m, 500m, 500m], Amounts(service, 1_500));
    }

    [Fact]
    public void A_lump_sum_written_again_is_owed_once()
    {
        var key = new AllocationDocument { Method = "lumpSum", LumpSum = 1_000 };
        var service = Everyone().SharedAs(key).Amended("2025-02-01", key).Amended("2025-04-01", key).Read();
        var byMember = Everyone().SharedAs(key)
            .Amended("2025-02-01", key with { LumpSums = new Dictionary<string, decimal> { [GivenCommunity.SirenOf(1)] = 1_000 } }).Read();

        Assert.Equal([1_000m, 1_000m, 1_000m], Amounts(service, 5_000));
        Assert.Equal([1_000m, 1_000m, 1_000m], Amounts(byMember, 5_000));
    }

    [Fact]
    public void A_seasonal_key_shares_the_year_though_its_floor_changes_in_spring()
    {
        AddTours();
        var service = new GivenMutualisation(_community, "DEN").Joined("A", "2020-01-01").Joined("B", "2020-01-01")
            .SharedAs(ByTours).Amended("2025-05-01", ByTours with { Floor = 10 }).Read();

        Assert.Equal([750m, 250m], Amounts(service, 1_000));
    }

    [Theory]
    [InlineData("growth", 750, 250)]
    [InlineData("franchise", 767.99, 232.01)]
    [InlineData("solidarity", 750, 250)]
    [InlineData("capacity", 750, 250)]
    public void A_seasonal_key_shares_the_year_whatever_term_changes(string term, decimal first, decimal second)
    {
        AddTours();
        var changed = term switch
        {
            "growth" => ByTours with { GrowthCap = 0.05m },
            "franchise" => ByTours with { FranchiseUnits = 1 },
            "solidarity" => ByTours with { Solidarity = new() { PopulationBelow = 500, Discount = 0.5m } },
            _ => ByTours with { Capacity = new() { Units = 10, BornBy = "members" } },
        };
        var before = term == "capacity" ? ByTours with { Capacity = new() { Units = 20, BornBy = "members" } } : ByTours;
        var service = new GivenMutualisation(_community, "DEN").Joined("A", "2020-01-01").Joined("B", "2020-01-01")
            .SharedAs(before).Amended("2025-05-01", changed).Read();

        // A franchise of one tour for 245 days of 365: 14.3288 against 4.3288 tours.
        Assert.Equal([first, second], Amounts(service, 1_000));
    }

    [Fact]
    public void A_limit_of_some_days_counts_for_those_days()
    {
        // From 1 July (184 days of 365) the ceiling is 365 a year: 181 + 184 at most for A, B and C bear the rest.
        _values.AddYear("ADS-03", "A", 2025, 2).AddYear("ADS-03", "B", 2025, 1).AddYear("ADS-03", "C", 2025, 1);
        AllocationDocument ByActs(decimal? ceiling) => new()
        {
            Criteria = [new() { Criterion = "indicator", Indicator = "ADS-03", Weight = 1 }],
            Ceiling = ceiling,
        };
        var halves = Everyone().SharedAs(ByActs(300)).Amended("2025-07-01", ByActs(665)).Read();
        var later = Everyone().SharedAs(ByActs(null)).Amended("2025-07-01", ByActs(365)).Read();

        // 300 × 181 ÷ 365 + 665 × 184 ÷ 365 = 484.00; then 500 × 181 ÷ 365 + 365 × 184 ÷ 365 = 431.95.
        Assert.Equal([484m, 258m, 258m], Amounts(halves, 1_000));
        Assert.Equal([431.95m, 284.03m, 284.02m], Amounts(later, 1_000));
    }

    [Fact]
    public void A_change_of_terms_is_told_with_its_day()
    {
        var service = Everyone().SharedAs(Equal).Amended("2025-05-01", Equal with { Floor = 10 }).Read();

        var split = SplitSections.Of(AnnualEvaluation.Of(GivenDossier.Of(_community, service, _values, GivenDossier.Actual(2025, 300))));

        Assert.Empty(split.Spans);
        Assert.Contains(split.Notes, n => n.StartsWith(
            Typography.Fix("Des conditions de la clé ont changé le 1er mai 2025"), StringComparison.Ordinal));
    }

    [Fact]
    public void Days_without_units_are_named()
    {
        AddTours();
        var service = new GivenMutualisation(_community, "DEN").Joined("A", "2020-01-01").Joined("B", "2020-01-01")
            .SharedAs(Equal).Amended("2025-05-01", ByTours).Amended("2025-11-01", Equal).Read();

        var evaluation = AnnualEvaluation.Of(GivenDossier.Of(_community, service, _values, GivenDossier.Actual(2025, 1_000)));

        Assert.Equal(AllocationObstacle.NoUnits, evaluation.Allocation.Obstacle);
        Assert.Equal(new ObstacleDays(new DateOnly(2025, 5, 1), new DateOnly(2025, 10, 31)), evaluation.Allocation.Days);
        Assert.Contains(
            Typography.Fix("du 1er mai 2025 au 31 octobre 2025"), SplitSections.Of(evaluation).Obstacle, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("equal", 500, 500)]
    [InlineData("population", 443.84, 556.16)]
    public void Days_without_units_are_shared_as_the_convention_says(string fallback, decimal first, decimal second)
    {
        AddTours();
        var service = new GivenMutualisation(_community, "DEN").Joined("A", "2020-01-01").Joined("B", "2020-01-01")
            .SharedAs(Equal).Amended("2025-05-01", ByTours with { WithoutUnits = fallback }).Amended("2025-09-01", Equal).Read();

        var evaluation = AnnualEvaluation.Of(GivenDossier.Of(_community, service, _values, GivenDossier.Actual(2025, 1_000)));

        // 123 days of 365, by parts of a half or of a third and two thirds.
        Assert.Equal([first, second], evaluation.Allocation.Allocation!.Shares.Select(s => s.Amount));
        Assert.Contains(SplitSections.Of(evaluation).Notes, n => n.Contains(
            Typography.Fix("du 1er mai 2025 au 31 août 2025 : la convention prévoit alors un partage"), StringComparison.Ordinal));
    }

    [Fact]
    public void Days_without_values_are_named()
    {
        var service = new GivenMutualisation(_community, "DEN").Joined("A", "2020-01-01").Joined("B", "2020-01-01")
            .SharedAs(Equal).Amended("2025-05-01", ByTours).Read();

        var evaluation = AnnualEvaluation.Of(GivenDossier.Of(_community, service, _values, GivenDossier.Actual(2025, 1_000)));

        Assert.Equal(AllocationObstacle.MissingUnits, evaluation.Allocation.Obstacle);
        Assert.Contains(
            Typography.Fix("du 1er mai 2025 au 31 décembre 2025"), SplitSections.Of(evaluation).Obstacle, StringComparison.Ordinal);
    }

    private void AddTours()
    {
        foreach (var (member, tours) in new[] { ("A", 15m), ("B", 5m) })
        {
            _values.AddYear("DEN-02", member, 2025, 0).Add("DEN-02", member, "2025-01", tours);
        }
    }

    private GivenMutualisation Everyone() => GivenMutualisation.WithEveryone(_community);

    private IReadOnlyList<decimal> Amounts(Mutualisation service, decimal cost)
    {
        var outcome = AnnualEvaluation.Of(GivenDossier.Of(_community, service, _values, GivenDossier.Actual(2025, cost))).Allocation;
        Assert.Null(outcome.Obstacle);
        return [.. outcome.Allocation!.Shares.Select(s => s.Amount)];
    }
}
