using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;
using Evaluation.Local.Demonstration.Activities;
using Evaluation.Local.Demonstration.Governance;
using static Evaluation.Local.Demonstration.Declaration;

namespace Evaluation.Local.Demonstration.Services;

/// <summary>Road maintenance put at the disposal of 12 communes of Clermont Auvergne Métropole, charged by the kilometre.</summary>
internal static class ClermontRoads
{
    private static readonly string[] Members =
    [
        "63019", "63042", "63063", "63069", "63070", "63099",
        "63141", "63254", "63263", "63272", "63284", "63345",
    ];

    private static readonly Team Team = new()
    {
        Staff2024 = 31m,
        Staff2025 = 31m,
        Answers = 12,
        Satisfied2024 = 0.77m,
        Satisfied2025 = 0.775m,
        ComplaintsPerQuarter = 0.25m,
    };

    public static ServicePlan Plan() => new(
        "voirie",
        ClermontRoadsGovernance.Govern(Document()),
        CostTable.Of(
            new CostRow(CostCategory.Personnel, 1420000.00m, 1431870.25m, 1465000.00m, 1478233.90m),
            new CostRow(CostCategory.Fournitures, 385000.00m, 392648.11m, 398000.00m, 411907.53m),
            new CostRow(CostCategory.RenouvellementBiens, 210000.00m, 205400.00m, 216000.00m, 221350.00m),
            new CostRow(CostCategory.ContratsServices, 96000.00m, 94872.30m, 98000.00m, 97415.66m)),
        chance => new RoadsActivity(chance, Team))
    {
        Application = "gestion-voirie",
        Habits = new SendingHabits { Day = 9, LatePart = 0.1m, ForgottenPart = 0.4m },
        ForecastUnit = "VOI-03",
        Calls = new CallPlan(4, Settles2024: false),
        Before = new BaselinePlan(2018, 2080000m, 36m, new Dictionary<string, decimal> { ["VOI-03"] = 1 })
        {
            Source = "Comptes administratifs 2018 des communes",
            VolumeThen = 0.97m,
        },
    };

    private static MutualisationDocument Document() => new()
    {
        Label = Typography.Fix("Entretien de la voirie"),
        ServiceType = "VOI",
        LegalForm = "miseADispositionService",
        OfferStatus = "existante",
        Provider = Territory.Clermont,
        Referent = Typography.Fix("Direction de l'espace public"),
        Objectives = Sentences(
            "Clore à temps au moins 88 % des signalements des habitants.",
            "Rembourser les frais sur la base d'un coût unitaire de fonctionnement multiplié par le nombre d'unités constaté."),
        Memberships =
        [
            .. Since("2019-01-01", Members),
        ],
        Indicators =
        [
            .. Follow("VOI-01", "VOI-02", "VOI-03"),
            Target("VOI-06", 88),
            .. Follow("VOI-07"),
            .. Follow("TRV-02", "TRV-05", "TRV-07", "TRV-10", "TRV-11", "TRV-15", "TRV-16"),
        ],
        Convention = new ConventionDocument
        {
            Number = "2018-160",
            Object = Typography.Fix(
                "Mettre à la disposition des communes les équipes d'entretien et de réparation de la voirie restée communale."),
            StartsOn = "2019-01-01",
            EndsOn = "2026-12-31",
            NoticeMonths = 6,
            Settlement = "titreRecette",
            Allocation = UnitPrice("VOI-03"),
        },
    };
}
