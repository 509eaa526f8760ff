using Evaluation.Core.Costs;

namespace Evaluation.Core.Assessments;

/// <summary>One category over two years.</summary>
/// <param name="Category">Which.</param>
/// <param name="Previous">Observed the year before; null when unknown.</param>
/// <param name="Forecast">Planned for the year; null when unknown.</param>
/// <param name="Actual">Observed in the year; null when unknown.</param>
public sealed record CategoryCost(CostCategory Category, decimal? Previous, decimal? Forecast, decimal? Actual);

/// <summary>The full cost of a year. Euros, exact.</summary>
/// <param name="Categories">Those that have at least one line, in the order of the nomenclature.</param>
/// <param name="Previous">Observed total of the year before.</param>
/// <param name="Forecast">Planned total.</param>
/// <param name="Actual">Observed total.</param>
/// <param name="PerInhabitant">Full cost ÷ population served, not rounded; null when unknown.</param>
public sealed record CostResult(
    IReadOnlyList<CategoryCost> Categories,
    decimal? Previous,
    decimal? Forecast,
    decimal? Actual,
    decimal? PerInhabitant)
{
    /// <summary>Observed if known, else planned.</summary>
    public decimal? Full => Actual ?? Forecast;

    /// <summary>True while only the plan is known.</summary>
    public bool IsProvisional => Actual is null;

    /// <summary>The costs of a dossier’s year; null when no line is known for it.</summary>
    public static CostResult? Of(Dossier dossier, Perimeter perimeter)
    {
        if (dossier.CostsOf(dossier.Year) is not { Lines.Count: > 0 } costs)
        {
            return null;
        }

        var before = dossier.CostsOf(dossier.Year - 1);
        var categories = Enum.GetValues<CostCategory>()
            .Select(category => new CategoryCost(
                category,
                before?.Total(CostStage.Actual, category),
                costs.Total(CostStage.Forecast, category),
                costs.Total(CostStage.Actual, category)))
            .Where(c => c is not { Previous: null, Forecast: null, Actual: null });
        var actual = costs.Total(CostStage.Actual);
        var forecast = costs.Total(CostStage.Forecast);
        return new CostResult(
            [.. categories],
            before?.Total(CostStage.Actual),
            forecast,
            actual,
            perimeter.PopulationServed == 0 ? null : (actual ?? forecast) / perimeter.PopulationServed);
    }
}
