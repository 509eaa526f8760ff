using Evaluation.Core.Assessments;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Keys;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Assessments;

/// <summary>A state known at a date weighs for the days of its member (7.5 of the domain reference).</summary>
public sealed class StocksInKeysTests
{
    private static readonly AllocationDocument ByPosts = Split("DSI-06");

    private readonly Community _community = GivenCommunity.Of("A", "B", "C");
    private readonly GivenValues _values;

    public StocksInKeysTests() => _values = new GivenValues(_community);

    [Fact]
    public void A_member_of_december_owes_a_month_of_its_posts()
    {
        _values.AddYear("DSI-06", "A", 2025, 60).Add("DSI-06", "B", "2025-Q4", 60);

        // 60 × 365 days against 60 × 31 days
        Assert.Equal([921.72m, 78.28m], Amounts(Joined("2025-12-01").SharedAs(ByPosts).Read(), 1_000));
    }

    [Fact]
    public void A_member_that_left_in_july_owes_its_days_of_its_posts()
    {
        _values.AddYear("DSI-06", "A", 2025, 110).Add("DSI-06", "B", "2025-Q1", 60).Add("DSI-06", "B", "2025-Q2", 60)
            .AddYear("DSI-06", "C", 2025, 40);
        var service = new GivenMutualisation(_community, "DSI")
            .Joined("A", "2020-01-01").Joined("B", "2020-01-01", "2025-07-01").Joined("C", "2020-01-01").SharedAs(ByPosts).Read();

        // 110 × 365, 60 × 181, 40 × 365 of 65 610
        Assert.Equal([611.95m, 165.52m, 222.53m], Amounts(service, 1_000));
    }

    [Fact]
    public void A_mean_weighs_for_the_days_of_its_member_too()
    {
        _values.AddYear("CIR-02", "A", 2025, 6).Add("CIR-02", "B", "2025-12", 6);

        Assert.Equal(
            [921.72m, 78.28m], Amounts(Joined("2025-12-01").SharedAs(Split("CIR-02")).Read(), 1_000));
    }

    [Fact]
    public void What_adds_up_is_not_reduced()
    {
        _values.AddYear("DSI-01", "A", 2025, 5).Add("DSI-01", "B", "2025-12", 60);

        Assert.Equal([500m, 500m], Amounts(Joined("2025-12-01").SharedAs(Split("DSI-01")).Read(), 1_000));
    }

    [Theory]
    [InlineData("unitPrice")]
    [InlineData("perAct")]
    [InlineData("weightedIndicators")]
    public void Posts_are_billed_by_days_however_they_are_billed(string how)
    {
        _values.AddYear("DSI-06", "A", 2025, 60).Add("DSI-06", "B", "2025-Q4", 60);
        var key = how switch
        {
            "unitPrice" => ByPosts with { Method = "unitPrice" },
            "perAct" => new AllocationDocument { Method = "perAct", Prices = new Dictionary<string, decimal> { ["DSI-06"] = 10 } },
            _ => new AllocationDocument
            {
                Criteria = [new() { Criterion = how, Weight = 1, Weights = new Dictionary<string, decimal> { ["DSI-06"] = 2 } }],
            },
        };

        var allocation = Allocation(Joined("2025-12-01").SharedAs(key).Read(), 1_000);

        // A post costs 1 000 ÷ (60 × 396 ÷ 365) = 15.3620 a year; at 10 euros a year, a month of 60 posts is 50.96.
        IReadOnlyList<decimal> expected = how == "perAct" ? [600m, 50.96m] : [921.72m, 78.28m];
        Assert.Equal(expected, allocation.Shares.Select(s => s.Amount));
        Assert.Equal(how == "unitPrice" ? 15.3620m : how == "perAct" ? null : allocation.UnitCost, allocation.UnitCost);
        Assert.Equal(1_000m, allocation.Shares.Sum(s => s.Amount) + allocation.RoundingGap + allocation.ProviderPart);
    }

    [Fact]
    public void Free_posts_and_sized_posts_count_by_days_too()
    {
        _values.AddYear("DSI-06", "A", 2025, 60).Add("DSI-06", "B", "2025-Q4", 60);
        var franchise = Joined("2025-12-01").SharedAs(ByPosts with { FranchiseUnits = 50 }).Read();
        var sized = Joined("2025-12-01").SharedAs(ByPosts with { Capacity = new() { Units = 120, BornBy = "provider" } }).Read();

        // Ten posts each, by days; then 60 × 396 ÷ 365 posts used of 120.
        Assert.Equal([921.72m, 78.28m], Amounts(franchise, 1_000));
        Assert.Equal(457.53m, Allocation(sized, 1_000).ProviderPart);
    }

    [Fact]
    public void The_statement_lists_the_posts_that_the_key_counts()
    {
        _values.AddYear("DSI-06", "A", 2025, 73).Add("DSI-06", "B", "2025-Q4", 73);
        var service = Joined("2025-12-27").SharedAs(ByPosts with { Method = "unitPrice" }).Read();

        var statement = AnnualEvaluation.Of(GivenDossier.Of(_community, service, _values, GivenDossier.Actual(2025, 740))).Statement()!;

        // 73 posts for 5 days are one post for the year.
        Assert.Equal([73m, 1m], statement.Members.Select(m => m.Units));
        Assert.Equal(10m, statement.UnitCost);
        Assert.Equal([730m, 10m], statement.Members.Select(m => m.Share!.Amount));
    }

    [Fact]
    public void An_amendment_that_changes_nothing_changes_no_amount()
    {
        _values.Add("DSI-06", "A", "2025-Q1", 10).Add("DSI-06", "A", "2025-Q4", 60).Add("DSI-06", "B", "2025-Q4", 60);
        var plain = Joined("2025-12-01").SharedAs(ByPosts).Read();
        var silent = Joined("2025-12-01").SharedAs(ByPosts).Amended("2025-05-01", null).Read();
        var restated = Joined("2025-12-01").SharedAs(ByPosts).Amended("2025-05-01", ByPosts with { Method = "split" }).Read();

        Assert.Equal([921.72m, 78.28m], Amounts(plain, 1_000));
        Assert.Equal(Amounts(plain, 1_000), Amounts(silent, 1_000));
        Assert.Equal(Amounts(plain, 1_000), Amounts(restated, 1_000));
    }

    private GivenMutualisation Joined(string second) =>
        new GivenMutualisation(_community, "DSI").Joined("A", "2020-01-01").Joined("B", second);

    private static AllocationDocument Split(string indicator) =>
        new() { Criteria = [new KeyCriterionDocument { Criterion = "indicator", Indicator = indicator, Weight = 1 }] };

    private Allocation Allocation(Mutualisation service, decimal cost) =>
        AnnualEvaluation.Of(GivenDossier.Of(_community, service, _values, GivenDossier.Actual(2025, cost))).Allocation.Allocation!;

    private IReadOnlyList<decimal> Amounts(Mutualisation service, decimal cost) =>
        [.. Allocation(service, cost).Shares.Select(s => s.Amount)];
}
