using Evaluation.Core.Communities;
using Evaluation.Core.French;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Mutualisations;

/// <summary>Reads who takes part and when.</summary>
internal static class MembershipReader
{
    private const int MostPosts = 100;

    public static List<Membership> Read(DocumentChecks checks, MutualisationDocument document, Community community)
    {
        var memberships = new List<Membership>();
        foreach (var (written, index) in DocumentChecks.Items(document.Memberships).Select((m, i) => (m, i)))
        {
            var pointer = $"/memberships/{index}";
            var membership = ReadOne(checks, written, pointer, community);
            if (membership.Member != default && memberships.Exists(other => other.Member == membership.Member && Overlap(other, membership)))
            {
                checks.Add(Refusals.MembershipOverlap, pointer);
            }

            memberships.Add(membership);
        }

        CheckShares(checks, memberships, document.Posts);
        return memberships;
    }

    /// <summary>Nobody takes part in a service that is over.</summary>
    public static void RefuseAfter(DocumentChecks checks, IReadOnlyList<Membership> memberships, DateOnly? endedOn)
    {
        for (var i = 0; i < memberships.Count; i++)
        {
            if (memberships[i].To is { } to ? to > endedOn : endedOn is not null)
            {
                checks.Add(Refusals.MembershipAfterEnd, $"/memberships/{i}/to", FrenchDate.InWords(endedOn!.Value));
            }
        }
    }

    private static Membership ReadOne(DocumentChecks checks, MembershipDocument written, string pointer, Community community)
    {
        var membership = new Membership(
            checks.Member(written.Member, $"{pointer}/member", community),
            checks.RequiredDate(written.From, $"{pointer}/from"),
            checks.OptionalDate(written.To, $"{pointer}/to"))
        {
            EntryAct = checks.OptionalText(written.EntryAct, $"{pointer}/entryAct", 200),
            ExitAct = checks.OptionalText(written.ExitAct, $"{pointer}/exitAct", 200),
            ShareOfPost = written.ShareOfPost,
        };
        if (membership.To <= membership.From)
        {
            checks.Add(Refusals.MembershipInverted, pointer);
        }

        if (membership.ExitAct is not null && written.To is null)
        {
            checks.Add(Refusals.MembershipExitAct, $"{pointer}/exitAct");
        }

        if (membership.ShareOfPost is <= 0 or > 1)
        {
            checks.Add(Refusals.MembershipShare, $"{pointer}/shareOfPost");
        }

        return membership;
    }

    private static bool Overlap(Membership a, Membership b) =>
        (b.To is null || a.From < b.To) && (a.To is null || b.From < a.To);

    private static void CheckShares(DocumentChecks checks, List<Membership> memberships, decimal? posts)
    {
        if (posts is <= 0 or > MostPosts)
        {
            checks.Add(Refusals.MembershipPosts, "/posts");
            return;
        }

        if (FirstDayOver(memberships, posts ?? 1) is { } day)
        {
            checks.Add(Refusals.MembershipShares, "/memberships", FrenchDate.InWords(day), FrenchNumber.Format(posts ?? 1, 2));
        }
    }

    // Who leaves on a day frees the part before who enters takes it.
    private static DateOnly? FirstDayOver(IEnumerable<Membership> memberships, decimal posts)
    {
        var taken = 0m;
        var changes = memberships
            .Where(m => m.ShareOfPost is > 0 and <= 1 && !(m.To <= m.From))
            .SelectMany(m => new[] { (Day: (DateOnly?)m.From, Part: m.ShareOfPost!.Value), (Day: m.To, Part: -m.ShareOfPost.Value) })
            .Where(change => change.Day is not null)
            .OrderBy(change => change.Day)
            .ThenBy(change => change.Part);
        foreach (var (day, part) in changes)
        {
            taken += part;
            if (taken > posts)
            {
                return day;
            }
        }

        return null;
    }
}
