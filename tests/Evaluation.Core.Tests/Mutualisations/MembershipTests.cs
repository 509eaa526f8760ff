using Evaluation.Core.Indicators;
using Evaluation.Core.Keys;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Mutualisations;

public sealed class MembershipTests
{
    [Theory]
    // whole, part, edges, outside
    [InlineData("2020-01-01", null, "2025", 365)]
    [InlineData("2020-01-01", null, "2024", 366)]
    [InlineData("2025-04-01", null, "2025", 275)]
    [InlineData("2020-01-01", "2025-04-01", "2025", 90)]
    [InlineData("2025-03-31", "2025-04-02", "2025-Q1", 1)]
    [InlineData("2025-03-31", "2025-04-02", "2025-04", 1)]
    [InlineData("2025-02-10", "2025-02-11", "2025-02", 1)]
    [InlineData("2025-12-31", null, "2025", 1)]
    [InlineData("2026-01-01", null, "2025", 0)]
    [InlineData("2020-01-01", "2025-01-01", "2025", 0)]
    public void Days_are_counted_from_the_first_included_to_the_last_excluded(
        string from, string? to, string period, int days)
    {
        var membership = new Membership(
            Exact.Siren("213801855"), Exact.Day(from), to is null ? null : Exact.Day(to));

        Assert.Equal(days, membership.DaysIn(Exact.Span(period)));
    }

    [Theory]
    [InlineData("2025-03-31", false)]
    [InlineData("2025-04-01", true)]
    [InlineData("2025-06-30", true)]
    [InlineData("2025-07-01", false)]
    public void A_member_takes_part_from_its_first_day_to_the_eve_of_its_exit(string day, bool active)
    {
        var membership = new Membership(Exact.Siren("213801855"), Exact.Day("2025-04-01"), Exact.Day("2025-07-01"));

        Assert.Equal(active, membership.IsActiveOn(Exact.Day(day)));
    }

    [Fact]
    public void A_member_may_leave_and_come_back()
    {
        var community = GivenCommunity.Of("A", "B");
        var mutualisation = new GivenMutualisation(community)
            .Joined("A", "2024-01-01", "2025-02-01")
            .Joined("A", "2025-11-01")
            .Joined("B", "2025-06-15", "2025-06-16")
            .Read();
        var a = community.Named("A").Siren;

        Assert.Equal(31 + 61, mutualisation.DaysIn(a, Exact.Span("2025")));
        Assert.False(mutualisation.IsActiveIn(a, Exact.Span("2025-06")));
        Assert.True(mutualisation.IsActiveOn(a, Exact.Day("2025-11-01")));
        Assert.Equal(["B"], mutualisation.MembersIn(community, Exact.Span("2025-06")).Select(m => m.Name));
        Assert.Equal(["A", "B"], mutualisation.MembersIn(community, Exact.Span("2025")).Select(m => m.Name));
        Assert.Empty(mutualisation.MembersIn(community, Exact.Span("2025-03")));
    }

    [Fact]
    public void A_unit_is_expected_in_the_years_whose_key_counts_it()
    {
        var document = GivenMutualisation.Document(GivenRecord.Community);
        var read = GivenRecord.Valid(document with
        {
            Amendments =
            [
                new AmendmentDocument
                {
                    Number = "1",
                    EffectiveOn = "2025-07-01",
                    Purpose = "Compter les actes.",
                    Allocation = new AllocationDocument
                    {
                        Criteria = [new KeyCriterionDocument { Criterion = "indicator", Indicator = "ADS-03", Weight = 1 }],
                    },
                },
            ],
        });

        Assert.Equal(["ADS-01"], read.Expected(Catalogue.Standard, Exact.Span("2024")).Select(d => d.Code));
        Assert.Equal(["ADS-01", "ADS-03"], read.Expected(Catalogue.Standard, Exact.Span("2025")).Select(d => d.Code));
        Assert.Equal(["ADS-01", "ADS-03"], read.Expected(Catalogue.Standard).Select(d => d.Code));
    }

    [Fact]
    public void Expected_are_the_parts_and_units_that_someone_must_send()
    {
        var mutualisation = GivenMutualisation.WithEveryone(GivenCommunity.Of("A"))
            .Following("ADS-04", "ADS-02", "ADS-14", "TRV-03")
            .SharedBy(
                new KeyCriterionDocument { Criterion = "indicator", Indicator = "ADS-03", Weight = 0.5m },
                new KeyCriterionDocument { Criterion = "indicator", Indicator = "ADS-01", Weight = 0.5m })
            .Read();

        // ADS-04 = ADS-11 ÷ ADS-02; ADS-14 = TRV-01 ÷ ADS-03, and TRV-01 comes from the cost lines
        Assert.Equal(
            ["ADS-01", "ADS-02", "ADS-03", "ADS-11"], mutualisation.Expected(Catalogue.Standard).Select(d => d.Code));
    }
}
