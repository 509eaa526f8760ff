namespace Evaluation.Core.Keys;

/// <summary>How a yearly cost becomes amounts per member (docs/spec/allocation.md).</summary>
public enum AllocationMethod
{
    /// <summary>The cost is split entirely: amounts add up to it to the cent.</summary>
    Split,

    /// <summary>Unit cost rounded at 4 decimals × units (D5211-16); the gap with the cost is shown apart.</summary>
    UnitPrice,

    /// <summary>A lump sum per member and year (forfait), by days of membership; the provider bears the rest.</summary>
    LumpSum,

    /// <summary>A price per act × acts; the provider bears the rest.</summary>
    PerAct,

    /// <summary>Members owe nothing but what is charged to them directly; the provider bears the rest.</summary>
    Free,
}

/// <summary>The rule that shares a cost among members (clé de répartition); several criteria make it composite.</summary>
/// <param name="Method">How the cost becomes amounts.</param>
/// <param name="Criteria">
/// For a split, one or more whose weights add up to exactly 1; for a unit price, the measured unit; none otherwise.
/// </param>
public sealed record AllocationKey(AllocationMethod Method, IReadOnlyList<KeyCriterion> Criteria)
{
    /// <summary>Price of each act in euros, up to 4 decimals, for <see cref="AllocationMethod.PerAct"/>.</summary>
    public IReadOnlyList<ActPrice> Prices { get; init; } = [];

    /// <summary>Euros per member and year for <see cref="AllocationMethod.LumpSum"/>; null when each has its own.</summary>
    public decimal? LumpSum { get; init; }

    /// <summary>The members whose lump sum is another.</summary>
    public IReadOnlyList<AgreedFigure> LumpSums { get; init; } = [];

    /// <summary>Least a member owes per year, in euros, by days of membership; null for none.</summary>
    public decimal? Floor { get; init; }

    /// <summary>Most a member owes per year, in euros, by days of membership; null for none.</summary>
    public decimal? Ceiling { get; init; }

    /// <summary>Most an amount grows over that of the year before, 0.05 for 5 %; null for no limit.</summary>
    public decimal? GrowthCap { get; init; }

    /// <summary>Units of each member and year that are not counted (franchise); 0 for none.</summary>
    public decimal FranchiseUnits { get; init; }

    /// <summary>A lighter weight for small members; null for none.</summary>
    public Solidarity? Solidarity { get; init; }

    /// <summary>Part of its weight that a member bears in its 1st, 2nd… year; all of it afterwards.</summary>
    public IReadOnlyList<decimal> ProgressiveEntry { get; init; } = [];

    /// <summary>What the service is sized for, when its unused part is told apart; null otherwise.</summary>
    public Capacity? Capacity { get; init; }

    /// <summary>How the cost of days without any unit is split; null when the convention does not say.</summary>
    public CriterionKind? WithoutUnits { get; init; }

    /// <summary>Codes of every indicator whose units the key needs.</summary>
    public IEnumerable<string> Indicators =>
        Criteria.SelectMany(c => c.Indicators).Concat(Prices.Select(p => p.Indicator)).Distinct(StringComparer.Ordinal);

    /// <summary>The key of days without any unit, as the convention says; null when it does not.</summary>
    internal AllocationKey? Fallback => WithoutUnits is { } kind
        ? this with { Criteria = [new KeyCriterion(kind, null, 1)], Capacity = null, FranchiseUnits = 0, WithoutUnits = null }
        : null;

    /// <summary>The measured unit when the key rests on nothing else; null otherwise.</summary>
    public KeyCriterion? SingleUnit => Criteria is [{ IsMeasured: true } only] ? only : null;
}
