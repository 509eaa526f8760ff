namespace Evaluation.Core.Savings;

/// <summary>A baseline as it is sent, stored and given back.</summary>
public sealed record BaselineDocument
{
    /// <summary>Year of reference.</summary>
    public int? Year { get; init; }

    /// <summary>Code of a price index of the community.</summary>
    public string? PriceIndex { get; init; }

    /// <summary>What makes one unit of volume: indicator code and weight.</summary>
    public IReadOnlyDictionary<string, decimal>? UnitWeights { get; init; }

    /// <summary>How it was established.</summary>
    public string? Method { get; init; }

    /// <summary>Document it comes from.</summary>
    public string? Source { get; init; }

    /// <summary>One situation per member.</summary>
    public IReadOnlyList<MemberBaselineDocument>? Members { get; init; }

    /// <summary>What members still spend by themselves.</summary>
    public IReadOnlyList<RetainedCostDocument>? Retained { get; init; }
}

/// <summary>The situation of one member before pooling, as written.</summary>
public sealed record MemberBaselineDocument
{
    /// <summary>SIREN or INSEE code.</summary>
    public string? Member { get; init; }

    /// <summary>False when nothing was recorded; true when absent.</summary>
    public bool? Known { get; init; }

    /// <summary>Euros by <see cref="Costs.CostCategory"/>, written.</summary>
    public IReadOnlyDictionary<string, decimal>? Cost { get; init; }

    /// <summary>Full-time equivalents.</summary>
    public decimal? Fte { get; init; }

    /// <summary>Counts by indicator code.</summary>
    public IReadOnlyDictionary<string, decimal>? Volumes { get; init; }

    /// <summary>In words.</summary>
    public string? Qualifications { get; init; }

    /// <summary>In words.</summary>
    public string? Equipment { get; init; }

    /// <summary>In words.</summary>
    public string? Premises { get; init; }
}

/// <summary>What a member still spends by itself, as written.</summary>
public sealed record RetainedCostDocument
{
    /// <summary>SIREN or INSEE code.</summary>
    public string? Member { get; init; }

    /// <summary>Fiscal year.</summary>
    public int? Year { get; init; }

    /// <summary>Euros, at most two decimals.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Full-time equivalents.</summary>
    public decimal? Fte { get; init; }
}
