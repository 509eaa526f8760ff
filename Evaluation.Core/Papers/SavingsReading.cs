using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Reports;
using Evaluation.Core.Savings;

namespace Evaluation.Core.Papers;

/// <summary>Whether what a service saved may be told, or why not.</summary>
internal static class SavingsReading
{
    /// <summary>Why nothing is told of what a year saved, in a few words; null when its saving is established.</summary>
    /// <param name="evaluation">Of the year; null when it was not given.</param>
    public static string? WhyNotTold(AnnualEvaluation? evaluation)
    {
        if (evaluation is null)
        {
            return "évaluation non disponible";
        }

        var savings = evaluation.Savings;
        var year = ReportText.Year(evaluation.Dossier.Year);
        return savings.Total is null || savings.Obstacle is not null ? Obstacle(savings, year)
            : SavingsVerdict.WhyNone(evaluation);
    }

    /// <summary>Whether the service shares a cost in the year, so that something could be saved.</summary>
    public static bool IsAsked(AnnualEvaluation evaluation) =>
        evaluation.Dossier.Mutualisation.LegalFormIn(evaluation.Dossier.Year).SharesCosts();

    private static string Obstacle(SavingsResult savings, string year) => savings.Obstacle switch
    {
        SavingsObstacle.UnknownMembers when savings.UnknownFor.Count == 0 => $"aucun membre en {year}",
        SavingsObstacle.UnknownMembers => "situation d’avant inconnue pour une partie des membres",
        SavingsObstacle.NoPriceIndex => "indice de prix incomplet",
        SavingsObstacle.NoCost => $"aucun coût connu pour {year}",
        SavingsObstacle.NoBaseline or null => "situation d’avant non enregistrée",
    };
}
