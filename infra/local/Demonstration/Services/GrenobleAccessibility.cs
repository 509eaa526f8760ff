using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;
using Evaluation.Local.Demonstration.Activities;
using Evaluation.Local.Demonstration.Governance;
using static Evaluation.Local.Demonstration.Declaration;

namespace Evaluation.Local.Demonstration.Services;

/// <summary>Accessibility advice to nine communes, the CCAS of Grenoble and the Métropole itself, created in 2022.</summary>
internal static class GrenobleAccessibility
{
    private static readonly string[] Members =
        ["38151", "38158", "38169", "38185", "38229", "38317", "38382", "38421", "38485", "263800575", Territory.Grenoble];

    private static readonly Team Team = new()
    {
        Staff2024 = 2.6m,
        Staff2025 = 2.6m,
        Answers = 11,
        Satisfied2024 = 0.79m,
        Satisfied2025 = 0.83m,
        ComplaintsPerQuarter = 0.02m,
    };

    public static ServicePlan Plan() => new(
        "accessibilite",
        GrenobleAccessibilityGovernance.Govern(Document()),
        CostTable.Of(
            new CostRow(CostCategory.Personnel, 142000.00m, 140866.92m, 146000.00m, 147205.33m),
            new CostRow(CostCategory.ContratsServices, 31000.00m, 33480.00m, 34000.00m, 32115.60m),
            new CostRow(CostCategory.EnvironnementTravail, 8600.00m, 8544.71m, 8800.00m, 8792.40m),
            new CostRow(CostCategory.FraisStructure, 7000.00m, 7000.00m, 7200.00m, 7200.00m),
            new CostRow(CostCategory.Fournitures, 1500.00m, 1312.08m, 1500.00m, 1448.95m)),
        chance => new AccessibilityActivity(chance, Team))
    {
        Application = "acceslibre-metropole",
        Habits = new SendingHabits { Day = 8, QuarterlyUntil = 2026, LatePart = 0.08m },
        Calls = new CallPlan(1),
        Before = new BaselinePlan(2021, 186000m, 3.1m, new Dictionary<string, decimal> { ["ACC-07"] = 1 })
        {
            Source = "Diagnostic des services d’accessibilité, 2021",
            Unknown = ["38317"],
        },
    };

    private static MutualisationDocument Document() => new()
    {
        Label = Typography.Fix("Accessibilité"),
        ServiceType = "ACC",
        LegalForm = "serviceCommun",
        OfferStatus = "existante",
        Provider = Territory.Grenoble,
        Referent = Typography.Fix("Mission accessibilité"),
        Objectives = Sentences(
            "Rendre accessibles ou attester tous les établissements recevant du public des adhérents.",
            "Porter les services numériques à 75 % de conformité au RGAA.",
            "Bâtir des formes nouvelles de coopération entre les communes et la Métropole."),
        Memberships =
        [
            .. Since("2022-03-01", Members),
        ],
        Indicators =
        [
            .. Follow("ACC-01", "ACC-03", "ACC-04", "ACC-05", "ACC-06", "ACC-07"),
            .. Follow("TRV-02", "TRV-05", "TRV-10", "TRV-11", "TRV-15", "TRV-16"),
        ],
        Convention = new ConventionDocument
        {
            Number = "2022-044",
            Object = Typography.Fix(
                "Conseiller les adhérents sur l'accessibilité de leurs bâtiments, de leurs espaces publics et de leurs services numériques."),
            StartsOn = "2022-03-01",
            NoticeMonths = 6,
            Settlement = "acImputation",
            Allocation = FixedSplit(
                ("38185", 0.26m),
                (Territory.Grenoble, 0.25m),
                ("38151", 0.12m),
                ("38421", 0.11m),
                ("263800575", 0.08m),
                ("38229", 0.05m),
                ("38169", 0.04m),
                ("38158", 0.03m),
                ("38382", 0.03m),
                ("38485", 0.02m),
                ("38317", 0.01m)),
        },
    };
}
