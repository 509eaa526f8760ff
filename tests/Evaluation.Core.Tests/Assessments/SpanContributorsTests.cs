using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Keys;
using Evaluation.Core.Tests.Given;
using static Evaluation.Core.Tests.Costs.GivenContributors;

namespace Evaluation.Core.Tests.Assessments;

public sealed class SpanContributorsTests
{
    private static readonly DateOnly NewYear = new(2025, 1, 1);
    private static readonly DateOnly NextYear = new(2026, 1, 1);

    private readonly Community _community = GivenCommunity.Of("A", "B");
    private readonly GivenValues _values;

    public SpanContributorsTests() => _values = new GivenValues(_community);

    [Fact]
    public void Days_and_units_are_those_of_the_span()
    {
        _values.AddYear("ADS-01", "A", 2025, 31).AddYear("ADS-01", "B", 2025, 31);
        var key = Split(Units("ADS-01"));

        // Until 11 March: January, February and 10 days of 31 of March.
        var first = Of(new KeySpan(NewYear, new DateOnly(2025, 3, 11), key), joined: "2025-02-01");

        Assert.Equal([69, 38], first.Select(c => c.Days));
        Assert.Equal([72m, 41m], first.Select(c => c.Units["ADS-01"]));
    }

    [Fact]
    public void Spans_that_follow_each_other_make_the_year()
    {
        _values.AddYear("ADS-01", "A", 2025, 12.5m).AddYear("ADS-01", "B", 2025, 7);
        var change = new DateOnly(2025, 8, 17);
        var key = Split(Units("ADS-01"));

        var year = Of(new KeySpan(NewYear, NextYear, key));
        var parts = Of(new KeySpan(NewYear, change, key)).Zip(Of(new KeySpan(change, NextYear, key)));

        Assert.All(year.Zip(parts), pair =>
        {
            Assert.Equal(pair.First.Days, pair.Second.First.Days + pair.Second.Second.Days);
            Assert.Equal(pair.First.Units["ADS-01"], pair.Second.First.Units["ADS-01"] + pair.Second.Second.Units["ADS-01"], 5);
        });
    }

    [Fact]
    public void A_month_that_is_due_and_missing_in_the_span_is_no_value()
    {
        _values.Add("ADS-01", "A", "2025-01", 5).Add("ADS-01", "A", "2025-02", 5).Add("ADS-01", "B", "2025-01", 5);
        var key = Split(Units("ADS-01"));

        var first = Of(new KeySpan(NewYear, new DateOnly(2025, 3, 1), key));

        Assert.True(first[0].Units.ContainsKey("ADS-01"));
        Assert.False(first[1].Units.ContainsKey("ADS-01"));
    }

    [Fact]
    public void A_stock_is_the_last_one_known_in_the_span()
    {
        _values.Add("DSI-06", "A", "2025-Q1", 100).Add("DSI-06", "A", "2025-Q2", 110).Add("DSI-06", "A", "2025-Q3", 120);

        var first = Of(new KeySpan(NewYear, new DateOnly(2025, 7, 1), Split(Units("DSI-06"))));

        Assert.Equal(110, first[0].Units["DSI-06"]);
    }

    [Fact]
    public void A_new_member_is_in_its_first_calendar_year()
    {
        var key = Split(Equal()) with { ProgressiveEntry = [0.5m] };

        var members = Of(new KeySpan(NewYear, NextYear, key), joined: "2025-04-01");

        Assert.Equal([11, 1], members.Select(c => c.YearOfMembership));
    }

    [Fact]
    public void The_year_before_is_what_was_settled_else_its_allocation()
    {
        var (a, b) = (_community.Named("A").Siren, _community.Named("B").Siren);
        var service = GivenMutualisation.WithEveryone(_community)
            .SharedAs(new AllocationDocument { Criteria = [new KeyCriterionDocument { Criterion = "equal", Weight = 1 }], GrowthCap = 0.10m })
            .Read();
        var before = GivenDossier.Actual(2024, 200) with
        {
            Calls = [new FundsCall(a, 50, new DateOnly(2024, 6, 1), CallKind.Provisional), new FundsCall(a, 10, new DateOnly(2025, 6, 1), CallKind.Balance),
                new FundsCall(b, 5, new DateOnly(2024, 6, 1), CallKind.Provisional)],
        };

        var shares = AnnualEvaluation.Of(GivenDossier.Of(_community, service, _values, before, GivenDossier.Actual(2025, 170)))
            .Allocation.Allocation!.Shares;

        // A was settled at 60, so 66 at most; B, not settled yet, owed 100 and may go up to 110.
        Assert.Equal([(a, 66m), (b, 104m)], shares.Select(s => (s.Member.Siren, s.Amount)));
    }

    [Fact]
    public void A_line_of_one_member_is_charged_to_it()
    {
        var service = GivenMutualisation.WithEveryone(_community).SharedBy(new KeyCriterionDocument { Criterion = "equal", Weight = 1 }).Read();
        var costs = new CostYear(2025,
        [
            new CostLine(CostCategory.Personnel, CostStage.Actual, 100),
            new CostLine(CostCategory.Autre, CostStage.Actual, 30) { DirectMember = _community.Named("B").Siren },
            new CostLine(CostCategory.Autre, CostStage.Forecast, 99) { DirectMember = _community.Named("B").Siren },
        ]);

        var allocation = AnnualEvaluation.Of(GivenDossier.Of(_community, service, _values, costs)).Allocation.Allocation!;

        Assert.Equal([50m, 80m], allocation.Shares.Select(s => s.Amount));
        Assert.Equal(130m, allocation.Total);
    }

    private IReadOnlyList<Contributor> Of(KeySpan span, string joined = "2015-01-01")
    {
        var service = new GivenMutualisation(_community).Joined("A", "2015-01-01").Joined("B", joined).Read();
        var dossier = GivenDossier.Of(_community, service, _values);
        return new SpanContributors(dossier, 2025, Perimeter.Of(_community, service, 2025), null).Of(span).Contributors;
    }
}
