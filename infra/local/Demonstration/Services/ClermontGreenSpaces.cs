using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;
using Evaluation.Local.Demonstration.Activities;
using Evaluation.Local.Demonstration.Governance;
using static Evaluation.Local.Demonstration.Declaration;

namespace Evaluation.Local.Demonstration.Services;

/// <summary>The gardeners of Clermont-Ferrand, put at the disposal of the Métropole since 2025: too young to be judged.</summary>
internal static class ClermontGreenSpaces
{
    private const string City = "63113";

    private static readonly Team Team = new()
    {
        Staff2024 = 0m,
        Staff2025 = 15.5m,
        Answers = 2,
        Satisfied2024 = 0m,
        Satisfied2025 = 1m,
        ComplaintsPerQuarter = 0.4m,
    };

    public static ServicePlan Plan() => new(
        "espaces-verts",
        ClermontGreenSpacesGovernance.Govern(Document()),
        CostTable.Of2025(
            new CostRow(CostCategory.Personnel, 0, 0, 702000.00m, 694118.37m),
            new CostRow(CostCategory.Fournitures, 0, 0, 88000.00m, 91260.44m),
            new CostRow(CostCategory.RenouvellementBiens, 0, 0, 46000.00m, 46000.00m),
            new CostRow(CostCategory.ContratsServices, 0, 0, 31000.00m, 28914.80m)),
        chance => new GreenSpacesActivity(chance, Team))
    {
        Application = "gestion-espaces-verts",
        Habits = new SendingHabits { Day = 8, LatePart = 0.06m },
        Calls = new CallPlan(2),
        ForecastUnit = "ESV-02",
        Before = new BaselinePlan(2024, 812000m, 15m, new Dictionary<string, decimal> { ["ESV-02"] = 1 })
        {
            Source = "Comptes administratifs 2024 de la ville et de la Métropole",
            VolumeThen = 0.96m,
        },
    };

    private static MutualisationDocument Document() => new()
    {
        Label = Typography.Fix("Entretien des espaces verts"),
        ServiceType = "ESV",
        LegalForm = "miseADispositionService",
        Provider = City,
        Referent = Typography.Fix("Direction de la nature en ville de Clermont-Ferrand"),
        Objectives = Sentences("Entretenir les parcs métropolitains avec les équipes de la ville.", "Étendre la gestion différenciée."),
        Memberships = [.. Since("2025-01-01", [City, Territory.Clermont])],
        Indicators =
        [
            .. Follow("ESV-01", "ESV-02", "ESV-03", "ESV-05", "ESV-06", "ESV-07"),
            .. Follow("TRV-02", "TRV-10", "TRV-11", "TRV-15", "TRV-16"),
        ],
        Convention = new ConventionDocument
        {
            Number = "2024-231",
            Object = Typography.Fix("Mettre à la disposition de la Métropole les jardiniers de la ville."),
            StartsOn = "2025-01-01",
            EndsOn = "2029-12-31",
            NoticeMonths = 6,
            Settlement = "titreRecette",
            Allocation = UnitPrice("ESV-02"),
        },
    };
}
