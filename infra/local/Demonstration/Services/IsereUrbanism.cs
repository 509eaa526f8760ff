using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;
using Evaluation.Local.Demonstration.Activities;
using Evaluation.Local.Demonstration.Governance;
using static Evaluation.Local.Demonstration.Declaration;

namespace Evaluation.Local.Demonstration.Services;

/// <summary>Planning permissions of the CAPI: 19 communes of the start, then two more, one by one.</summary>
internal static class IsereUrbanism
{
    private static readonly string[] Outside = ["38553"];

    private static readonly string[] JoinedJanuary2025 = ["38152"];

    private static readonly string[] JoinedJuly2025 = ["38498"];

    private static readonly decimal[] InTime =
        [0.968m, 0.971m, 0.966m, 0.962m, 0.963m, 0.958m, 0.951m, 0.948m, 0.957m, 0.965m, 0.969m, 0.972m];

    private static readonly Team Team = new()
    {
        Staff2024 = 6m,
        Staff2025 = 6.5m,
        Answers = 20,
        Satisfied2024 = 0.81m,
        Satisfied2025 = 0.85m,
    };

    public static ServicePlan Plan() => new(
        "ads",
        IsereUrbanismGovernance.Govern(Document()),
        CostTable.Of(
            new CostRow(CostCategory.Personnel, 352000.00m, 348915.40m, 374000.00m, 371280.66m),
            new CostRow(CostCategory.ContratsServices, 24000.00m, 24380.15m, 25000.00m, 25112.40m),
            new CostRow(CostCategory.EnvironnementTravail, 16500.00m, 16402.90m, 17000.00m, 16988.74m),
            new CostRow(CostCategory.Fournitures, 5200.00m, 4988.21m, 5300.00m, 5140.09m)),
        chance => new UrbanismActivity(chance, Team, InTime))
    {
        Application = "cart-ads",
        Habits = new SendingHabits { Day = 6, QuarterlyUntil = 2024, LatePart = 0.04m },
        Calls = new CallPlan(2),
        Before = new BaselinePlan(2009, 280000m, 6.2m, new Dictionary<string, decimal> { ["ADS-03"] = 1 })
        {
            Source = "Étude de la reprise de l’instruction, 2009",
            VolumeThen = 0.8m,
        },
    };

    private static MutualisationDocument Document() => new()
    {
        Label = Typography.Fix("Instruction des autorisations d'urbanisme"),
        ServiceType = "ADS",
        LegalForm = "prestationService",
        OfferStatus = "existante",
        Provider = Territory.PorteDeLIsere,
        Referent = Typography.Fix("Pôle aménagement et urbanisme"),
        Objectives = Sentences(
            "Réaliser des économies d'échelle.",
            "Assurer une cohérence territoriale."),
        Memberships =
        [
            .. Since("2010-01-01", Territory.Communes(Territory.PorteDeLIsere).Except([.. Outside, .. JoinedJanuary2025, .. JoinedJuly2025])),
            .. Since("2025-01-01", JoinedJanuary2025),
            .. Since("2025-07-01", JoinedJuly2025),
        ],
        Indicators =
        [
            .. Follow("ADS-01", "ADS-02", "ADS-03", "ADS-04", "ADS-06", "ADS-07", "ADS-08", "ADS-14"),
            .. Follow("TRV-02", "TRV-05", "TRV-07", "TRV-10", "TRV-11", "TRV-15", "TRV-16"),
        ],
        Convention = new ConventionDocument
        {
            Number = "2010-007",
            Object = Typography.Fix(
                "Instruire pour le compte de chaque commune signataire les autorisations en matière d'urbanisme."),
            StartsOn = "2010-01-01",
            EndsOn = "2028-12-31",
            NoticeMonths = 6,
            Settlement = "titreRecette",
            Allocation = Split("ADS-03", populationWeight: 0.5m),
        },
    };
}
