using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;
using static Evaluation.Local.Demonstration.Governance.Records;

namespace Evaluation.Local.Demonstration.Governance;

/// <summary>A service commun whose staff committee opinion is missing.</summary>
internal static class GrenobleAccessibilityGovernance
{
    public static MutualisationDocument Govern(MutualisationDocument document) => document with
    {
        Offer = Editions("nouvelle", "existante"),
        ContactMailbox = "accessibilite@example.org",
        Sponsor = Typography.Fix("Vice-présidence à l'égalité et à l'accessibilité"),
        CostCentre = "ACC-04",
        HierarchicalAuthority = Typography.Fix("Présidence de la Métropole"),
        FunctionalAuthority = Typography.Fix("Direction générale de chaque adhérent"),
        Convention = document.Convention!.Saying(
            ["Établir les diagnostics.", "Suivre les registres publics d'accessibilité."],
            ["Deux chargés de mission et un marché d'audit numérique."],
            "Parts fixées par la convention, revues tous les trois ans.") with
        {
            SignedOn = "2022-02-18",
            Renewal = "expresse",
        },
        Deliberations = Concordant(
            Territory.Grenoble, "2021-12-17", "1DL210688", document.Memberships!.Select(m => m.Member!)),
        ImpactSheet = Typography.Fix("Fiche d'impact du 3 décembre 2021"),
        Committees = [Meeting("steering", "2025-03-27", "Les parts de la convention seront revues avec le bilan de 2026.")],
        Recommendations =
        [
            Recommended("Tenir à jour le registre d'accessibilité de chaque établissement.", "Mission accessibilité", "2025-12-31", "inProgress", "2025-03-27"),
        ],
        Links = [Link("projetTerritoire", "Projet de territoire", "grenoble/projet-territoire.pdf")],
    };
}
