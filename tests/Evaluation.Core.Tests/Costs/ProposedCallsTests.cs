using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Problems;
using Evaluation.Core.Tests.Given;
using FsCheck;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Costs;

/// <summary>Instalments proposed from the forecast.</summary>
public sealed class ProposedCallsTests
{
    private static readonly Community Community = GivenCommunity.Of("A", "B", "C");

    [Theory]
    [InlineData(3, "A 180.00 180.00 180.00 180.00, B 120.00 120.00 120.00 120.00")]
    [InlineData(5, "A 300.00 300.00 120.00, B 200.00 200.00 80.00")]
    [InlineData(12, "A 720.00, B 480.00")]
    public void Each_member_is_called_its_units_for_the_months_of_the_bill(int billing, string expected)
    {
        var proposed = Propose(1200, billing, [("A", 60, null), ("B", 40, null)]);

        Assert.Equal(expected, Told(proposed));
        Assert.Equal(0, proposed.Uncalled);
    }

    [Fact]
    public void A_member_that_joins_is_called_for_the_months_it_takes_part_and_the_rest_is_said()
    {
        var proposed = Propose(1200, 3, [("A", 60, null), ("B", 40, "2025-08-15")]);

        Assert.Equal("A 180.00 180.00 180.00 180.00, B 80.00 120.00", Told(proposed));
        Assert.Equal(280, proposed.Uncalled);
        Assert.Equal(2, proposed.Calls.First(c => c.Member == Community.Named("B").Siren).Months);
    }

    [Fact]
    public void A_bill_is_called_on_its_last_day()
    {
        Assert.Equal(
            ["2025-01-01 2025-05-31", "2025-06-01 2025-10-31", "2025-11-01 2025-12-31"],
            Propose(1200, 5, [("A", 1, null)]).Calls.Select(c => $"{c.From:yyyy-MM-dd} {c.CalledOn:yyyy-MM-dd}"));
    }

    [Fact]
    public void The_provider_is_called_nothing_and_bears_its_part()
    {
        var proposed = ProposedCalls.Of(
            Service(12, [("A", 60, null), ("B", 40, null)], d => d with { Provider = Community.Named("B").Siren.ToString() }), 2025, 1200).Value!;

        Assert.Equal("A 720.00", Told(proposed));
        Assert.Equal(480, proposed.Uncalled);
    }

    [Fact]
    public void Without_what_it_rests_on_there_is_no_proposal_and_it_is_said_why()
    {
        IReadOnlyList<(string, decimal, string?)> two = [("A", 60, null), ("B", 40, null)];

        Assert.Equal("calls.noForecast", Code(ProposedCalls.Of(Service(12, two), 2025, null)));
        Assert.Equal("calls.noForecast", Code(ProposedCalls.Of(Service(12, two), 2025, 0)));
        Assert.Equal("calls.noConvention", Code(ProposedCalls.Of(Service(12, two), 2014, 1200)));
        Assert.Equal("calls.noUnits", Code(ProposedCalls.Of(Service(12, []), 2025, 1200)));
        Assert.Equal("calls.free", Code(ProposedCalls.Of(
            Service(12, two, d => d with { Convention = d.Convention! with { Settlement = "gratuit" } }), 2025, 1200)));
        Assert.Equal("calls.nobody", Code(ProposedCalls.Of(
            Service(12, [("B", 40, null)], d => d with { Provider = Community.Named("B").Siren.ToString() }), 2025, 1200)));
        Assert.Equal("calls.nobody", Code(ProposedCalls.Of(Service(12, [("B", 40, "2026-01-01")]), 2025, 1200)));
    }

    private static readonly Gen<Drawn> Proposals =
        from cents in Gen.Choose(1, 2_000_000_000)
        from units in Gen.Choose(1, 90_000).ArrayOf(3)
        from billing in Gen.Choose(1, 12)
        from joins in Gen.Choose(1, 12)
        select new Drawn(cents / 100m, [.. units.Select(u => u / 10m)], billing, joins);

    [Fact]
    public void What_is_called_and_what_is_not_are_the_forecast_to_the_cent() => Properties.Hold(Proposals, d =>
        d.Proposed() is var proposed
        && proposed.Calls.Sum(c => c.Amount) + proposed.Uncalled == d.Cost
        && proposed.Uncalled >= 0
        && proposed.Calls.All(c => c.Amount > 0 && c.Amount == decimal.Round(c.Amount, 2)));

    [Fact]
    public void Each_call_is_within_a_cent_of_units_times_months() => Properties.Hold(Proposals, d =>
        d.Proposed() is var proposed
        && proposed.Calls.All(c => Math.Abs(c.Amount - (d.Cost * d.UnitsOf(c.Member) * c.Months / (12 * d.Units.Sum()))) < 0.0100001m));

    private sealed record Drawn(decimal Cost, decimal[] Units, int Billing, int Joins)
    {
        public ProposedCalls Proposed() => Propose(
            Cost,
            Billing,
            [("A", Units[0], null), ("B", Units[1], null), ("C", Units[2], FormattableString.Invariant($"2025-{Joins:00}-01"))]);

        public decimal UnitsOf(Siren member) => Units[Community.Members.Index().Single(m => m.Item.Siren == member).Index];
    }

    private static ProposedCalls Propose(decimal cost, int billing, IReadOnlyList<(string Name, decimal Units, string? From)> members)
    {
        var outcome = ProposedCalls.Of(Service(billing, members), 2025, cost);
        Assert.Empty(outcome.Problems);
        return outcome.Value!;
    }

    private static Mutualisation Service(
        int billing, IReadOnlyList<(string Name, decimal Units, string? From)> members, Func<MutualisationDocument, MutualisationDocument>? change = null)
    {
        var document = GivenMutualisation.Document(Community);
        document = document with
        {
            Memberships =
            [
                .. Community.Members.Select(m => new MembershipDocument
                {
                    Member = m.Siren.ToString(),
                    From = members.FirstOrDefault(given => given.Name == m.Name).From ?? "2020-01-01",
                }),
            ],
            Convention = document.Convention! with
            {
                BillingMonths = billing,
                ForecastUnits =
                [
                    .. members.Select(m => new ForecastUnitsDocument { Member = Community.Named(m.Name).Siren.ToString(), Units = m.Units }),
                ],
            },
        };
        var outcome = MutualisationReader.Read("essai", change?.Invoke(document) ?? document, Community, Catalogue.Standard);
        Assert.Empty(outcome.Problems);
        return outcome.Value!;
    }

    private static string Told(ProposedCalls proposed) => string.Join(", ", proposed.Calls
        .GroupBy(c => c.Member)
        .Select(of => $"{Community.Members.Single(m => m.Siren == of.Key).Name} {string.Join(' ', of.Select(c => FormattableString.Invariant($"{c.Amount:F2}")))}"));

    private static string? Code(Outcome<ProposedCalls> outcome) => Assert.Single(outcome.Problems).Code;
}
