using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;
using static Evaluation.Local.Demonstration.Governance.Records;

namespace Evaluation.Local.Demonstration.Governance;

/// <summary>A commune that works for the Métropole, prepared step by step.</summary>
internal static class ClermontGreenSpacesGovernance
{
    public static MutualisationDocument Govern(MutualisationDocument document) => document with
    {
        ContactMailbox = "nature@example.org",
        Sponsor = Typography.Fix("Adjointe à la nature en ville"),
        CostCentre = "NAT-050",
        HierarchicalAuthority = Typography.Fix("Maire de Clermont-Ferrand"),
        FunctionalAuthority = Typography.Fix("Présidence de la Métropole, pour ses parcs"),
        Lifecycle =
        [
            Step("exploration", "2022-11-08"),
            Step("diagnostic", "2023-03-01", "Lettre de mission du 1er mars 2023"),
            Step("scenarios", "2023-09-12"),
            Step("prefiguration", "2024-02-01"),
            Step("conventionSigned", "2024-11-29", "Convention 2024-231"),
            Step("active", "2025-01-01"),
        ],
        Convention = document.Convention!.Saying(
            ["Tondre, tailler, arroser et planter les parcs de la Métropole."],
            ["Quinze jardiniers et demi.", "Le matériel des deux ateliers de la ville."],
            "Coût unitaire de l'heure multiplié par les heures constatées, deux acomptes par an.") with
        {
            SignedOn = "2024-11-29",
            Renewal = "aucune",
            BillingMonths = 6,
            Reversibility = Typography.Fix("La Métropole reprend ses parcs avec six mois de préavis."),
        },
        Committees = [Meeting("steering", "2025-11-27", "La première année est jugée trop courte pour conclure.")],
    };
}
