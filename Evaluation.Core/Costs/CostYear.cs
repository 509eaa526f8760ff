namespace Evaluation.Core.Costs;

/// <summary>The costs of one mutualisation in one fiscal year.</summary>
/// <param name="Year">Fiscal year.</param>
/// <param name="Lines">Planned and observed lines.</param>
public sealed record CostYear(int Year, IReadOnlyList<CostLine> Lines)
{
    /// <summary>What was called from members for the year, in document order.</summary>
    public IReadOnlyList<FundsCall> Calls { get; init; } = [];

    /// <summary>
    /// The categories that were foreseen, for all or for one member that alone bears them, and are not observed: a line of
    /// 0.00 says that nothing was spent.
    /// </summary>
    public IReadOnlyList<CostCategory> NotObserved =>
        [.. Lines.Where(l => l is { Stage: CostStage.Forecast, Amount: not 0 })
            .Where(l => !Lines.Any(o => o.Stage == CostStage.Actual && o.Category == l.Category && o.DirectMember == l.DirectMember))
            .Select(l => l.Category)
            .Distinct()
            .Order()];

    /// <summary>Whether the observed cost is known, whole: missing is not zero.</summary>
    public bool IsObserved => Lines.Any(l => l.Stage == CostStage.Actual) && NotObserved.Count == 0;

    /// <summary>The observed cost in euros; null while it is not known whole.</summary>
    public decimal? Observed => IsObserved ? Total(CostStage.Actual) : null;

    /// <summary>Observed when it is known whole, else planned; null without any line.</summary>
    public CostStage? KnownStage => IsObserved ? CostStage.Actual : Lines.Count > 0 ? CostStage.Forecast : null;

    /// <summary>The full cost in euros, of the known stage; null without any line.</summary>
    public decimal? Full => KnownStage is { } stage ? Total(stage) : null;

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

    /// <summary>The cost of the known stage, ready to be shared; null without any line.</summary>
    public SharedCost? ToShare() => KnownStage is { } stage
        ? new SharedCost(
            Total(stage)!.Value,
            [.. Lines.Where(l => l.Stage == stage && l.DirectMember is not null)
                .Select(l => new DirectCharge(l.DirectMember!.Value, l.Category, l.Amount, l.Evidence))])
        : null;
}
