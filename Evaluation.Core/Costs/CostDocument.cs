namespace Evaluation.Core.Costs;

/// <summary>The costs of a year as they are sent, stored and given back.</summary>
public sealed record CostDocument
{
    /// <summary>Their lines.</summary>
    public IReadOnlyList<CostLineDocument>? Lines { get; init; }

    /// <summary>What was called from members for the year.</summary>
    public IReadOnlyList<FundsCallDocument>? Calls { get; init; }
}

/// <summary>A cost line as written.</summary>
public sealed record CostLineDocument
{
    /// <summary>A <see cref="CostCategory"/>, written.</summary>
    public string? Category { get; init; }

    /// <summary>A <see cref="CostStage"/>, written.</summary>
    public string? Stage { get; init; }

    /// <summary>Euros, at most two decimals.</summary>
    public decimal? Amount { get; init; }

    /// <summary>SIREN or INSEE code of the member that alone bears it; absent when all share it.</summary>
    public string? DirectMember { get; init; }

    /// <summary>What supports it.</summary>
    public string? Evidence { get; init; }
}

/// <summary>A call as written.</summary>
public sealed record FundsCallDocument
{
    /// <summary>SIREN or INSEE code.</summary>
    public string? Member { get; init; }

    /// <summary>Euros, at most two decimals; negative for what is paid back.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Day, ISO.</summary>
    public string? CalledOn { get; init; }

    /// <summary>A <see cref="CallKind"/>, written; <c>provisional</c> when absent.</summary>
    public string? Kind { get; init; }
}
