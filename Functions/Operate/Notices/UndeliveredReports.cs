using Evaluation.Core.Calendar;
using Evaluation.Core.Communities;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Operate.Notices;

/// <summary>What the direction is told of reports that subscribers do not get.</summary>
internal static class UndeliveredReports
{
    /// <summary>
    /// The notice to the direction; null where there is nothing to tell: the notice is no report or is not given up, its address
    /// asked for none, it is the direction’s own, or nothing leaves at all.
    /// </summary>
    /// <param name="after">As the notice now stands.</param>
    /// <param name="community">Whose it is.</param>
    /// <param name="mailbox">Where it went.</param>
    /// <param name="leaves">Whether there is a channel.</param>
    /// <param name="now">When that was found.</param>
    public static Notice? Told(Notice after, Community community, string? mailbox, bool leaves, DateTimeOffset now)
    {
        var isLost = after is { Due.Kind: CalendarKind.Report, State: NoticeState.Failed or NoticeState.Undeliverable };
        if (!isLost || !leaves || IsMuted(community, mailbox) || IsOfDirection(after, community, mailbox))
        {
            return null;
        }

        var due = ReportNotices.Undelivered(after.Id, after.Due, NameOf(after, community), mailbox, after.Outcome ?? "", after.Due.On);
        return new Notice(after.Siren, after.Mutualisation, due, community.DirectorMailbox, now);
    }

    private static string? NameOf(Notice notice, Community community) => notice.Due.Member is { } member ? community.Find(member.ToString())?.Name : null;

    private static bool IsMuted(Community community, string? mailbox) => mailbox is not null && community.Mutes(mailbox);

    private static bool IsOfDirection(Notice notice, Community community, string? mailbox) =>
        notice.Due.Recipient == NoticeRecipient.Director
        || (mailbox is not null && string.Equals(mailbox, community.DirectorMailbox, StringComparison.OrdinalIgnoreCase));
}
