using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Reports.Charts;

namespace Evaluation.Core.Reports;

/// <summary>Draws what the cost is made of: the largest categories of the year, the smallest ones together.</summary>
internal static class CostCompositions
{
    private const string Others = "Autres natures";

    public static CostComposition Of(CostResult costs, int year)
    {
        var ordered = costs.Categories
            .OrderByDescending(c => Full(c, costs) ?? c.Previous)
            .ThenBy(c => c.Category)
            .ToList();
        var kept = ordered.Count <= StackedBars.MostSegments ? ordered : ordered[..(StackedBars.MostSegments - 1)];
        var merged = ordered[kept.Count..];
        var years = new List<CostBar>();
        if (costs.Previous is not null)
        {
            years.Add(Bar(ReportText.Year(year - 1), kept, merged, c => c.Previous));
        }

        if (costs.Full is not null)
        {
            var label = costs.IsProvisional ? $"{ReportText.Year(year)} prévu" : ReportText.Year(year);
            years.Add(Bar(label, kept, merged, c => Full(c, costs)));
        }

        return new CostComposition(
            "couts",
            "Composition du coût complet",
            ReportText.Prose("Au-dessus des barres : total, en milliers d’euros courants"),
            Takeaway(ordered[0], costs),
            [.. kept.Select(c => c.Category.Label()), .. merged.Count == 0 ? Array.Empty<string>() : [Others]],
            years);
    }

    private static CostBar Bar(
        string label, List<CategoryCost> kept, List<CategoryCost> merged, Func<CategoryCost, decimal?> amount)
    {
        IEnumerable<decimal> amounts = kept.Select(c => amount(c) ?? 0);
        return new CostBar(label, [.. merged.Count == 0 ? amounts : amounts.Append(merged.Sum(c => amount(c) ?? 0))]);
    }

    private static decimal? Full(CategoryCost category, CostResult costs) =>
        costs.IsProvisional ? category.Forecast : category.Actual;

    private static string? Takeaway(CategoryCost largest, CostResult costs)
    {
        if (costs.Full is not { } full || full <= 0 || Full(largest, costs) is not { } amount || amount <= 0)
        {
            return null;
        }

        var head = $"{largest.Category.Label()} : {FrenchNumber.Percent(amount / full * 100)} du coût";
        return ReportText.Prose(costs is { Actual: { } actual, Previous: { } previous } && previous != 0
            ? $"{head}. {Evolution(actual, previous)}"
            : $"{head}.");
    }

    private static string Evolution(decimal actual, decimal previous)
    {
        var change = FrenchNumber.SignedPercent((actual - previous) / Math.Abs(previous) * 100);
        return actual == previous
            ? "Le coût est le même qu’un an plus tôt."
            : $"Le coût {(actual > previous ? "augmente" : "baisse")} de {FrenchMoney.Euros(Math.Abs(actual - previous))} en un an ({change}).";
    }
}
