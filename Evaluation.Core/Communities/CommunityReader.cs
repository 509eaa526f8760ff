using System.Text.RegularExpressions;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Communities;

/// <summary>Reads a community's document, with every problem at once.</summary>
public static partial class CommunityReader
{
    private const int MaxMembers = 500;

    /// <summary>The community, or what prevents it.</summary>
    /// <param name="siren">The SIREN under which the document is filed.</param>
    /// <param name="document">What was sent or stored.</param>
    public static Outcome<Community> Read(string? siren, CommunityDocument document)
    {
        var checks = new DocumentChecks();
        var identity = checks.Siren(siren, "");
        var name = checks.RequiredText(document.Name, "/name", 200);
        var kind = checks.Choice<CommunityKind>(document.Kind, "/kind");
        var regime = checks.Choice<FiscalRegime>(document.FiscalRegime, "/fiscalRegime");
        var members = DocumentChecks.Items(document.Members)
            .Select((member, index) => ReadMember(checks, member, $"/members/{index}"))
            .ToList();
        if (members.Count is 0 or > MaxMembers)
        {
            checks.Add(Refusals.CommunityMembers, "/members");
        }

        RefuseDuplicates(checks, members, m => m.Siren.ToString(), "siren");
        RefuseDuplicates(checks, members, m => m.InseeCode, "inseeCode");
        var indices = PriceIndexReader.Read(checks, document.PriceIndices);
        var pay = FunctionalPayReader.Read(checks, document.FunctionalPay);
        var director = MailboxReader.Optional(checks, document.DirectorMailbox, "/directorMailbox");
        var muted = MailboxReader.Several(checks, document.MutedMailboxes, "/mutedMailboxes");
        var subscriptions = SubscriptionReader.Read(checks, document.Subscriptions, identity, members);
        return Outcome<Community>.Of(
            checks.Problems,
            () => new Community(identity, name, kind, regime, document.Demonstration, members)
            {
                PriceIndices = indices,
                FunctionalPay = pay,
                DirectorMailbox = director,
                MutedMailboxes = muted,
                Subscriptions = subscriptions,
            });
    }

    private static Member ReadMember(DocumentChecks checks, MemberDocument document, string pointer)
    {
        var kind = checks.Choice<MemberKind>(document.Kind, $"{pointer}/kind", MemberKind.Commune);
        var isCommune = kind is MemberKind.Commune or MemberKind.CommuneExterieure;
        if (document.InseeCode is null ? isCommune : !InseeCode().IsMatch(document.InseeCode))
        {
            checks.Add(Refusals.InseeInvalid, $"{pointer}/inseeCode");
        }

        return new Member(
            checks.Siren(document.Siren, $"{pointer}/siren"),
            document.InseeCode,
            checks.RequiredText(document.Name, $"{pointer}/name", 200),
            kind,
            document.VilleCentre,
            ReadPopulations(checks, document, $"{pointer}/populations"))
        {
            Agents = ReadAgents(checks, document, $"{pointer}/agents"),
            Mailbox = MailboxReader.Optional(checks, document.Mailbox, $"{pointer}/mailbox"),
        };
    }

    private static List<AgentCount> ReadAgents(DocumentChecks checks, MemberDocument document, string pointer)
    {
        var counts = new List<AgentCount>();
        foreach (var (written, index) in DocumentChecks.Items(document.Agents).Select((a, i) => (a, i)))
        {
            if (written.Count < 0 || written.Year is < Period.MinYear or > Period.MaxYear)
            {
                checks.Add(Refusals.AgentsInvalid, $"{pointer}/{index}");
            }
            else if (counts.Exists(c => c.Year == written.Year))
            {
                checks.Add(Refusals.AgentsDuplicate, $"{pointer}/{index}/year");
            }

            counts.Add(new AgentCount(written.Year, written.Count, checks.RequiredText(written.Source, $"{pointer}/{index}/source", 200)));
        }

        return counts;
    }

    private static List<Population> ReadPopulations(DocumentChecks checks, MemberDocument document, string pointer)
    {
        var populations = new List<Population>();
        foreach (var (written, index) in DocumentChecks.Items(document.Populations).Select((p, i) => (p, i)))
        {
            var population = ReadPopulation(checks, written, $"{pointer}/{index}");
            if (populations.Exists(p => (p.Kind, p.Year) == (population.Kind, population.Year) && p.Inhabitants != population.Inhabitants))
            {
                checks.Add(Refusals.PopulationDuplicate, $"{pointer}/{index}");
            }

            populations.Add(population);
        }

        return populations;
    }

    private static Population ReadPopulation(DocumentChecks checks, PopulationDocument document, string pointer)
    {
        if (document.Inhabitants < 0 || document.Year is < Period.MinYear or > Period.MaxYear)
        {
            checks.Add(Refusals.PopulationInvalid, pointer);
        }

        return new Population(
            checks.Choice<PopulationKind>(document.Kind, $"{pointer}/kind"),
            document.Year,
            document.Inhabitants,
            checks.RequiredText(document.Source, $"{pointer}/source", 200));
    }

    private static void RefuseDuplicates(
        DocumentChecks checks, List<Member> members, Func<Member, string?> identity, string field)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < members.Count; i++)
        {
            if (identity(members[i]) is { Length: > 0 } value && !seen.Add(value))
            {
                checks.Add(Refusals.MemberDuplicate, $"/members/{i}/{field}", value);
            }
        }
    }

    [GeneratedRegex(@"^([0-9]{2}|2[AB])[0-9]{3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex InseeCode();
}
