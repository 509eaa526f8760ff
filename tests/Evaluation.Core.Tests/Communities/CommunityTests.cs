using Evaluation.Core.Communities;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Communities;

public sealed class CommunityTests
{
    [Theory]
    [InlineData("200040715", 49)]
    [InlineData("246300701", 21)]
    [InlineData("243800604", 22)]
    public void Official_communities_read_without_a_problem(string siren, int communes)
    {
        var outcome = CommunityReader.Read(siren, new CommunityDocument
        {
            Name = "Communauté officielle",
            Kind = "metropole",
            FiscalRegime = "fpu",
            Members = [.. OfficialCommunities.CommunesOf(siren).Select(c => new MemberDocument
            {
                Siren = c.Siren,
                InseeCode = c.InseeCode,
                Name = c.Name,
                Populations = [GivenCommunity.Population(2025, c.Population)],
            })],
        });

        Assert.Empty(outcome.Problems);
        Assert.Equal(communes, outcome.Value!.Communes.Count());
        Assert.Equal(outcome.Value.Members.Select(m => m.InseeCode), outcome.Value.Members.Select(m => m.InseeCode).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_member_is_found_by_Siren_and_by_Insee_code()
    {
        var community = GivenCommunity.Of("A", "B");
        var b = community.Named("B");

        Assert.Same(b, community.Find(b.Siren.ToString()));
        Assert.Same(b, community.Find(b.InseeCode));
        Assert.Same(b, community.Member(b.Siren));
        Assert.Null(community.Find("38999"));
        Assert.Null(community.Find(null));
        Assert.Throws<KeyNotFoundException>(() => community.Member(Exact.Siren("246300701")));
    }

    [Fact]
    public void Bodies_without_an_Insee_code_come_by_Siren_and_are_no_communes()
    {
        var community = GivenCommunity.Read(GivenCommunity.Document() with
        {
            Members =
            [
                new MemberDocument { Siren = "200040715", Name = "Métropole", Kind = "epci" },
                GivenCommunity.Commune("B", 2),
                GivenCommunity.Commune("A", 1),
                GivenCommunity.Commune("Dehors", 3) with { Kind = "communeExterieure" },
            ],
        });

        Assert.Equal(["Métropole", "A", "B", "Dehors"], community.Members.Select(m => m.Name));
        Assert.Equal(["A", "B"], community.Communes.Select(m => m.Name));
    }

    [Theory]
    // the latest vintage not after the year, else the earliest known
    [InlineData(2021, 100)]
    [InlineData(2022, 100)]
    [InlineData(2023, 100)]
    [InlineData(2024, 120)]
    [InlineData(2030, 120)]
    public void The_population_is_that_in_force(int year, int inhabitants)
    {
        var member = GivenCommunity.Read(GivenCommunity.Document() with
        {
            Members =
            [
                GivenCommunity.Commune("A", 1) with
                {
                    Populations =
                    [
                        GivenCommunity.Population(2024, 120),
                        GivenCommunity.Population(2022, 100),
                        GivenCommunity.Population(2023, 999, "municipale"),
                    ],
                },
            ],
        }).Named("A");

        Assert.Equal(inhabitants, member.PopulationIn(year, PopulationKind.Totale)!.Inhabitants);
        Assert.Null(member.PopulationIn(year, PopulationKind.Dgf));
    }
}
