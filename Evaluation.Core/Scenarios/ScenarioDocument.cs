using Evaluation.Core.Keys;

namespace Evaluation.Core.Scenarios;

/// <summary>What is asked: scenarios on a year, a grid, or both.</summary>
public sealed record ScenarioRequest
{
    /// <summary>Fiscal year whose data serve all of them.</summary>
    public int? Year { get; init; }

    /// <summary>At most ten.</summary>
    public IReadOnlyList<ScenarioDocument>? Scenarios { get; init; }

    /// <summary>A grid that helps to choose.</summary>
    public GridDocument? Grid { get; init; }
}

/// <summary>A scenario as written: what is absent stays as it is.</summary>
public sealed record ScenarioDocument
{
    /// <summary>French name.</summary>
    public string? Label { get; init; }

    /// <summary>Another key, as in a convention.</summary>
    public AllocationDocument? Allocation { get; init; }

    /// <summary>SIREN or INSEE codes of those who would leave.</summary>
    public IReadOnlyList<string>? Leave { get; init; }

    /// <summary>Those who would come in.</summary>
    public IReadOnlyList<JoiningDocument>? Join { get; init; }

    /// <summary>Change of the full cost: 0.03 for +3 %.</summary>
    public decimal? CostChange { get; init; }

    /// <summary>Cost added by those who join, in euros.</summary>
    public decimal? JoiningCost { get; init; }

    /// <summary>Part of the cost of those who leave that disappears, 0 to 1; 0 when absent, 1 when all is undone.</summary>
    public decimal? AvoidablePart { get; init; }

    /// <summary>The whole pooling undone.</summary>
    public bool? Undone { get; init; }
}

/// <summary>Who would come in, as written.</summary>
public sealed record JoiningDocument
{
    /// <summary>SIREN or INSEE code.</summary>
    public string? Member { get; init; }

    /// <summary>Expected units of the year by indicator code.</summary>
    public IReadOnlyDictionary<string, decimal>? Units { get; init; }
}

/// <summary>A decision grid as written.</summary>
public sealed record GridDocument
{
    /// <summary>A <see cref="MissingScore"/>, written; <c>redistribute</c> when absent.</summary>
    public string? Missing { get; init; }

    /// <summary>Part by which each weight is changed to see what it decides; 0.2 when absent.</summary>
    public decimal? Step { get; init; }

    /// <summary>Its criteria.</summary>
    public IReadOnlyList<GridCriterionDocument>? Criteria { get; init; }

    /// <summary>Its options.</summary>
    public IReadOnlyList<GridOptionDocument>? Options { get; init; }
}

/// <summary>A criterion of a grid as written.</summary>
public sealed record GridCriterionDocument
{
    /// <summary>Unique in the grid.</summary>
    public string? Code { get; init; }

    /// <summary>French name.</summary>
    public string? Label { get; init; }

    /// <summary>More than 0.</summary>
    public decimal Weight { get; init; }
}

/// <summary>An option of a grid as written.</summary>
public sealed record GridOptionDocument
{
    /// <summary>French name.</summary>
    public string? Label { get; init; }

    /// <summary>From 0 to 10 by criterion code.</summary>
    public IReadOnlyDictionary<string, decimal>? Scores { get; init; }
}
