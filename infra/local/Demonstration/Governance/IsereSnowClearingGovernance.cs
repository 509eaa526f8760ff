using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;
using static Evaluation.Local.Demonstration.Governance.Records;

namespace Evaluation.Local.Demonstration.Governance;

/// <summary>A commune that works for its neighbours, on a convention that is renewed by itself.</summary>
internal static class IsereSnowClearingGovernance
{
    public static MutualisationDocument Govern(MutualisationDocument document) => document with
    {
        ContactMailbox = "viabilite@example.org",
        Sponsor = Typography.Fix("Adjoint aux travaux de Bourgoin-Jallieu"),
        HierarchicalAuthority = Typography.Fix("Maire de Bourgoin-Jallieu"),
        FunctionalAuthority = Typography.Fix("Maire de chaque commune, pour les voies à traiter"),
        Convention = document.Convention!.Saying(
            ["Déneiger et saler les circuits de chaque commune, priorité aux cars scolaires."],
            ["Quatre agents d'astreinte.", "Deux saleuses et une étrave."],
            "Coût réparti selon les kilomètres traités, une sortie comptant pour cinq kilomètres.") with
        {
            SignedOn = "2010-10-21",
            Renewal = "tacite",
        },
        Committees = [Meeting("monitoring", "2025-04-15", "Le bilan de l'hiver est approuvé.", "Renouveler une saleuse.")],
        Recommendations =
        [
            Recommended("Grouper l'achat du sel.", "Direction des services techniques", "2025-10-31", "dropped", "2025-10-02", "Le marché en cours est moins cher."),
        ],
    };
}
