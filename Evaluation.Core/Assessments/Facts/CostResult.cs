using Evaluation.Core.Costs;

namespace Evaluation.Core.Assessments.Facts;

/// <summary>One category over two years.</summary>
/// <param name="Category">Which.</param>
/// <param name="Previous">Observed the year before; null when unknown.</param>
/// <param name="Forecast">Planned for the year; null when unknown.</param>
/// <param name="Actual">Observed in the year; null when unknown.</param>
public sealed record CategoryCost(CostCategory Category, decimal? Previous, decimal? Forecast, decimal? Actual);

/// <summary>The full cost of a year. Euros, exact.</summary>
/// <param name="Categories">Those that have at least one line, in the order of the nomenclature.</param>
/// <param name="Previous">Observed total of the year before; null while it is not known whole.</param>
/// <param name="Forecast">Planned total.</param>
/// <param name="Actual">Observed total; null while a category that was foreseen is not observed.</param>
/// <param name="PerInhabitant">Full cost ÷ population served, by days of membership, not rounded; null when unknown.</param>
public sealed record CostResult(
    IReadOnlyList<CategoryCost> Categories,
    decimal? Previous,
    decimal? Forecast,
    decimal? Actual,
    decimal? PerInhabitant)
{
    /// <summary>Observed if known, else planned.</summary>
    public decimal? Full => Actual ?? Forecast;

    /// <summary>True while the observed cost is not known whole.</summary>
    public bool IsProvisional => Actual is null;

    /// <summary>The categories that were foreseen and are not observed, once some are.</summary>
    public IReadOnlyList<CostCategory> NotObserved { get; init; } = [];

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
        var actual = costs.Observed;
        var forecast = costs.Total(CostStage.Forecast);
        return new CostResult(
            [.. categories],
            before?.Observed,
            forecast,
            actual,
            (actual ?? forecast) / perimeter.PopulationByDays)
        {
            NotObserved = costs.Lines.Any(l => l.Stage == CostStage.Actual) ? costs.NotObserved : [],
        };
    }
}
