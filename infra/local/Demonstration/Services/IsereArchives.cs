using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Keys;
using Evaluation.Core.Mutualisations;
using Evaluation.Local.Demonstration.Activities;
using Evaluation.Local.Demonstration.Governance;
using static Evaluation.Local.Demonstration.Declaration;

namespace Evaluation.Local.Demonstration.Services;

/// <summary>The archivist shared by the eleven pioneer communes of the CAPI, then by three more.</summary>
internal static class IsereArchives
{
    private static readonly string[] Pioneers =
        ["38053", "38149", "38172", "38193", "38230", "38276", "38348", "38449", "38455", "38530", "38537"];

    private static readonly string[] Joined2025 = ["38223", "38352", "38475"];

    private static readonly Team Team = new()
    {
        Staff2024 = 2m,
        Staff2025 = 2.4m,
        Answers = 13,
        Satisfied2024 = 0.9m,
        Satisfied2025 = 0.92m,
        ComplaintsPerQuarter = 0.01m,
    };

    public static ServicePlan Plan() => new(
        "archives",
        IsereArchivesGovernance.Govern(Document()),
        CostTable.Of(
            new CostRow(CostCategory.Personnel, 93000.00m, 92480.17m, 111000.00m, 110744.92m),
            new CostRow(CostCategory.Fournitures, 7400.00m, 7815.60m, 8600.00m, 8432.28m),
            new CostRow(CostCategory.RenouvellementBiens, 2500.00m, 2210.00m, 2600.00m, 2890.00m)),
        chance => new ArchivesActivity(chance, Team, (7, 10)))
    {
        Application = "mnesys",
        Habits = new SendingHabits { Day = 6, QuarterlyUntil = 2026, LatePart = 0.05m },
        ForecastUnit = "ARC-05",
        Calls = new CallPlan(2),
        Before = new BaselinePlan(2008, 84000m, 2.1m, new Dictionary<string, decimal> { ["ARC-05"] = 1 })
        {
            Source = "État des lieux des archives communales, 2008",
            VolumeThen = 0.8m,
        },
    };

    private static MutualisationDocument Document() => new()
    {
        Label = Typography.Fix("Archives"),
        ServiceType = "ARC",
        LegalForm = "miseADispositionService",
        OfferStatus = "existante",
        Provider = Territory.PorteDeLIsere,
        Referent = Typography.Fix("Service des archives"),
        Objectives = Sentences(
            "Mettre un agent à la disposition de chaque commune selon ses besoins.",
            "Doter chaque commune d'un tableau de gestion à jour."),
        Memberships =
        [
            .. Since("2009-10-01", Pioneers),
            .. Since("2025-01-01", Joined2025),
        ],
        Indicators =
        [
            .. Follow("ARC-01", "ARC-02", "ARC-03", "ARC-04", "ARC-05", "ARC-06", "ARC-07"),
            .. Follow("TRV-02", "TRV-05", "TRV-07", "TRV-10", "TRV-11", "TRV-15", "TRV-16"),
        ],
        Convention = new ConventionDocument
        {
            Number = "2009-052",
            Object = Typography.Fix(
                "Mettre à disposition auprès des communes un archiviste, sur un poste partagé."),
            StartsOn = "2009-10-01",
            NoticeMonths = 3,
            Settlement = "titreRecette",
            Allocation = UnitPrice("ARC-05") with
            {
                Capacity = new CapacityDocument { Units = 250, BornBy = "provider" },
            },
        },
    };
}
