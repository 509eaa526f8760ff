using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Mutualisations;

public sealed class PoolingDirectionTests
{
    [Fact]
    public void The_direction_follows_the_members_of_the_period()
    {
        var community = GivenCommunity.OfKinds("commune", "commune", "epci");
        var service = MutualisationReader.Read("essai", GivenMutualisation.Document(community) with
        {
            Provider = "38001",
            Memberships =
            [
                new MembershipDocument { Member = "38001", From = "2020-01-01" },
                new MembershipDocument { Member = "38002", From = "2022-01-01" },
                new MembershipDocument { Member = community.Named("3").Siren.ToString(), From = "2024-07-01" },
            ],
        }, community, Catalogue.Standard).Value!;

        Assert.Null(service.DirectionIn(community, Exact.Span("2021")));
        Assert.Equal(PoolingDirection.Horizontale, service.DirectionIn(community, Exact.Span("2024-S1")));
        Assert.Equal(PoolingDirection.Croisee, service.DirectionIn(community, Exact.Span("2024")));
    }

    [Fact]
    public void A_community_that_is_not_its_own_member_provides_downwards()
    {
        var community = GivenCommunity.Of("A");

        Assert.Equal(
            PoolingDirection.Descendante,
            GivenMutualisation.WithEveryone(community).Read().DirectionIn(community, Exact.Span("2025")));
    }
}
