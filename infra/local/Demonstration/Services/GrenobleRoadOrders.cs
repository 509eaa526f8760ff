using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Keys;
using Evaluation.Core.Mutualisations;
using Evaluation.Local.Demonstration.Activities;
using Evaluation.Local.Demonstration.Governance;
using static Evaluation.Local.Demonstration.Declaration;

namespace Evaluation.Local.Demonstration.Services;

/// <summary>Traffic and parking orders prepared for 14 communes, a paid service created in 2022.</summary>
internal static class GrenobleRoadOrders
{
    private static readonly string[] First =
    [
        "38057", "38068", "38071", "38126", "38170", "38200",
        "38271", "38309", "38388", "38423", "38436", "38529",
    ];

    private static readonly string[] Joined2025 = ["38281", "38540"];

    private static readonly Team Team = new()
    {
        Staff2024 = 2m,
        Staff2025 = 2.3m,
        Answers = 14,
        Satisfied2024 = 0.81m,
        Satisfied2025 = 0.86m,
    };

    public static ServicePlan Plan() => new(
        "arretes-circulation",
        GrenobleRoadOrdersGovernance.Govern(Document()),
        CostTable.Of(
            new CostRow(CostCategory.Personnel, 84000.00m, 85210.44m, 97000.00m, 96118.27m),
            new CostRow(CostCategory.ContratsServices, 6200.00m, 6034.80m, 6400.00m, 6512.16m),
            new CostRow(CostCategory.EnvironnementTravail, 5100.00m, 5088.30m, 5900.00m, 5874.02m),
            new CostRow(CostCategory.Fournitures, 900.00m, 842.17m, 950.00m, 911.38m)),
        chance => new RoadOrderActivity(chance, Team))
    {
        Application = "litteralis",
        Habits = new SendingHabits { Day = 4, LatePart = 0.02m },
        Calls = new CallPlan(4),
        Before = new BaselinePlan(2021, 85000m, 2.6m, new Dictionary<string, decimal> { ["CIR-01"] = 1 })
        {
            Source = "Enquête auprès des secrétariats de mairie, février 2022",
        },
    };

    private static MutualisationDocument Document() => new()
    {
        Label = Typography.Fix("Instruction des arrêtés de circulation et de stationnement"),
        ServiceType = "CIR",
        LegalForm = "prestationService",
        Provider = Territory.Grenoble,
        Referent = Typography.Fix("Direction de l'espace public et de la voirie"),
        Objectives = Sentences(
            "Remettre chaque arrêté avant le début des travaux ou de l'événement.",
            "Répercuter à chacun la réalité de ce qu'il a consommé."),
        Memberships =
        [
            .. Since("2022-09-01", First),
            .. Since("2025-01-01", Joined2025),
        ],
        Indicators =
        [
            .. Follow("CIR-01", "CIR-02", "CIR-04", "CIR-05", "CIR-06"),
            .. Follow("TRV-02", "TRV-05", "TRV-07", "TRV-10", "TRV-11", "TRV-15", "TRV-16"),
        ],
        Convention = new ConventionDocument
        {
            Number = "2022-087",
            Object = Typography.Fix(
                "Préparer, à la demande des communes, leurs arrêtés temporaires et permanents de circulation et de stationnement."),
            StartsOn = "2022-09-01",
            EndsOn = "2027-08-31",
            NoticeMonths = 3,
            Settlement = "titreRecette",
            Allocation = new AllocationDocument
            {
                Method = "perAct",
                Prices = new Dictionary<string, decimal> { ["CIR-01"] = 52.5m },
                FranchiseUnits = 6,
            },
        },
    };
}
