namespace Evaluation.Core.Costs;

/// <summary>A key as written.</summary>
public sealed record AllocationDocument
{
    /// <summary>An <see cref="AllocationMethod"/>, written.</summary>
    public string? Method { get; init; }

    /// <summary>Its criteria.</summary>
    public IReadOnlyList<KeyCriterionDocument>? Criteria { get; init; }
}

/// <summary>A criterion of a key as written.</summary>
public sealed record KeyCriterionDocument
{
    /// <summary>A <see cref="CriterionKind"/>, written.</summary>
    public string? Criterion { get; init; }

    /// <summary>Code of the unit of functioning.</summary>
    public string? Indicator { get; init; }

    /// <summary>From 0 excluded to 1.</summary>
    public decimal Weight { get; init; }
}
