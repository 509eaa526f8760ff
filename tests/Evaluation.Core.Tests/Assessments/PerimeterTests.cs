using System.Globalization;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Communities;
using Evaluation.Core.Tests.Given;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Assessments;

public sealed class PerimeterTests
{
    private readonly Community _community = GivenCommunity.Of("A", "B", "C", "D");

    [Fact]
    public void Entries_and_exits_follow_from_the_memberships()
    {
        var mutualisation = new GivenMutualisation(_community)
            .Joined("A", "2020-01-01")
            .Joined("B", "2025-04-01")
            .Joined("C", "2020-01-01", "2025-07-01")
            .Read();

        var perimeter = Perimeter.Of(_community, mutualisation, 2025);

        Assert.Equal([("A", 365), ("B", 275), ("C", 181)], perimeter.Participants.Select(p => (p.Member.Name, p.Days)));
        Assert.Equal(
            [("B", true, Exact.Day("2025-04-01"), 275), ("C", false, Exact.Day("2025-07-01"), 181)],
            perimeter.Movements.Select(m => (m.Member.Name, m.IsEntry, m.On, m.Days)));
        Assert.Equal((2, 2), (perimeter.MembersAtEnd, perimeter.MembersAtPreviousEnd));
        Assert.Equal((2, 4, 0.5m), (perimeter.CommunesAtEnd, perimeter.EligibleCommunes, perimeter.AdhesionRate));
        Assert.Equal(3_000, perimeter.PopulationServed);
        Assert.Equal(365, perimeter.DaysInYear);
        Assert.Equal(366, Perimeter.Of(_community, mutualisation, 2024).DaysInYear);
    }

    [Fact]
    public void Who_leaves_on_31_December_is_out_from_1_January()
    {
        var mutualisation = new GivenMutualisation(_community)
            .Joined("A", "2020-01-01", "2025-01-01")
            .Joined("B", "2025-01-01")
            .Read();

        var perimeter = Perimeter.Of(_community, mutualisation, 2025);

        Assert.Equal(["B"], perimeter.Participants.Select(p => p.Member.Name));
        Assert.Equal(
            [("A", false, 0), ("B", true, 365)], perimeter.Movements.Select(m => (m.Member.Name, m.IsEntry, m.Days)));
    }

    [Fact]
    public void Bodies_that_are_no_communes_take_part_but_do_not_count_in_the_adhesion_rate()
    {
        var community = GivenCommunity.Read(GivenCommunity.Document() with
        {
            Members =
            [
                GivenCommunity.Commune("A", 1),
                GivenCommunity.Commune("B", 2),
                GivenCommunity.Commune("Dehors", 3) with { Kind = "communeExterieure" },
                new MemberDocument { Siren = GivenCommunity.SirenOf(4), Name = "CCAS", Kind = "ccas" },
            ],
        });

        var perimeter = Perimeter.Of(
            community,
            new GivenMutualisation(community).Joined("A", "2020-01-01").Joined("Dehors", "2020-01-01").Joined("CCAS", "2020-01-01").Read(),
            2025);

        Assert.Equal((3, 1, 2), (perimeter.MembersAtEnd, perimeter.CommunesAtEnd, perimeter.EligibleCommunes));
        Assert.Equal(0.5m, perimeter.AdhesionRate);
        Assert.Null(perimeter.Participants.Single(p => p.Member.Name == "CCAS").Population);
        Assert.Equal(4_000, perimeter.PopulationServed);
    }

    [Fact]
    public void A_commune_of_unknown_population_is_not_counted_as_empty()
    {
        var community = GivenCommunity.Read(GivenCommunity.Document() with
        {
            Members = [GivenCommunity.Commune("A", 1), GivenCommunity.Commune("B", 2) with { Populations = [] }],
        });
        var both = new GivenMutualisation(community).Joined("A", "2020-01-01").Joined("B", "2020-01-01", "2025-07-01").Read();

        Assert.Null(Perimeter.Of(community, both, 2024).PopulationServed);
        Assert.Equal(1_000, Perimeter.Of(community, both, 2025).PopulationServed);
    }

    [Fact]
    public void Members_at_the_end_are_those_of_the_start_plus_entries_less_exits()
    {
        var days = Gen.Choose(0, 3 * 365).Select(d => Exact.Day("2024-01-01").AddDays(d / 31 * 31));
        var stays = from names in Gen.SubListOf("A", "B", "C", "D")
                    from dates in days.ListOf(names.Count * 2)
                    select names.Select((name, i) => (Name: name, From: dates[2 * i], To: dates[(2 * i) + 1]))
                        .Where(stay => stay.From < stay.To).ToArray();

        Properties.Hold(stays, memberships =>
        {
            var given = new GivenMutualisation(_community);
            foreach (var (name, from, to) in memberships)
            {
                given.Joined(name, Iso(from), Iso(to));
            }

            var perimeter = Perimeter.Of(_community, given.Read(), 2025);
            return perimeter.MembersAtEnd == perimeter.MembersAtPreviousEnd
                + perimeter.Movements.Count(m => m.IsEntry) - perimeter.Movements.Count(m => !m.IsEntry);
        });
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
