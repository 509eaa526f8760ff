using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;
using static Evaluation.Local.Demonstration.Governance.Records;

namespace Evaluation.Local.Demonstration.Governance;

/// <summary>Everything that a service commun is held to is on record; its terms changed on 1 January 2025.</summary>
internal static class GrenobleUrbanismGovernance
{
    public static MutualisationDocument Govern(MutualisationDocument document) => document with
    {
        Offer = Editions("existante", "existante"),
        Lifecycle =
        [
            Step("diagnostic", "2016-09-15", "Lettre de mission du 15 septembre 2016"),
            Step("scenarios", "2017-02-20", "Comité de pilotage du 20 février 2017"),
            Step("prefiguration", "2017-06-01", "Comité de pilotage du 22 mai 2017"),
            Step("conventionSigned", "2018-06-20", "Convention 2018-114"),
            Step("active", "2018-07-01"),
            Step("amended", "2025-01-01", "Avenant 1"),
        ],
        ContactMailbox = "urbanisme.communes@example.org",
        Sponsor = Typography.Fix("Vice-présidence à l'urbanisme et à l'habitat"),
        CostCentre = "URBA-ADS-01",
        HierarchicalAuthority = Typography.Fix("Présidence de la Métropole"),
        FunctionalAuthority = Typography.Fix("Maire de chaque commune, signataire des autorisations"),
        Convention = document.Convention!.Saying(
            [
                "Instruire les permis de construire, d'aménager et de démolir, les déclarations préalables et les certificats d'urbanisme.",
                "Assister les communes au guichet et en précontentieux.",
            ],
            ["Vingt agents en équivalent temps plein.", "Un logiciel d'instruction partagé avec les mairies."],
            "Coût complet réparti selon les actes instruits, pondérés en équivalents permis de construire, et selon la population.") with
        {
            SignedOn = "2018-06-20",
            Renewal = "expresse",
            BillingMonths = 12,
            Reversibility = Typography.Fix("Les agents transférés retrouvent leur commune d'origine, les dossiers en cours sont achevés par le service."),
        },
        Amendments =
        [
            new AmendmentDocument
            {
                Number = "1",
                SignedOn = "2024-12-20",
                EffectiveOn = "2025-01-01",
                Purpose = Typography.Fix("Appeler les fonds deux fois par an et porter le préavis à neuf mois."),
                BillingMonths = 6,
                NoticeMonths = 9,
                FinancialTerms = Typography.Fix("Coût complet réparti selon les actes et la population, deux acomptes par an et une régularisation au printemps."),
            },
        ],
        Deliberations = Concordant(
            Territory.Grenoble, "2018-03-30", "1DL180147", document.Memberships!.Select(m => m.Member!)),
        StaffCommitteeOpinions =
        [
            .. Opinions("2018-03-12", "favorable", Territory.Grenoble),
            .. Opinions("2018-03-15", "reserve", "38185"),
        ],
        ImpactSheet = Typography.Fix("Fiche d'impact annexée à la convention 2018-114"),
        Committees =
        [
            Meeting("steering", "2024-06-18", "Le bilan de 2023 est approuvé.", "Préparer l'entrée des deux dernières communes."),
            Meeting("technical", "2024-11-14", "La grille de pondération des actes est maintenue."),
            Meeting("steering", "2025-06-24", "Deux postes sont publiés sans attendre l'automne.", "Renforcer l'équipe de juillet à septembre."),
            Meeting("monitoring", "2026-03-17", "Le retour du délai légal est constaté."),
        ],
        Recommendations =
        [
            Recommended("Faire entrer les deux dernières communes.", "Direction générale", "2025-06-30", "carriedOut", "2025-04-01", "Entrée de Mont-Saint-Martin et de Sarcenas le 1er avril 2025."),
            Recommended("Pourvoir les postes vacants avant chaque été.", "Direction des ressources humaines", "2025-12-31", "inProgress", "2025-09-15"),
            Recommended("Ouvrir le dépôt en ligne aux certificats d'urbanisme.", "Direction du numérique", "2026-09-30", "decided", "2025-06-24"),
        ],
        Links =
        [
            Link("convention", "Convention 2018-114", "grenoble/ads/convention.pdf"),
            Link("ficheImpact", "Fiche d'impact du service commun", "grenoble/ads/fiche-impact.pdf"),
            Link("pacteGouvernance", "Pacte de gouvernance, décembre 2021", "grenoble/pacte-gouvernance.pdf"),
        ],
    };
}
