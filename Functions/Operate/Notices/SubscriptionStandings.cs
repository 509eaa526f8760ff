using Evaluation.Core.Calendar;
using Evaluation.Core.Communities;
using Evaluation.Core.Mutualisations;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Store;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Operate.Notices;

/// <summary>A subscription and what came of it over the last <see cref="SubscriptionStandings.Days"/> days.</summary>
/// <param name="Subscription">As it is declared.</param>
/// <param name="Service">The service it names; null when it names none.</param>
/// <param name="Mailbox">Where it goes; null when no address is recorded, or each service has its own.</param>
/// <param name="Without">For the contacts of all services: those services that have none.</param>
/// <param name="IsMuted">Whether the address asked for no notices.</param>
/// <param name="LastSent">The latest notice that left; null when none did.</param>
/// <param name="Lost">Those that will not leave by themselves, the latest day first.</param>
public sealed record SubscriptionStanding(
    Subscription Subscription,
    Mutualisation? Service,
    string? Mailbox,
    IReadOnlyList<Mutualisation> Without,
    bool IsMuted,
    Notice? LastSent,
    IReadOnlyList<Notice> Lost);

/// <summary>Who receives which report, and what became of it.</summary>
internal sealed class SubscriptionStandings(Registry registry, NoticeStore notices, TimeProvider clock)
{
    /// <summary>How far back notices are looked at: a yearly report of last year is among them.</summary>
    public const int Days = 400;

    /// <summary>The subscriptions that a caller sees, in document order; those to the whole are for who reads all of it.</summary>
    public Task<IReadOnlyList<SubscriptionStanding>> OfAsync(Community community, Caller caller, CancellationToken cancellationToken) =>
        OfAsync(community, subscription => Sees(caller, community.Siren, subscription), cancellationToken);

    /// <summary>Those of a member: all of them for who reads all that concerns it, the others see those to a service that they read.</summary>
    public Task<IReadOnlyList<SubscriptionStanding>> OfMemberAsync(
        Community community, Member member, Caller caller, CancellationToken cancellationToken) => OfAsync(
            community,
            subscription => subscription.Member == member.Siren
                && (caller.ReadsAllOf(community.Siren, member.Siren) || Sees(caller, community.Siren, subscription)),
            cancellationToken);

    private async Task<IReadOnlyList<SubscriptionStanding>> OfAsync(
        Community community, Func<Subscription, bool> isSeen, CancellationToken cancellationToken)
    {
        var services = (await registry.ListMutualisationsAsync(community, cancellationToken))
            .Select(m => m.Value)
            .ToDictionary(m => m.Id, StringComparer.Ordinal);
        var since = ParisTime.DateOf(clock.GetUtcNow()).AddDays(-Days);
        var made = (await notices.SinceAsync(community.Siren, CalendarKind.Report, since, cancellationToken))
            .Select(notice => (Notice: notice, Told: SubscribedVersion.Parse(notice.Due.Occurrence)))
            .ToList();
        return [.. community.Subscriptions.Where(isSeen).Select(Standing)];

        SubscriptionStanding Standing(Subscription subscription)
        {
            var service = subscription.Mutualisation is { } id ? services.GetValueOrDefault(id) : null;
            var mailbox = subscription.MailboxIn(community, service?.Governance.ContactMailbox);
            var its = made.Where(n => IsOf(n.Notice, n.Told, subscription)).Select(n => n.Notice).ToList();
            return new SubscriptionStanding(
                subscription,
                service,
                mailbox,
                subscription is { To: NoticeRecipient.Service, Mutualisation: null }
                    ? [.. services.Values.Where(m => m.Governance.ContactMailbox is null)]
                    : [],
                mailbox is not null && community.Mutes(mailbox),
                its.Find(n => n.State == NoticeState.Sent),
                [.. its.Where(n => n.State is NoticeState.Failed or NoticeState.Undeliverable)]);
        }

        // Two subscriptions that lead to one address share its notice.
        bool IsOf(Notice notice, SubscribedVersion told, Subscription subscription) =>
            subscription.Concerns(told.Kind, notice.Mutualisation)
            && subscription.Form == told.Form
            && subscription.Member == notice.Due.Member
            && ((notice.Due.Recipient == subscription.To && subscription.To != NoticeRecipient.Mailbox)
                || (notice.Mailbox is { } to && string.Equals(to, AddressOf(subscription, notice), StringComparison.OrdinalIgnoreCase)));

        string? AddressOf(Subscription subscription, Notice notice) => subscription.MailboxIn(
            community, notice.Mutualisation is { } id ? services.GetValueOrDefault(id)?.Governance.ContactMailbox : null);
    }

    private static bool Sees(Caller caller, Siren siren, Subscription subscription) => subscription.Mutualisation is { } service
        ? caller.May(Right.Read, siren, service)
        : caller.ReadsAllOf(siren);
}
