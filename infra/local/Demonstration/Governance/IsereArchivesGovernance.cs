using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;
using static Evaluation.Local.Demonstration.Governance.Records;

namespace Evaluation.Local.Demonstration.Governance;

/// <summary>An archivist shared by parts of posts; the convention says nothing of its financial terms.</summary>
internal static class IsereArchivesGovernance
{
    public static MutualisationDocument Govern(MutualisationDocument document) => document with
    {
        ContactMailbox = "archives@example.org",
        Sponsor = Typography.Fix("Vice-présidence à la culture"),
        CostCentre = "ARC-12",
        HierarchicalAuthority = Typography.Fix("Présidence de la CAPI"),
        FunctionalAuthority = Typography.Fix("Maire de la commune où l'archiviste intervient"),
        Posts = 2.4m,
        Memberships = [.. document.Memberships!.Select(m => m with
        {
            ShareOfPost = m.From == "2009-10-01" ? 0.18m : 0.14m,
            EntryAct = m.From == "2009-10-01" ? null : Typography.Fix("Délibération de décembre 2024"),
        })],
        Convention = document.Convention! with
        {
            SignedOn = "2009-09-24",
            Missions = [Typography.Fix("Classer, éliminer et communiquer les archives de chaque commune.")],
            Means = [Typography.Fix("Deux archivistes et un apprenti.")],
            Renewal = "tacite",
            BillingMonths = 6,
        },
        Committees =
        [
            Meeting("technical", "2024-11-19", "Trois communes entrent au 1er janvier 2025."),
            Meeting("technical", "2025-11-18", "Les journées non prises restent à la charge de la CAPI."),
        ],
        Recommendations =
        [
            Recommended("Doter chaque commune d'un tableau de gestion.", "Service des archives", "2026-12-31", "inProgress", "2025-11-18"),
        ],
    };
}
