using Evaluation.Core.Communities;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Problems;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Http;

/// <summary>What an address names: the community and the mutualisation it holds, or a 404.</summary>
internal sealed class Addressed(Registry registry)
{
    /// <exception cref="RefusalException">404 when there is none.</exception>
    public async Task<Registered<Community>> CommunityAsync(string siren, CancellationToken cancellationToken) =>
        await registry.FindCommunityAsync(siren, cancellationToken)
        ?? throw NoCommunity();

    /// <exception cref="RefusalException">404 when there is none.</exception>
    public async Task<(Community Community, Registered<Mutualisation> Mutualisation)> MutualisationAsync(
        string siren, string id, CancellationToken cancellationToken)
    {
        var community = (await CommunityAsync(siren, cancellationToken)).Value;
        return (community, await MutualisationAsync(community, id, cancellationToken));
    }

    /// <exception cref="RefusalException">404 when there is none.</exception>
    public async Task<Registered<Mutualisation>> MutualisationAsync(
        Community community, string id, CancellationToken cancellationToken) =>
        await registry.FindMutualisationAsync(community, id, cancellationToken)
        ?? throw NoMutualisation();

    /// <summary>The member of a community that an address names by its SIREN or Insee code.</summary>
    /// <exception cref="RefusalException">404 when there is none.</exception>
    public static Member Member(Community community, string member) =>
        community.Find(member) ?? throw Refusals.MemberUnknown.Refused(Excerpt.Of(member));

    /// <summary>The answer for who asks for another member than its own, whether it is there or not.</summary>
    public static RefusalException OtherMember() => EdgeRefusals.MemberOther.Refused();

    /// <summary>The answer for a community that is not there, or that the caller does not see.</summary>
    public static RefusalException NoCommunity() => EdgeRefusals.CommunityUnknown.Refused();

    /// <summary>The answer for a service that is not there, or that the caller does not see.</summary>
    public static RefusalException NoMutualisation() => EdgeRefusals.MutualisationUnknown.Refused();
}
