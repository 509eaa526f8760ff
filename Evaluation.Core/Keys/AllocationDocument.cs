namespace Evaluation.Core.Keys;

/// <summary>A key as written in the convention.</summary>
/// <remarks>
/// A split: <c>{"criteria":[{"criterion":"population","weight":0.4},{"criterion":"indicator","indicator":"DSI-06","weight":0.6}]}</c>.
/// A lump sum: <c>{"method":"lumpSum","lumpSum":1200}</c>. Per act: <c>{"method":"perAct","prices":{"ADS-01":85}}</c>.
/// </remarks>
public sealed record AllocationDocument
{
    /// <summary>An <see cref="AllocationMethod"/>, written; <c>split</c> when absent.</summary>
    public string? Method { get; init; }

    /// <summary>Its criteria, for a split or a unit price.</summary>
    public IReadOnlyList<KeyCriterionDocument>? Criteria { get; init; }

    /// <summary>Euros per act by indicator code, for <c>perAct</c>.</summary>
    public IReadOnlyDictionary<string, decimal>? Prices { get; init; }

    /// <summary>Euros per member and year, for <c>lumpSum</c>.</summary>
    public decimal? LumpSum { get; init; }

    /// <summary>Euros per year of the members whose lump sum is another, by SIREN or INSEE code.</summary>
    public IReadOnlyDictionary<string, decimal>? LumpSums { get; init; }

    /// <summary>Least a member owes per year, in euros.</summary>
    public decimal? Floor { get; init; }

    /// <summary>Most a member owes per year, in euros.</summary>
    public decimal? Ceiling { get; init; }

    /// <summary>Most an amount grows over the year before: 0.05 for 5 %.</summary>
    public decimal? GrowthCap { get; init; }

    /// <summary>Units of each member and year that are free.</summary>
    public decimal? FranchiseUnits { get; init; }

    /// <summary>A lighter weight for small members.</summary>
    public SolidarityDocument? Solidarity { get; init; }

    /// <summary>Part of its weight borne in the 1st, 2nd… year: <c>[0.3333, 0.6667]</c>.</summary>
    public IReadOnlyList<decimal>? ProgressiveEntry { get; init; }

    /// <summary>How the cost of days without any unit is split: <c>equal</c> or <c>population</c>; not at all when absent.</summary>
    public string? WithoutUnits { get; init; }

    /// <summary>What the service is sized for.</summary>
    public CapacityDocument? Capacity { get; init; }
}

/// <summary>A criterion of a key as written.</summary>
public sealed record KeyCriterionDocument
{
    /// <summary>A <see cref="CriterionKind"/>, written.</summary>
    public string? Criterion { get; init; }

    /// <summary>Code of the unit of functioning, for <c>indicator</c>.</summary>
    public string? Indicator { get; init; }

    /// <summary>From 0 excluded to 1.</summary>
    public decimal Weight { get; init; }

    /// <summary>A <see cref="Communities.PopulationKind"/>, written, for <c>population</c>; <c>totale</c> when absent.</summary>
    public string? Population { get; init; }

    /// <summary>The year whose population counts; the year shared when absent.</summary>
    public int? ReferenceYear { get; init; }

    /// <summary>Units for one act by indicator code, for <c>weightedIndicators</c>.</summary>
    public IReadOnlyDictionary<string, decimal>? Weights { get; init; }

    /// <summary>Parts of the cost by SIREN or INSEE code, for <c>fixed</c>; together exactly 1.</summary>
    public IReadOnlyDictionary<string, decimal>? Shares { get; init; }
}

/// <summary>A help to small members as written.</summary>
public sealed record SolidarityDocument
{
    /// <summary>Inhabitants under which a member is helped.</summary>
    public int PopulationBelow { get; init; }

    /// <summary>Part of the weight taken off, from 0 excluded to 1.</summary>
    public decimal Discount { get; init; }
}

/// <summary>A capacity as written.</summary>
public sealed record CapacityDocument
{
    /// <summary>Units a year.</summary>
    public decimal Units { get; init; }

    /// <summary>A <see cref="CapacityBearer"/>, written.</summary>
    public string? BornBy { get; init; }
}
