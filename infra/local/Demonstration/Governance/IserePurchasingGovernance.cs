using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;
using static Evaluation.Local.Demonstration.Governance.Records;

namespace Evaluation.Local.Demonstration.Governance;

/// <summary>Joint purchasing, opened group by group.</summary>
internal static class IserePurchasingGovernance
{
    public static MutualisationDocument Govern(MutualisationDocument document) => document with
    {
        ContactMailbox = "achats@example.org",
        Sponsor = Typography.Fix("Vice-présidence à la commande publique"),
        Convention = document.Convention!.Saying(
            ["Recenser les besoins, passer et exécuter les marchés communs."],
            ["Un acheteur de la CAPI."],
            "Gratuit : chaque membre paie ce qu'il commande.") with
        {
            SignedOn = "2009-05-28",
            Renewal = "tacite",
        },
        Committees =
        [
            Meeting("technical", "2024-06-04", "Les véhicules sont ajoutés au programme."),
            Meeting("steering", "2025-06-05", "Trois communes rejoignent le groupement."),
        ],
        Recommendations =
        [
            Recommended("Mesurer les économies marché par marché.", "Service de la commande publique", "2025-12-31", "proposed", "2025-06-05"),
        ],
    };
}
