using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Mutualisations;
using Evaluation.Local.Demonstration.Activities;
using static Evaluation.Local.Demonstration.Declaration;
using static Evaluation.Local.Demonstration.Governance.Records;

namespace Evaluation.Local.Demonstration.Services;

/// <summary>The training network of the CAPI: no convention, no cost, sessions held near home.</summary>
internal static class IsereTraining
{
    private static readonly Team Team = new()
    {
        Staff2024 = 0.4m,
        Staff2025 = 0.4m,
        Answers = 21,
        Satisfied2024 = 0.86m,
        Satisfied2025 = 0.9m,
        ComplaintsPerQuarter = 0m,
    };

    public static ServicePlan Plan() => new(
        "formation",
        Document(),
        new Dictionary<int, CostDocument>(),
        chance => new TrainingActivity(chance, Team))
    {
        Application = "plan-de-formation",
        Habits = new SendingHabits { Day = 9, QuarterlyUntil = 2026 },
    };

    private static MutualisationDocument Document() => new()
    {
        Label = Typography.Fix("Réseau de formation"),
        ServiceType = "FOR",
        LegalForm = "reseauThematique",
        Provider = Territory.PorteDeLIsere,
        Referent = Typography.Fix("Direction des ressources humaines"),
        Objectives = Sentences("Bâtir avec le CNFPT un programme commun.", "Rapprocher les stages des plus petites communes."),
        Memberships = [.. Since("2011-01-01", [.. Territory.Communes(Territory.PorteDeLIsere), Territory.PorteDeLIsere])],
        Indicators =
        [
            .. Follow("FOR-01", "FOR-02", "FOR-03", "FOR-06"),
            .. Follow("TRV-02", "TRV-05", "TRV-10", "TRV-11", "TRV-15"),
        ],
        Lifecycle = [Step("active", "2011-01-01", "Réunion des secrétaires de mairie de décembre 2010")],
        Committees =
        [
            Meeting("technical", "2024-09-24", "Le programme de 2025 compte dix-neuf stages."),
            Meeting("technical", "2025-09-23", "Un stage par trimestre se tient hors du siège."),
        ],
        Recommendations =
        [
            Recommended("Remplir les stages aux trois quarts au moins.", "Direction des ressources humaines", "2025-12-31", "carriedOut", "2025-12-31"),
        ],
    };
}
