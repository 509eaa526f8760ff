using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;
using static Evaluation.Local.Demonstration.Governance.Records;

namespace Evaluation.Local.Demonstration.Governance;

/// <summary>A paid service older than the offer; the key changed on 1 July 2025.</summary>
internal static class IsereUrbanismGovernance
{
    public static MutualisationDocument Govern(MutualisationDocument document) => document with
    {
        ContactMailbox = "instruction@example.org",
        Sponsor = Typography.Fix("Vice-présidence à l'aménagement"),
        CostCentre = "ADS-38",
        Lifecycle =
        [
            Step("active", "2010-01-01"),
            Step("amended", "2025-07-01", "Avenant 1"),
        ],
        Convention = document.Convention!.Saying(
            ["Instruire les autorisations d'urbanisme."],
            ["Six instructeurs et demi."],
            "Coût réparti pour moitié selon la population et pour moitié selon les actes.") with
        {
            SignedOn = "2009-12-15",
            Renewal = "expresse",
            BillingMonths = 6,
        },
        Amendments =
        [
            new AmendmentDocument
            {
                Number = "1",
                SignedOn = "2025-06-12",
                EffectiveOn = "2025-07-01",
                Purpose = Typography.Fix("Répartir le coût selon les seuls actes instruits, en limitant les hausses à 20 % par an."),
                FinancialTerms = Typography.Fix("Coût réparti selon les actes instruits, pondérés en équivalents permis de construire."),
                Allocation = Declaration.Split("ADS-03") with { GrowthCap = 0.2m },
            },
        ],
        Committees =
        [
            Meeting("steering", "2024-12-03", "L'entrée d'Eclose-Badinières est acceptée."),
            Meeting("steering", "2025-05-27", "La clé passe aux seuls actes au 1er juillet.", "Signer l'avenant avant l'été."),
        ],
        Recommendations =
        [
            Recommended("Revoir la clé pour suivre l'usage de chacun.", "Pôle aménagement et urbanisme", "2025-07-01", "carriedOut", "2025-07-01", "Avenant 1."),
            Recommended("Faire entrer les dernières communes.", "Direction générale", "2026-01-01", "inProgress", "2025-07-01"),
        ],
    };
}
