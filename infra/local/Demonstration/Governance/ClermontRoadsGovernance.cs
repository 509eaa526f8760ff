using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;
using static Evaluation.Local.Demonstration.Governance.Records;

namespace Evaluation.Local.Demonstration.Governance;

/// <summary>A service put at disposal whose terms changed on 1 January 2025.</summary>
internal static class ClermontRoadsGovernance
{
    public static MutualisationDocument Govern(MutualisationDocument document) => document with
    {
        ContactMailbox = "voirie.communes@example.org",
        Sponsor = Typography.Fix("Vice-présidence aux espaces publics"),
        CostCentre = "EP-VOI-210",
        HierarchicalAuthority = Typography.Fix("Présidence de Clermont Auvergne Métropole"),
        FunctionalAuthority = Typography.Fix("Maire de chaque commune, pour les travaux qu'il demande"),
        Convention = document.Convention!.Saying(
            ["Entretenir les chaussées et leurs dépendances.", "Traiter les signalements des habitants."],
            ["Trente et un agents.", "Les camions et les engins des deux dépôts."],
            "Coût unitaire du kilomètre multiplié par le linéaire entretenu, facturé une fois par an.") with
        {
            SignedOn = "2018-12-14",
            Renewal = "aucune",
            BillingMonths = 12,
        },
        Amendments =
        [
            new AmendmentDocument
            {
                Number = "1",
                SignedOn = "2024-11-29",
                EffectiveOn = "2025-01-01",
                Purpose = Typography.Fix("Facturer par trimestre et prévoir la fin du service."),
                BillingMonths = 3,
                FinancialTerms = Typography.Fix("Coût unitaire du kilomètre multiplié par le linéaire entretenu, quatre acomptes par an."),
                Reversibility = Typography.Fix("Les agents mis à disposition de plein droit reviennent à la Métropole."),
            },
        ],
        Committees = [Meeting("monitoring", "2024-09-26", "Les retards de transmission des chiffres sont signalés au service.")],
        Recommendations =
        [
            Recommended("Transmettre les chiffres avant le 10 de chaque mois.", "Direction de l'espace public", "2025-03-31", "decided", "2025-02-06"),
        ],
    };
}
