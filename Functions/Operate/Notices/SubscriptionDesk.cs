using Evaluation.Core.Communities;
using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Problems;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Operate.Notices;

/// <summary>What a member subscribes itself to: it names no other recipient.</summary>
internal sealed record MemberSubscriptionRequest(string? Kind, string? Mutualisation, string? As);

/// <summary>
/// Subscribes and unsubscribes, whether asked by the API or by a page, by the direction or by a member for itself. Twice is once: what is
/// there already is not added, what is not there is not taken away.
/// </summary>
internal sealed class SubscriptionDesk(Registry registry)
{
    /// <summary>Subscribes whom the direction names.</summary>
    /// <returns>The subscription, and whether it is new.</returns>
    /// <exception cref="RefusalException">422 with what is wrong, each at its field.</exception>
    public async Task<(Subscription Subscription, bool IsNew)> AddAsync(
        Community community, SubscriptionDocument sent, CancellationToken cancellationToken)
    {
        var services = await registry.ListMutualisationsAsync(community, cancellationToken);
        return await AddAsync(community, sent, id => services.Any(m => m.Value.Id == id), cancellationToken);
    }

    /// <summary>Subscribes a member to what it may read: its statement, what is transmitted to it of the services in which it takes or took part.</summary>
    /// <returns>The subscription, and whether it is new.</returns>
    /// <exception cref="RefusalException">422 with what is wrong, each at its field: another service is to it as one that is not there.</exception>
    public async Task<(Subscription Subscription, bool IsNew)> AddAsync(
        Community community, Member member, MemberSubscriptionRequest sent, CancellationToken cancellationToken)
    {
        var services = await OfMemberAsync(community, member, cancellationToken);
        return await AddAsync(
            community,
            new SubscriptionDocument
            {
                Kind = sent.Kind,
                Mutualisation = sent.Mutualisation,
                To = DomainCode.Of(NoticeRecipient.Member),
                Member = member.Siren.ToString(),
                As = sent.As,
            },
            id => services.Any(m => m.Id == id),
            cancellationToken);
    }

    /// <summary>The services of whose reports a member is told, by label.</summary>
    public async Task<IReadOnlyList<Mutualisation>> OfMemberAsync(Community community, Member member, CancellationToken cancellationToken) =>
    [
        .. (await registry.ListMutualisationsAsync(community, cancellationToken))
            .Select(m => m.Value)
            .Where(m => m.Memberships.Any(membership => membership.Member == member.Siren))
            .OrderBy(m => m.Label, StringComparer.Ordinal),
    ];

    /// <summary>Takes a subscription away; whether it was there.</summary>
    /// <param name="community">Whose.</param>
    /// <param name="id">Which.</param>
    /// <param name="member">Whose subscription it must be; null: anybody’s.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<bool> RemoveAsync(Community community, string id, Member? member, CancellationToken cancellationToken)
    {
        return registry.DecideSubscriptionsAsync(
            community.Siren,
            known => known.Subscriptions.Any(IsIt) ? [.. known.Subscriptions.Where(s => !IsIt(s))] : null,
            cancellationToken);

        bool IsIt(Subscription subscription) => subscription.Id == id && (member is null || subscription.Member == member.Siren);
    }

    private async Task<(Subscription Subscription, bool IsNew)> AddAsync(
        Community community, SubscriptionDocument sent, Func<string, bool> isThere, CancellationToken cancellationToken)
    {
        var wanted = Documents.Require(SubscriptionReader.Read(sent, community));
        if (wanted.Mutualisation is { } service && !isThere(service))
        {
            throw new[] { Refusals.SubscriptionService.At("/mutualisation", Excerpt.Of(service)) }.OfDocument();
        }

        var isNew = await registry.DecideSubscriptionsAsync(community.Siren, known => After(known, sent, wanted), cancellationToken);
        return (wanted, isNew);
    }

    // Read again on what is declared by now: a member that left meanwhile is subscribed to nothing.
    private static IReadOnlyList<Subscription>? After(Community known, SubscriptionDocument sent, Subscription wanted)
    {
        Documents.Require(SubscriptionReader.Read(sent, known));
        if (known.Subscriptions.Any(s => s.Id == wanted.Id))
        {
            return null;
        }

        return known.Subscriptions.Count < SubscriptionReader.MostSubscriptions
            ? [.. known.Subscriptions, wanted]
            : throw Refusals.SubscriptionTooMany.Refused(FrenchNumber.Format(SubscriptionReader.MostSubscriptions));
    }
}
