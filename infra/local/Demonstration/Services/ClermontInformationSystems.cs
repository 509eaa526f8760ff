using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;
using Evaluation.Local.Demonstration.Activities;
using Evaluation.Local.Demonstration.Governance;
using static Evaluation.Local.Demonstration.Declaration;

namespace Evaluation.Local.Demonstration.Services;

/// <summary>Information systems of Clermont-Ferrand and eight other communes; the Métropole bears its own part apart.</summary>
internal static class ClermontInformationSystems
{
    private static readonly string[] First = ["63014", "63032", "63075", "63113", "63124", "63164", "63193"];

    private static readonly string[] Joined2025 = ["63307", "63308"];

    private static readonly Team Team = new()
    {
        Staff2024 = 46m,
        Staff2025 = 47.5m,
        Answers = 9,
        Satisfied2024 = 0.76m,
        Satisfied2025 = 0.8m,
        Vacancies = 1,
        ComplaintsPerQuarter = 0.3m,
    };

    public static ServicePlan Plan() => new(
        "dsi",
        ClermontInformationSystemsGovernance.Govern(Document()),
        CostTable.Of(
            new CostRow(CostCategory.Personnel, 2580000.00m, 2561904.77m, 2710000.00m, 2732618.05m),
            new CostRow(CostCategory.ContratsServices, 920000.00m, 948215.60m, 985000.00m, 1012480.34m),
            new CostRow(CostCategory.RenouvellementBiens, 610000.00m, 587330.20m, 640000.00m, 655912.48m),
            new CostRow(CostCategory.EnvironnementTravail, 148000.00m, 147512.66m, 152000.00m, 151870.91m),
            new CostRow(CostCategory.FraisStructure, 120000.00m, 120000.00m, 124000.00m, 124000.00m),
            new CostRow(CostCategory.Fournitures, 64000.00m, 61205.83m, 65000.00m, 66341.12m),
            new CostRow(CostCategory.ContratsServices, 48000.00m, 48600.00m, 52000.00m, 51480.00m)
            {
                DirectMember = "63113",
                Evidence = "Logiciel de gestion des écoles de Clermont-Ferrand, marché 2023-118, factures de l’exercice.",
            }),
        chance => new InformationSystemsActivity(chance, Team))
    {
        Application = "glpi",
        Habits = new SendingHabits { Day = 8 },
        Calls = new CallPlan(4),
        Before = new BaselinePlan(2017, 3060000m, 39.5m, new Dictionary<string, decimal> { ["DSI-06"] = 1 })
        {
            Source = "Audit des services informatiques, juin 2017",
            VolumeThen = 0.86m,
        },
    };

    private static MutualisationDocument Document() => new()
    {
        Label = Typography.Fix("Systèmes d'information"),
        ServiceType = "DSI",
        LegalForm = "serviceCommun",
        OfferStatus = "existante",
        Provider = Territory.Clermont,
        Referent = Typography.Fix("Direction des usages numériques"),
        Objectives = Sentences(
            "Moderniser l'organisation par la fusion des services informatiques.",
            "Imputer les coûts de fonctionnement sur les attributions de compensation, en toute transparence financière.",
            "Tenir 99,5 % de disponibilité des services numériques essentiels."),
        Memberships =
        [
            .. Since("2018-01-01", First),
            .. Since("2025-01-01", Joined2025),
        ],
        Indicators =
        [
            .. Follow("DSI-01", "DSI-02", "DSI-04", "DSI-05", "DSI-06", "DSI-08", "DSI-09", "DSI-10"),
            .. Follow("TRV-02", "TRV-05", "TRV-07", "TRV-10", "TRV-11", "TRV-15", "TRV-16"),
        ],
        Convention = new ConventionDocument
        {
            Number = "2017-212",
            Object = Typography.Fix(
                "Gérer les postes de travail, l'assistance et la sécurité informatique des communes adhérentes ; la part propre à la Métropole reste à sa charge."),
            StartsOn = "2018-01-01",
            EndsOn = "2027-12-31",
            NoticeMonths = 12,
            Settlement = "acImputation",
            Allocation = Split("DSI-06", populationWeight: 0.3m) with { ProgressiveEntry = [0.5m, 0.75m] },
        },
    };
}
