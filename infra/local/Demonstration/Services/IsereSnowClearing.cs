using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;
using Evaluation.Local.Demonstration.Activities;
using Evaluation.Local.Demonstration.Governance;
using static Evaluation.Local.Demonstration.Declaration;

namespace Evaluation.Local.Demonstration.Services;

/// <summary>Snow clearing of the CAPI and its communes, by the teams of Bourgoin-Jallieu for its neighbours.</summary>
internal static class IsereSnowClearing
{
    private static readonly string[] Members =
        ["38091", "38102", "38136", "38152", "38156", "38276", "38348", "38481", "38498"];

    private static readonly Team Team = new()
    {
        Staff2024 = 4m,
        Staff2025 = 4m,
        Answers = 9,
        Satisfied2024 = 0.8m,
        Satisfied2025 = 0.86m,
        ComplaintsPerQuarter = 0.04m,
    };

    public static ServicePlan Plan() => new(
        "deneigement",
        IsereSnowClearingGovernance.Govern(Document()),
        CostTable.Of(
            new CostRow(CostCategory.Personnel, 88000.00m, 91340.18m, 94000.00m, 92708.44m),
            new CostRow(CostCategory.Fournitures, 46000.00m, 51922.70m, 50000.00m, 54316.25m),
            new CostRow(CostCategory.RenouvellementBiens, 22000.00m, 21500.00m, 23000.00m, 23650.00m)),
        chance => new SnowClearingActivity(chance, Team))
    {
        Application = "viabilite-hivernale",
        Habits = new SendingHabits { Day = 4, QuarterlyUntil = 2024 },
        ForecastUnit = "DEN-02",
        Calls = new CallPlan(1),
        Before = new BaselinePlan(2009, 119000m, 4.4m, new Dictionary<string, decimal> { ["DEN-02"] = 1 })
        {
            Source = "Comptes administratifs 2009 des communes",
            VolumeThen = 0.9m,
        },
    };

    private static MutualisationDocument Document() => new()
    {
        Label = Typography.Fix("Déneigement et viabilité hivernale"),
        ServiceType = "DEN",
        LegalForm = "miseADispositionService",
        OfferStatus = "existante",
        Provider = "38053",
        Referent = Typography.Fix("Direction des services techniques de Bourgoin-Jallieu"),
        Objectives = Sentences(
            "Achever avant 7 h les circuits prioritaires.",
            "Partager les engins et les astreintes de la commune la mieux équipée."),
        Memberships =
        [
            .. Since("2010-11-15", Members),
        ],
        Indicators =
        [
            .. Follow("DEN-01", "DEN-02", "DEN-03"),
            Target("DEN-04", 1.5m),
            .. Follow("DEN-07"),
            .. Follow("TRV-02", "TRV-05", "TRV-07", "TRV-10", "TRV-11", "TRV-15", "TRV-16"),
        ],
        Convention = new ConventionDocument
        {
            Number = "2010-040",
            Object = Typography.Fix(
                "Déneiger et saler les voies communales des communes voisines avec les moyens de Bourgoin-Jallieu."),
            StartsOn = "2010-11-15",
            EndsOn = "2026-11-14",
            NoticeMonths = 4,
            Settlement = "titreRecette",
            Allocation = WeightedSplit(("DEN-02", 1), ("DEN-01", 5)),
        },
    };
}
