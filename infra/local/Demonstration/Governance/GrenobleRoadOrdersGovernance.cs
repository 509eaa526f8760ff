using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;
using static Evaluation.Local.Demonstration.Governance.Records;

namespace Evaluation.Local.Demonstration.Governance;

/// <summary>A paid service, paid by the act, whose first orders of the year are free.</summary>
internal static class GrenobleRoadOrdersGovernance
{
    public static MutualisationDocument Govern(MutualisationDocument document) => document with
    {
        Offer = Editions("exploratoire", "nouvelle"),
        OfferStatus = "nouvelle",
        Lifecycle =
        [
            Step("exploration", "2021-06-15", "Offre de mutualisation de juin 2021"),
            Step("prefiguration", "2022-01-10", "Comité de pilotage du 10 janvier 2022", "La pratique de trois communes tenait lieu de diagnostic."),
            Step("conventionSigned", "2022-07-08", "Convention 2022-087"),
            Step("active", "2022-09-01"),
        ],
        ContactMailbox = "arretes@example.org",
        Sponsor = Typography.Fix("Vice-présidence à l'espace public"),
        CostCentre = "EPV-ARR-03",
        Convention = document.Convention!.Saying(
            ["Préparer les arrêtés de circulation et de stationnement que signe le maire."],
            ["Deux instructeurs et un logiciel d'arrêtés."],
            "Six arrêtés gratuits par an, puis 52,50 € l'arrêté ; la Métropole garde le reste à sa charge.") with
        {
            SignedOn = "2022-07-08",
            BillingMonths = 3,
        },
        Committees =
        [
            Meeting("monitoring", "2024-10-03", "Le délai de prévenance est rappelé aux entreprises."),
            Meeting("monitoring", "2025-10-09", "Le prix de l'arrêté est revu pour 2027.", "Proposer un prix qui couvre le coût."),
        ],
        Recommendations =
        [
            Recommended("Rapprocher le prix de l'arrêté de son coût.", "Direction de l'espace public et de la voirie", "2026-03-31", "decided", "2025-10-09"),
        ],
    };
}
