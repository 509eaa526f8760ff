using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;
using static Evaluation.Local.Demonstration.Governance.Records;

namespace Evaluation.Local.Demonstration.Governance;

/// <summary>A shared IT department on the attribution de compensation, with its double authority.</summary>
internal static class ClermontInformationSystemsGovernance
{
    public static MutualisationDocument Govern(MutualisationDocument document) => document with
    {
        ContactMailbox = "assistance.communes@example.org",
        Sponsor = Typography.Fix("Vice-présidence à l'administration générale"),
        CostCentre = "DUN-100",
        HierarchicalAuthority = Typography.Fix("Présidence de Clermont Auvergne Métropole"),
        FunctionalAuthority = Typography.Fix("Maire de chaque commune pour les projets qui lui sont propres"),
        Lifecycle =
        [
            Step("diagnostic", "2015-10-01", "Schéma de mutualisation, horizon 2015-2016"),
            Step("scenarios", "2016-06-01"),
            Step("prefiguration", "2017-01-15", "Schéma de mutualisation, horizon 2017-2018"),
            Step("conventionSigned", "2017-12-15", "Convention 2017-212"),
            Step("active", "2018-01-01"),
        ],
        Convention = document.Convention!.Saying(
            ["Gérer les postes de travail et l'assistance.", "Exploiter les applications communes.", "Assurer la sécurité des réseaux."],
            ["Quarante-sept agents.", "Deux salles informatiques et leurs contrats."],
            "Coût réparti selon les postes et la population, imputé sur l'attribution de compensation ; entrée progressive sur trois ans ; projets propres à une commune à sa seule charge.") with
        {
            SignedOn = "2017-12-15",
            Renewal = "expresse",
            BillingMonths = 3,
            Reversibility = Typography.Fix("Douze mois de préavis, reprise des agents et rachat du matériel à sa valeur nette."),
        },
        Deliberations = Concordant(
            Territory.Clermont, "2017-11-10", "DEL20171110_024", document.Memberships!.Select(m => m.Member!)),
        StaffCommitteeOpinions =
        [
            .. Opinions("2017-10-16", "favorable", Territory.Clermont),
            .. Opinions("2017-10-19", "defavorable", "63113"),
            .. Opinions("2017-10-23", "reputeRendu", "63124"),
        ],
        ImpactSheet = Typography.Fix("Fiche d'impact du 9 octobre 2017"),
        Committees =
        [
            Meeting("steering", "2024-03-21", "L'entrée de Romagnat et de Royat est acceptée pour 2025."),
            Meeting("technical", "2024-11-05", "Le plan de correctifs de sécurité est arrêté."),
            Meeting("steering", "2025-11-20", "La panne d'octobre donne lieu à un plan de reprise.", "Tester la reprise avant l'été 2026."),
        ],
        Recommendations =
        [
            Recommended("Contenir la hausse des contrats de services.", "Direction des usages numériques", "2025-12-31", "proposed", "2025-06-19"),
            Recommended("Mettre à jour 95 % des postes.", "Direction des usages numériques", "2025-12-31", "carriedOut", "2025-12-31", "Objectif atteint au quatrième trimestre."),
        ],
        Links =
        [
            Link("rapportClect", "Rapport de la CLECT de 2017", "clermont/clect-2017.pdf"),
            Link("organigramme", "Organigramme de la direction", "clermont/dun/organigramme.pdf"),
        ],
    };
}
