using Evaluation.Core.Calendar;
using Evaluation.Core.Communities;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Operate.Notices;

/// <summary>What people see of the outbox and do about it.</summary>
internal sealed class NoticeDesk(NoticeStore store, NoticeDelivery delivery, Addressed addressed)
{
    private const int MostAttemptsKept = 100;

    /// <summary>A page of the notices that a caller sees, the latest day first, and where the next one begins.</summary>
    /// <param name="siren">Community.</param>
    /// <param name="caller">Who asks; notices on the community as a whole are for who reads all of it.</param>
    /// <param name="state">Only those in this state; all when null.</param>
    /// <param name="mutualisation">Only those of this service; all when null.</param>
    /// <param name="after">The id that ended the page before; null for the first.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<(IReadOnlyList<Notice> Notices, string? Next)> PageAsync(
        Siren siren,
        Caller caller,
        NoticeState? state,
        string? mutualisation,
        string? after,
        int count,
        CancellationToken cancellationToken)
    {
        var page = new List<Notice>();
        await foreach (var kept in store.ListAsync(siren, state, mutualisation, after, cancellationToken))
        {
            if (!Sees(caller, kept.Notice))
            {
                continue;
            }

            if (page.Count == count)
            {
                return (page, page[^1].Id);
            }

            page.Add(kept.Notice);
        }

        return (page, null);
    }

    /// <summary>A notice that a caller sees; null when there is none of that id.</summary>
    public async Task<Notice?> FindAsync(Siren siren, Caller caller, string id, CancellationToken cancellationToken) =>
        await store.FindAsync(siren, id, cancellationToken) is { } kept && Sees(caller, kept.Notice) ? kept.Notice : null;

    /// <summary>Sends a notice again, now.</summary>
    /// <exception cref="RefusalException">404; 409 when it was sent, is being sent, or was tried too often.</exception>
    public async Task<Notice> SendAsync(string siren, string id, CancellationToken cancellationToken)
    {
        var community = (await addressed.CommunityAsync(siren, cancellationToken)).Value;
        var kept = await store.FindAsync(community.Siren, id, cancellationToken)
            ?? throw EdgeRefusals.NoticeUnknown.Refused();
        if (kept.Notice.State == NoticeState.Sent)
        {
            throw EdgeRefusals.NoticeSent.Refused();
        }

        if (kept.Notice.Attempts.Count >= MostAttemptsKept)
        {
            throw EdgeRefusals.NoticeAttempts.Refused();
        }

        return await delivery.DeliverNowAsync(kept, community, cancellationToken)
            ?? throw EdgeRefusals.NoticeBusy.Refused();
    }

    // A subscription may be to the reports of all services: the address that it names, and that it did not reach it, are not for
    // who reads one.
    private static bool Sees(Caller caller, Notice notice) =>
        notice is { Mutualisation: { } service, Due.Recipient: not NoticeRecipient.Mailbox, Due.Kind: not CalendarKind.ReportUndelivered }
            ? caller.May(Right.Read, notice.Siren, service)
            : caller.ReadsAllOf(notice.Siren);
}
