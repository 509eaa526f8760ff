using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Keys;
using Evaluation.Core.Mutualisations;
using Evaluation.Local.Demonstration.Activities;
using Evaluation.Local.Demonstration.Governance;
using static Evaluation.Local.Demonstration.Declaration;

namespace Evaluation.Local.Demonstration.Services;

/// <summary>Planning permissions of the 49 communes of Grenoble-Alpes-Métropole; the last two entered in April 2025.</summary>
internal static class GrenobleUrbanism
{
    private static readonly string[] LastTwo = ["38258", "38472"];

    // Two posts stay vacant over the summer of 2025: the legal delay is missed from May to October.
    private static readonly decimal[] InTime =
        [0.962m, 0.959m, 0.956m, 0.952m, 0.944m, 0.932m, 0.902m, 0.876m, 0.894m, 0.935m, 0.958m, 0.964m];

    private static readonly Team Team = new()
    {
        Staff2024 = 18.5m,
        Staff2025 = 20m,
        Answers = 49,
        Satisfied2024 = 0.784m,
        Satisfied2025 = 0.829m,
        Vacancies = 2,
        ComplaintsPerQuarter = 0.05m,
    };

    public static ServicePlan Plan() => new(
        "ads",
        GrenobleUrbanismGovernance.Govern(Document()),
        CostTable.Of(
            new CostRow(CostCategory.Personnel, 1184000.00m, 1196744.08m, 1228000.00m, 1246380.42m),
            new CostRow(CostCategory.ContratsServices, 90000.00m, 91233.48m, 94000.00m, 96412.66m),
            new CostRow(CostCategory.EnvironnementTravail, 72000.00m, 72402.77m, 74000.00m, 74820.35m),
            new CostRow(CostCategory.FraisStructure, 60000.00m, 59800.00m, 61000.00m, 61250.00m),
            new CostRow(CostCategory.RenouvellementBiens, 45000.00m, 44780.00m, 50000.00m, 58930.00m),
            new CostRow(CostCategory.Fournitures, 24000.00m, 22960.31m, 23000.00m, 21714.18m)),
        chance => new UrbanismActivity(chance, Team, InTime))
    {
        Application = "oxalis",
        Habits = new SendingHabits { Day = 6, QuarterlyUntil = 2024 },
        Calls = new CallPlan(2),
        Before = new BaselinePlan(2017, 1279000m, 22m, new Dictionary<string, decimal> { ["ADS-03"] = 1 })
        {
            Source = "Étude préalable au service commun, novembre 2017",
            Retained = new Dictionary<string, (decimal, decimal)>
            {
                ["38185"] = (38000, 0.6m),
                ["38151"] = (21000, 0.4m),
                ["38421"] = (18500, 0.3m),
            },
        },
    };

    private static MutualisationDocument Document() => new()
    {
        Label = Typography.Fix("Instruction des autorisations d'urbanisme"),
        ServiceType = "ADS",
        LegalForm = "serviceCommun",
        OfferStatus = "existante",
        Provider = Territory.Grenoble,
        Referent = Typography.Fix("Direction de l'urbanisme et de l'habitat"),
        Objectives = Sentences(
            "Instruire toutes les demandes dans le délai réglementaire.",
            "Permettre une homogénéisation du niveau de services et d'ingénierie pour l'ensemble des habitants de la Métropole.",
            "Réaliser des économies d'échelle partagées."),
        Memberships =
        [
            .. Since("2018-07-01", Territory.Communes(Territory.Grenoble).Except(LastTwo)),
            .. Since("2025-04-01", LastTwo),
        ],
        Indicators =
        [
            .. Follow("ADS-01", "ADS-02", "ADS-03", "ADS-04", "ADS-06", "ADS-07", "ADS-08", "ADS-09", "ADS-10", "ADS-14"),
            .. Follow("TRV-02", "TRV-05", "TRV-07", "TRV-10", "TRV-11", "TRV-15", "TRV-16"),
        ],
        Convention = new ConventionDocument
        {
            Number = "2018-114",
            Object = Typography.Fix(
                "Instruire, pour les maires qui restent signataires, les demandes de permis, de déclaration préalable et de certificat d'urbanisme."),
            StartsOn = "2018-07-01",
            EndsOn = "2026-12-31",
            NoticeMonths = 6,
            Settlement = "acImputation",
            Allocation = Split("ADS-03", populationWeight: 0.2m) with
            {
                Solidarity = new SolidarityDocument { PopulationBelow = 1_000, Discount = 0.25m },
            },
        },
    };
}
