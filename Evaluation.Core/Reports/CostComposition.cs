using Evaluation.Core.Reports.Charts;

namespace Evaluation.Core.Reports;

/// <summary>What the full cost is made of, over one or two years.</summary>
/// <param name="Name">Name of its file and of its anchor.</param>
/// <param name="Heading">What it shows.</param>
/// <param name="UnitLine">Unit.</param>
/// <param name="Takeaway">The sentence to remember; null when none is certain.</param>
/// <param name="Segments">Categories, from the axis up, the largest of the year first.</param>
/// <param name="Years">One bar each.</param>
public sealed record CostComposition(
    string Name,
    string Heading,
    string UnitLine,
    string? Takeaway,
    IReadOnlyList<string> Segments,
    IReadOnlyList<CostBar> Years)
{
    private const decimal Thousand = 1000;

    /// <summary>The chart, in thousands of euros.</summary>
    public StackedBars Drawing() => new()
    {
        Title = Heading,
        Description = "Barres empilées, en milliers d’euros. Tous les montants sont dans le tableau de données.",
        Segments = Segments,
        Bars = [.. Years.Select(y => new StackedBar(y.Label, [.. y.Amounts.Select(a => a / Thousand)]))],
        Decimals = 1,
    };
}

/// <summary>A year of the composition of the cost.</summary>
/// <param name="Label">« 2025 », « 2025 prévu ».</param>
/// <param name="Amounts">Euros, to the cent, one per segment.</param>
public sealed record CostBar(string Label, IReadOnlyList<decimal> Amounts);
