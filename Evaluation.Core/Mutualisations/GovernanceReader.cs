using Evaluation.Core.Communities;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Mutualisations;

/// <summary>Reads who steers a service and what was decided.</summary>
internal static class GovernanceReader
{
    private const int LongestTitle = 200;

    // Of a missing address; the document is then refused.
    private static readonly Uri Nowhere = new("https://invalid/");

    public static Governance Read(DocumentChecks checks, MutualisationDocument document, Community community) => new()
    {
        Sponsor = checks.OptionalText(document.Sponsor, "/sponsor", LongestTitle),
        ContactMailbox = MailboxReader.Optional(checks, document.ContactMailbox, "/contactMailbox"),
        CostCentre = checks.OptionalText(document.CostCentre, "/costCentre", 100),
        HierarchicalAuthority = checks.OptionalText(document.HierarchicalAuthority, "/hierarchicalAuthority", LongestTitle),
        FunctionalAuthority = checks.OptionalText(document.FunctionalAuthority, "/functionalAuthority", LongestTitle),
        ImpactSheet = checks.OptionalText(document.ImpactSheet, "/impactSheet", LongestTitle),
        Reglement = checks.OptionalText(document.Reglement, "/reglement", LongestTitle),
        Committees = Each(document.Committees, "/committees", (c, pointer) => new CommitteeMeeting(
            checks.Choice<CommitteeKind>(c.Kind, $"{pointer}/kind"),
            checks.RequiredDate(c.On, $"{pointer}/on"),
            Sentences(checks, c.Decisions, $"{pointer}/decisions"),
            Sentences(checks, c.NextActions, $"{pointer}/nextActions"))),
        Deliberations = Each(document.Deliberations, "/deliberations", (d, pointer) => new Deliberation(
            checks.MemberOrCommunity(d.Assembly, $"{pointer}/assembly", community),
            checks.RequiredText(d.Number, $"{pointer}/number", 100),
            checks.RequiredDate(d.On, $"{pointer}/on"))),
        StaffCommitteeOpinions = Each(document.StaffCommitteeOpinions, "/staffCommitteeOpinions", (o, pointer) =>
            new StaffCommitteeOpinion(
                checks.MemberOrCommunity(o.Committee, $"{pointer}/committee", community),
                checks.RequiredDate(o.On, $"{pointer}/on"),
                checks.Choice<StaffOpinion>(o.Opinion, $"{pointer}/opinion"))),
        Links = Each(document.Links, "/links", (l, pointer) => ReadLink(checks, l, pointer)),
    };

    private static DocumentLink ReadLink(DocumentChecks checks, DocumentLinkDocument document, string pointer)
    {
        var kind = checks.Choice<LinkKind>(document.Kind, $"{pointer}/kind");
        var title = checks.RequiredText(document.Title, $"{pointer}/title", LongestTitle);
        if (!Uri.TryCreate(document.Address, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
        {
            checks.Add(Refusals.LinkAddress, $"{pointer}/address");
        }

        return new DocumentLink(kind, title, address ?? Nowhere);
    }

    private static List<string> Sentences(DocumentChecks checks, IReadOnlyList<string?>? written, string pointer) =>
        [.. (written ?? []).Select((text, i) => checks.RequiredText(text, $"{pointer}/{i}"))];

    private static List<T> Each<TDocument, T>(IReadOnlyList<TDocument?>? documents, string pointer, Func<TDocument, string, T> read)
        where TDocument : class, new() =>
        [.. DocumentChecks.Items(documents).Select((document, index) => read(document, $"{pointer}/{index}"))];
}
