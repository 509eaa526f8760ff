using Evaluation.Core.Assessments;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Papers.BudgetDebate;

/// <summary>The observed cost of a unit of a service in two years, or why both are not compared.</summary>
/// <param name="WhyNot">In words; null when they are.</param>
/// <param name="Unit">What is counted; null when they are not.</param>
/// <param name="Before">Euros a unit the year before, 4 decimals.</param>
/// <param name="Now">Euros a unit, 4 decimals.</param>
internal sealed record ComparedUnitCost(string? WhyNot, string? Unit, decimal Before, decimal Now)
{
    /// <summary>The cost of a unit in a year and in the one before.</summary>
    /// <param name="evaluation">Of the year; null when there is none.</param>
    /// <param name="before">The year before, written.</param>
    /// <param name="written">The year, written.</param>
    public static ComparedUnitCost Of(AnnualEvaluation? evaluation, string before, string written)
    {
        if (evaluation is not { IsYearOver: true })
        {
            return Not($"l’exercice {written} n’est pas terminé");
        }

        if (evaluation.Costs is not { Actual: not null } costs)
        {
            return Not($"le coût constaté de {written} n’est pas connu");
        }

        if (costs.Previous is null)
        {
            return Not($"le coût constaté de {before} n’est pas connu");
        }

        if (evaluation.Completeness.IsTooLow)
        {
            return Not($"trop peu de valeurs de {written} sont reçues");
        }

        if (evaluation.Allocation.Allocation is not { } shared || evaluation.PreviousAllocation.Allocation is not { } sharedBefore)
        {
            return Not($"le coût n’est pas réparti {(evaluation.Allocation.Allocation is null ? $"en {written}" : $"en {before}")}");
        }

        var catalogue = evaluation.Dossier.Catalogue;
        if (shared.FullUnitCost is not { } now || PaperUnit.Of(shared, catalogue) is not { } unit)
        {
            return Not($"la clé de {written} ne compte pas une seule unité mesurée");
        }

        if (sharedBefore.FullUnitCost is not { } then)
        {
            return Not($"la clé de {before} ne compte pas une seule unité mesurée");
        }

        var year = evaluation.Dossier.Year;
        return !unit.IsSameAs(PaperUnit.Of(sharedBefore, catalogue)) ? Not("l’unité de la clé a changé")
            : unit.ChangesBetween(Period.OfYear(year - 1), Period.OfYear(year)) ? Not("la définition de l’unité a changé")
            : new ComparedUnitCost(null, unit.Name, then, now);
    }

    private static ComparedUnitCost Not(string why) => new(why, null, 0, 0);
}
