using Evaluation.Core.Communities;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Operate.Notices;

/// <summary>
/// Sends what is in the outbox. An attempt is noted before it is made and its outcome after: who dies in between leaves
/// an attempt without outcome, and the notice is sent again under the same key. That a subscriber will not get a report is told
/// to the direction, once, in the same write that gives the notice up.
/// </summary>
internal sealed partial class NoticeDelivery(
    NoticeStore store,
    Registry registry,
    NoticeOutlet outlet,
    ReportEnclosures enclosures,
    TimeProvider clock,
    ILogger<NoticeDelivery> logger)
{
    /// <summary>The most sent in one go; what is left comes with the next.</summary>
    public const int MostAtOnce = 100;

    /// <summary>Attempts that the calendar makes before it leaves a notice to people.</summary>
    public static readonly int MostAttempts = Waits.Length + 1;

    /// <summary>Longer than an attempt lasts.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private static TimeSpan[] Waits =>
    [
        TimeSpan.FromMinutes(15),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(4),
        TimeSpan.FromHours(12),
        TimeSpan.FromHours(24),
    ];

    /// <summary>Sends what is due, the earliest first; says how much was taken by the channel.</summary>
    public async Task<int> DeliverDueAsync(CancellationToken cancellationToken)
    {
        var due = new List<(KeptNotice Kept, Community Community)>();
        var now = clock.GetUtcNow();
        foreach (var community in await registry.ListCommunitiesAsync(cancellationToken))
        {
            var pending = store.ListAsync(community.Value.Siren, NoticeState.Pending, null, null, cancellationToken);
            await foreach (var kept in pending.Where(k => k.Notice.NextAttemptAt <= now && !(k.Notice.LeaseUntil > now)))
            {
                due.Add((kept, community.Value));
            }
        }

        var taken = 0;
        foreach (var (kept, community) in due.OrderBy(d => d.Kept.Notice.NextAttemptAt).ThenBy(d => d.Kept.Notice.Due.On).Take(MostAtOnce))
        {
            var (after, fate) = await DeliverAsync(kept, community, cancellationToken);
            taken += after?.State == NoticeState.Sent ? 1 : 0;
            if (fate == ChannelFate.Unreachable)
            {
                // The others would wait as long for nothing; their turn comes first next time.
                break;
            }
        }

        return taken;
    }

    /// <summary>Sends one notice now; the notice as it then is, null when someone else is at it.</summary>
    public async Task<Notice?> DeliverNowAsync(KeptNotice kept, Community community, CancellationToken cancellationToken) =>
        kept.Notice.LeaseUntil > clock.GetUtcNow() ? null : (await DeliverAsync(kept, community, cancellationToken)).After;

    private async Task<(Notice? After, ChannelFate? Fate)> DeliverAsync(
        KeptNotice kept, Community community, CancellationToken cancellationToken)
    {
        var mailbox = kept.Notice.Mailbox ?? await MailboxAsync(kept.Notice, community, cancellationToken);
        if (Obstacle(kept.Notice, community, mailbox) is { } obstacle)
        {
            var stuck = kept.Notice with { State = NoticeState.Undeliverable, Outcome = obstacle, LeaseUntil = null };
            LogGivenUp(stuck.Key, obstacle);
            return ((await NoteAsync(kept, stuck, community, mailbox, cancellationToken))?.Notice, null);
        }

        var channel = outlet.Channel!;
        var begun = new NoticeAttempt(clock.GetUtcNow(), channel.Name, "Commencé, sans réponse connue.");
        var held = await store.TryReplaceAsync(
            kept,
            kept.Notice with { Attempts = [.. kept.Notice.Attempts, begun], LeaseUntil = begun.At + Lease },
            cancellationToken);
        if (held is null)
        {
            return (null, null);
        }

        var answer = await SendAsync(channel, held.Notice, mailbox, cancellationToken);
        var noted = await NoteAsync(held, After(held.Notice, answer), community, mailbox, cancellationToken);
        if (noted?.Notice.State == NoticeState.Failed)
        {
            LogGivenUp(noted.Notice.Key, answer.Outcome);
        }

        return (noted?.Notice, answer.Fate);
    }

    private async Task<ChannelAnswer> SendAsync(
        INoticeChannel channel, Notice notice, string? mailbox, CancellationToken cancellationToken)
    {
        Enclosure? enclosed;
        try
        {
            enclosed = await enclosures.OfAsync(notice, channel.CarriesFiles, cancellationToken);
        }
        catch (InvalidDataException e)
        {
            // One report that cannot be read keeps no other notice from leaving.
            LogUnreadable(notice.Key, e);
            return new ChannelAnswer(ChannelFate.Refused, "Le rapport ne se lit pas\u00A0: établissez-le à nouveau.");
        }

        return await channel.SendAsync(notice, mailbox, enclosed, cancellationToken);
    }

    private Task<KeptNotice?> NoteAsync(
        KeptNotice before, Notice after, Community community, string? mailbox, CancellationToken cancellationToken) =>
        UndeliveredReports.Told(after, community, mailbox, outlet.Channel is not null, clock.GetUtcNow()) is { } told
            ? store.TryReplaceAsync(before, after, told, cancellationToken)
            : store.TryReplaceAsync(before, after, cancellationToken);

    private string? Obstacle(Notice notice, Community community, string? mailbox) =>
        outlet.Channel is not { } channel ? "Aucun canal d’envoi n’est configuré\u00A0: lisez cet avis ici, ou demandez à l’administrateur d’en régler un."
        : mailbox is not null && community.Mutes(mailbox) ? "Cette adresse a demandé à ne plus recevoir de rappels."
        : channel.NeedsMailbox && mailbox is null ? NoMailbox(notice.Due.Recipient)
        : null;

    private static string NoMailbox(NoticeRecipient recipient) => recipient switch
    {
        NoticeRecipient.Director => "La communauté n’a pas d’adresse de direction\u00A0: enregistrez-la, puis renvoyez cet avis.",
        NoticeRecipient.Member => "Ce membre n’a pas d’adresse\u00A0: enregistrez-la, puis renvoyez cet avis.",
        NoticeRecipient.Mailbox => "Cet avis n’a pas d’adresse\u00A0: enregistrez l’abonnement de nouveau.",
        NoticeRecipient.Service => "Ce service n’a pas d’adresse de contact\u00A0: enregistrez-la, puis renvoyez cet avis.",
    };

    // One that was recorded after the notice was made.
    private async Task<string?> MailboxAsync(Notice notice, Community community, CancellationToken cancellationToken) =>
        notice.Due.Member is { } member ? community.Find(member.ToString())?.Mailbox
        : notice.Due.Recipient == NoticeRecipient.Director ? community.DirectorMailbox
        : notice.Mutualisation is { } id && await registry.FindMutualisationAsync(community, id, cancellationToken) is { } found
            ? found.Value.Governance.ContactMailbox
            : null;

    private Notice After(Notice held, ChannelAnswer answer)
    {
        var tries = held.Attempts.Count;
        var noted = held with
        {
            Attempts = [.. held.Attempts.SkipLast(1), held.Attempts[^1] with { Outcome = answer.Outcome }],
            Outcome = answer.Outcome,
            LeaseUntil = null,
        };
        return answer.Fate switch
        {
            ChannelFate.Taken => noted with { State = NoticeState.Sent },
            ChannelFate.Refused => noted with { State = NoticeState.Failed },
            ChannelFate.NotNow or ChannelFate.Unreachable => tries >= MostAttempts
                ? noted with { State = NoticeState.Failed }
                : noted with { State = NoticeState.Pending, NextAttemptAt = clock.GetUtcNow() + Waits[tries - 1] },
        };
    }

    [LoggerMessage(EventId = 6006, Level = LogLevel.Error, Message = "The report of notice {Key} cannot be read")]
    private partial void LogUnreadable(string key, Exception exception);

    [LoggerMessage(EventId = 6003, Level = LogLevel.Warning, Message = "Notice {Key} is not sent by itself any more: {Reason}")]
    private partial void LogGivenUp(string key, string reason);
}
