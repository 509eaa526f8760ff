using Evaluation.Core.Costs;
using Evaluation.Core.Problems;

namespace Evaluation.Local.Demonstration;

/// <summary>A line of the two years' costs: planned, then observed, in euros.</summary>
internal sealed record CostRow(
    CostCategory Category, decimal Planned2024, decimal Observed2024, decimal Planned2025, decimal Observed2025)
{
    /// <summary>The member that alone bears it; null when all share it.</summary>
    public string? DirectMember { get; init; }

    /// <summary>What supports it.</summary>
    public string? Evidence { get; init; }
}

/// <summary>The costs of both years from one table.</summary>
internal static class CostTable
{
    public static IReadOnlyDictionary<int, CostDocument> Of(params CostRow[] rows) => new Dictionary<int, CostDocument>
    {
        [2024] = Year(rows, row => row.Planned2024, row => row.Observed2024),
        [2025] = Year(rows, row => row.Planned2025, row => row.Observed2025),
    };

    /// <summary>The costs of the second year alone.</summary>
    public static IReadOnlyDictionary<int, CostDocument> Of2025(params CostRow[] rows) => new Dictionary<int, CostDocument>
    {
        [2025] = Year(rows, row => row.Planned2025, row => row.Observed2025),
    };

    private static CostDocument Year(CostRow[] rows, Func<CostRow, decimal> planned, Func<CostRow, decimal> observed) => new()
    {
        Lines =
        [
            .. rows.Select(row => Line(row, CostStage.Forecast, planned(row))),
            .. rows.Select(row => Line(row, CostStage.Actual, observed(row))),
        ],
    };

    private static CostLineDocument Line(CostRow row, CostStage stage, decimal amount) => new()
    {
        Category = DomainCode.Of(row.Category),
        Stage = DomainCode.Of(stage),
        Amount = amount,
        DirectMember = row.DirectMember,
        Evidence = row.Evidence,
    };
}
