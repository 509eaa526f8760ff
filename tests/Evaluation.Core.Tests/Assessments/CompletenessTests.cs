using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Assessments;

public sealed class CompletenessTests
{
    private static readonly string[] Monthly = ["ADS-01", "ADS-02", "ADS-03", "ADS-05", "ADS-07", "ADS-11"];

    [Fact]
    public void Expected_are_periods_due_times_members_times_indicators()
    {
        // 6 indicators × 19 communes × 6 months = 684, of which 641 came, 598 on their deadline or before
        var names = Enumerable.Range(1, 19).Select(i => $"Commune {i}").ToArray();
        var community = GivenCommunity.Of(names);
        var values = new GivenValues(community);
        var keys = from code in Monthly
                   from name in names
                   from month in Period.InYear(2025, Periodicity.Monthly).Take(6)
                   select (code, name, month);
        foreach (var ((code, name, month), rank) in keys.Take(641).Select((key, rank) => (key, rank)))
        {
            values.Add(code, name, month.ToString(), 0, receivedOn: rank < 598 ? month.DueOn : month.DueOn.AddDays(1));
        }

        var completeness = Completeness.Of(GivenDossier.Of(
            community, GivenMutualisation.WithEveryone(community).Following(Monthly).Read(), values) with
        {
            AsOf = Exact.Day("2025-07-11"),
        });

        Assert.Equal(new Received(684, 641, 598), completeness.Total);
        Assert.Equal(0.937m, decimal.Round(completeness.Total.Rate!.Value, 3));
        Assert.Equal(0.874m, decimal.Round(completeness.Total.PunctualityRate!.Value, 3));
        Assert.Equal(Monthly, completeness.ByIndicator.Select(i => i.Definition.Code));
        Assert.Equal(new Received(114, 114, 114), completeness.ByIndicator[0].Received);
        Assert.Equal(new Received(114, 71, 28), completeness.ByIndicator[5].Received);
    }

    [Theory]
    [InlineData("2025-02-10", 0)]
    [InlineData("2025-02-11", 1)]
    [InlineData("2025-04-10", 2)]
    [InlineData("2025-04-11", 3)]
    [InlineData("2026-01-11", 12)]
    public void A_month_is_expected_once_its_deadline_is_past(string asOf, int expected)
    {
        var community = GivenCommunity.Of("A");

        var total = Completeness.Of(GivenDossier.Of(
            community, GivenMutualisation.WithEveryone(community).Following("ADS-01").Read()) with
        {
            AsOf = Exact.Day(asOf),
        }).Total;

        Assert.Equal(new Received(expected, 0, 0), total);
    }

    [Fact]
    public void Members_are_those_of_each_period_and_a_service_counts_once()
    {
        var community = GivenCommunity.Of("A", "B");
        var mutualisation = new GivenMutualisation(community)
            .Joined("A", "2020-01-01")
            .Joined("B", "2025-11-15")
            .Following("ADS-01", "TRV-16", "TRV-03")
            .Read();
        var values = new GivenValues(community).AddYear("ADS-01", "A", 2025, 1).Add("ADS-01", "B", "2025-03", 1);

        var byIndicator = Completeness.Of(GivenDossier.Of(community, mutualisation, values)).ByIndicator;

        // 12 months of A and 2 of B; a value of B before it joined does not count; TRV-03 is derived
        Assert.Equal(
            [("ADS-01", new Received(14, 12, 12)), ("TRV-16", new Received(4, 0, 0))],
            byIndicator.Select(i => (i.Definition.Code, i.Received)));
    }

    [Fact]
    public void Every_member_and_the_service_are_counted_apart()
    {
        var community = GivenCommunity.Of("A", "B", "C");
        var mutualisation = new GivenMutualisation(community)
            .Joined("A", "2020-01-01")
            .Joined("B", "2025-11-15")
            .Following("ADS-01", "TRV-16")
            .Read();
        var values = new GivenValues(community)
            .AddYear("ADS-01", "A", 2025, 1)
            .Add("ADS-01", "B", "2025-12", 1, receivedOn: new DateOnly(2026, 2, 1));

        var completeness = Completeness.Of(GivenDossier.Of(community, mutualisation, values));

        Assert.Equal(
            [("A", new Received(12, 12, 12)), ("B", new Received(2, 1, 0)), (null, new Received(4, 0, 0))],
            completeness.ByMember.Select(m => (m.Member?.Name, m.Received)));
        Assert.Equal(completeness.Total, completeness.ByMember.Aggregate(new Received(0, 0, 0), (sum, m) => sum + m.Received));
    }

    [Fact]
    public void A_correction_of_a_value_that_came_in_time_stays_in_time()
    {
        var community = GivenCommunity.Of("A");
        var mutualisation = GivenMutualisation.WithEveryone(community).Following("ADS-01").Read();
        var values = new GivenValues(community).Add("ADS-01", "A", "2025-01", 1).Book.All
            .Select(v => v with { Origin = v.Origin! with { Revision = 4, Submission = "20260301T080000000-000000000000" } });

        var dossier = GivenDossier.Of(community, mutualisation) with { Values = new ValueBook(values) };

        Assert.Equal(1, Completeness.Of(dossier).Total.OnTime);
    }

    [Theory]
    [InlineData(100, 100, Confidence.Elevee)]
    [InlineData(100, 95, Confidence.Elevee)]
    [InlineData(1000, 949, Confidence.Moyenne)]
    [InlineData(684, 641, Confidence.Moyenne)]
    [InlineData(100, 80, Confidence.Moyenne)]
    [InlineData(1000, 799, Confidence.Faible)]
    [InlineData(100, 0, Confidence.Faible)]
    [InlineData(0, 0, Confidence.Faible)]
    public void Confidence_follows_from_what_was_received(int expected, int count, Confidence confidence)
    {
        Assert.Equal(confidence, new Received(expected, count, 0).Confidence);
        Assert.Equal(expected == 0, new Received(expected, count, 0).Rate is null);
    }
}
