using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;
using Evaluation.Local.Demonstration.Activities;
using Evaluation.Local.Demonstration.Governance;
using static Evaluation.Local.Demonstration.Declaration;

namespace Evaluation.Local.Demonstration.Services;

/// <summary>Joint purchasing of the CAPI and its communes: no cost to share, savings to show.</summary>
internal static class IserePurchasing
{
    private static readonly string[] First =
    [
        Territory.PorteDeLIsere,
        "38053", "38149", "38193", "38276", "38348", "38352", "38449",
        "38455", "38475", "38530", "38537", "38553", "38172",
    ];

    private static readonly string[] JoinedJuly2024 = ["38223", "38230"];

    private static readonly string[] JoinedJanuary2025 = ["38091", "38136", "38481"];

    private static readonly decimal[] Participants = [14, 16, 19, 19];

    private static readonly Team Team = new()
    {
        Staff2024 = 1.2m,
        Staff2025 = 1.3m,
        Answers = 17,
        Satisfied2024 = 0.83m,
        Satisfied2025 = 0.87m,
        ComplaintsPerQuarter = 0.01m,
    };

    public static ServicePlan Plan() => new(
        "achats-groupes",
        IserePurchasingGovernance.Govern(Document()),
        CostTable.Of(
            new CostRow(CostCategory.Personnel, 58000.00m, 57214.30m, 64000.00m, 63870.55m),
            new CostRow(CostCategory.ContratsServices, 4200.00m, 4180.00m, 4300.00m, 4360.00m)),
        chance => new PurchasingActivity(chance, Team, Participants))
    {
        Application = "marches-groupes",
        Habits = new SendingHabits { Day = 9, QuarterlyUntil = 2026 },
    };

    private static MutualisationDocument Document() => new()
    {
        Label = Typography.Fix("Groupements de commandes"),
        ServiceType = "GRC",
        LegalForm = "groupementCommandes",
        OfferStatus = "existante",
        Provider = Territory.PorteDeLIsere,
        Referent = Typography.Fix("Service de la commande publique"),
        Objectives = Sentences(
            "Acheter ensemble le matériel informatique, puis la papeterie et les véhicules.",
            "Réaliser des économies d'échelle."),
        Memberships =
        [
            .. Since("2009-06-01", First),
            .. Since("2024-07-01", JoinedJuly2024),
            .. Since("2025-01-01", JoinedJanuary2025),
        ],
        Indicators =
        [
            .. Follow("GRC-01", "GRC-02", "GRC-03", "GRC-04", "GRC-05"),
            .. Follow("TRV-02", "TRV-05", "TRV-10", "TRV-11", "TRV-15", "TRV-16"),
        ],
        Convention = new ConventionDocument
        {
            Number = "2009-031",
            Object = Typography.Fix(
                "Passer et exécuter en commun des marchés de fournitures courantes."),
            StartsOn = "2009-06-01",
            NoticeMonths = 3,
            Settlement = "gratuit",
        },
    };
}
