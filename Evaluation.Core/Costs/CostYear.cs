namespace Evaluation.Core.Costs;

/// <summary>The costs of one mutualisation in one fiscal year.</summary>
/// <param name="Year">Fiscal year.</param>
/// <param name="Lines">Planned and observed lines.</param>
public sealed record CostYear(int Year, IReadOnlyList<CostLine> Lines)
{
    /// <summary>Whether observed costs are known.</summary>
    public bool HasActuals => Lines.Any(l => l.Stage == CostStage.Actual);

    /// <summary>Sum of a stage in euros; null when the stage has no line.</summary>
    public decimal? Total(CostStage stage) => Lines.Any(l => l.Stage == stage)
        ? Lines.Where(l => l.Stage == stage).Sum(l => l.Amount)
        : null;

    /// <summary>Sum of a category at a stage in euros; null when it has no line.</summary>
    public decimal? Total(CostStage stage, CostCategory category)
    {
        var lines = Lines.Where(l => l.Stage == stage && l.Category == category).ToList();
        return lines.Count == 0 ? null : lines.Sum(l => l.Amount);
    }
}
