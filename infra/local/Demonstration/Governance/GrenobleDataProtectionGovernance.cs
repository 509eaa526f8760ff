using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;
using static Evaluation.Local.Demonstration.Governance.Records;

namespace Evaluation.Local.Demonstration.Governance;

/// <summary>A service created between two editions of the offer; two deliberations were never sent.</summary>
internal static class GrenobleDataProtectionGovernance
{
    public static MutualisationDocument Govern(MutualisationDocument document) => document with
    {
        Offer = Editions("exploratoire", "existante"),
        Lifecycle =
        [
            Step("exploration", "2021-01-20", "Groupe de travail du 20 janvier 2021"),
            Step("diagnostic", "2021-04-01"),
            Step("scenarios", "2021-06-15", "Offre de mutualisation de juin 2021"),
            Step("prefiguration", "2021-09-01"),
            Step("conventionSigned", "2021-12-17", "Convention 2022-031"),
            Step("active", "2022-01-01"),
        ],
        ContactMailbox = "dpd@example.org",
        Sponsor = Typography.Fix("Vice-présidence au numérique"),
        CostCentre = "JUR-DPD-02",
        HierarchicalAuthority = Typography.Fix("Direction générale des services de la Métropole"),
        FunctionalAuthority = Typography.Fix("Exécutif de chaque adhérent, responsable de ses traitements"),
        Convention = document.Convention!.Saying(
            ["Tenir les registres.", "Répondre aux demandes d'exercice des droits.", "Sensibiliser les agents et les élus."],
            ["Trois délégués et demi en équivalent temps plein."],
            "Coût réparti selon les jours d'intervention, avec une participation au moins égale à 5 000 € et au plus égale à 11 500 €.") with
        {
            SignedOn = "2021-12-17",
            Renewal = "tacite",
        },
        Deliberations = Concordant(
            Territory.Grenoble, "2021-11-19", "1DL210612", document.Memberships!.Select(m => m.Member!).Except(["38068", "38478"])),
        StaffCommitteeOpinions = [.. Opinions("2021-11-08", "favorable", Territory.Grenoble)],
        ImpactSheet = Typography.Fix("Fiche d'impact du 8 novembre 2021"),
        Committees =
        [
            Meeting("steering", "2024-05-23", "Un demi-poste de plus est ouvert en 2025."),
            Meeting("steering", "2025-05-22", "Les registres incomplets sont repris commune par commune."),
        ],
        Recommendations =
        [
            Recommended("Compléter le registre de chaque adhérent.", "Délégué à la protection des données", "2025-12-31", "inProgress", "2025-05-22"),
            Recommended("Proposer le service aux communes de plus de 6 500 habitants.", "Direction des affaires juridiques", "2025-12-31", "dropped", "2025-11-20", "Les grandes communes gardent leur propre délégué."),
        ],
        Links = [Link("convention", "Convention 2022-031", "grenoble/dpd/convention.pdf")],
    };
}
