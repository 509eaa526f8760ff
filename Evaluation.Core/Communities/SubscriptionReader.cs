using Evaluation.Core.French;
using Evaluation.Core.Kinds;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Communities;

/// <summary>Reads who receives which report.</summary>
public static class SubscriptionReader
{
    /// <summary>The most that a community keeps: its members, twice each, and as many again.</summary>
    public const int MostSubscriptions = 1000;

    /// <summary>One subscription that is asked for, or what prevents it; whether its service exists is for who knows the services.</summary>
    /// <param name="document">What was sent.</param>
    /// <param name="community">To whose reports.</param>
    public static Outcome<Subscription> Read(SubscriptionDocument document, Community community)
    {
        var checks = new DocumentChecks();
        var subscription = ReadOne(checks, document, "", community.Siren, community.Members);
        return Outcome<Subscription>.Of(checks.Problems, () => subscription);
    }

    /// <summary>The subscriptions of a community, in document order.</summary>
    /// <param name="checks">Takes the problems.</param>
    /// <param name="written">What was sent.</param>
    /// <param name="community">SIREN of the community, which is never a member that reports are transmitted to.</param>
    /// <param name="members">Its members.</param>
    internal static IReadOnlyList<Subscription> Read(
        DocumentChecks checks, IReadOnlyList<SubscriptionDocument?>? written, Siren community, IReadOnlyList<Member> members)
    {
        if (written?.Count > MostSubscriptions)
        {
            checks.Add(Refusals.SubscriptionTooMany, "/subscriptions", FrenchNumber.Format(MostSubscriptions));
        }

        var read = new List<Subscription>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (document, index) in DocumentChecks.Items(written).Take(MostSubscriptions).Select((d, i) => (d, i)))
        {
            var pointer = $"/subscriptions/{index}";
            var before = checks.Problems.Count;
            var subscription = ReadOne(checks, document, pointer, community, members);

            // What did not read says nothing that another could say again.
            if (checks.Problems.Count == before && !seen.Add(subscription.Id))
            {
                checks.Add(Refusals.SubscriptionDuplicate, pointer);
            }

            read.Add(subscription);
        }

        return read;
    }

    private static Subscription ReadOne(
        DocumentChecks checks, SubscriptionDocument document, string pointer, Siren community, IReadOnlyList<Member> members)
    {
        var before = checks.Problems.Count;
        var kind = checks.Choice<ReportKind>(document.Kind, $"{pointer}/kind");
        var to = checks.Choice<NoticeRecipient>(document.To, $"{pointer}/to");
        var service = checks.OptionalText(document.Mutualisation, $"{pointer}/mutualisation", 40);
        var form = checks.Choice<SubscriptionForm>(document.As, $"{pointer}/as", SubscriptionForm.Link);
        var mailbox = MailboxReader.Optional(checks, document.Mailbox, $"{pointer}/mailbox");
        if (checks.Problems.Count == before)
        {
            RefuseContradictions(checks, document, pointer, (kind, service, to, mailbox), members);
        }

        return new Subscription(kind, service, to, form)
        {
            Member = to == NoticeRecipient.Member && document.Member is { } named
                ? ReadMember(checks, named, $"{pointer}/member", community, members)
                : null,
            Mailbox = mailbox,
        };
    }

    private static void RefuseContradictions(
        DocumentChecks checks,
        SubscriptionDocument document,
        string pointer,
        (ReportKind Kind, string? Service, NoticeRecipient To, string? Mailbox) read,
        IReadOnlyList<Member> members)
    {
        var (kind, service, to, mailbox) = read;
        if (document.Member is not null != (to == NoticeRecipient.Member) || mailbox is not null != (to == NoticeRecipient.Mailbox))
        {
            checks.Add(Refusals.SubscriptionRecipient, $"{pointer}/to");
        }

        if (kind == ReportKind.MemberStatement && to != NoticeRecipient.Member)
        {
            checks.Add(Refusals.SubscriptionStatement, $"{pointer}/kind");
        }
        else if (to == NoticeRecipient.Member && !Subscription.IsForMembers(kind))
        {
            checks.Add(Refusals.SubscriptionMemberKind, $"{pointer}/kind");
        }

        if (kind.IsOfCommunity() && service is not null)
        {
            checks.Add(Refusals.SubscriptionOfCommunity, $"{pointer}/mutualisation");
        }
        else if (kind.IsOfCommunity() && to == NoticeRecipient.Service)
        {
            checks.Add(Refusals.SubscriptionOfCommunity, $"{pointer}/to");
        }

        // The address of a member would get what the member does not read yet, or not at all.
        if (mailbox is not null && members.FirstOrDefault(m => IsSame(m.Mailbox, mailbox)) is { } member)
        {
            checks.Add(Refusals.SubscriptionMemberMailbox, $"{pointer}/mailbox", mailbox, member.Name);
        }
    }

    private static Siren? ReadMember(
        DocumentChecks checks, string written, string pointer, Siren community, IReadOnlyList<Member> members)
    {
        var member = members.FirstOrDefault(m => m.Siren.ToString() == written || m.InseeCode == written);
        if (member is null)
        {
            checks.Add(Refusals.MemberUnknown, pointer, Excerpt.Of(written));
        }
        else if (member.Siren == community)
        {
            checks.Add(Refusals.SubscriptionCommunity, pointer);
        }

        return member?.Siren;
    }

    private static bool IsSame(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
