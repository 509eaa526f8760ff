using Evaluation.Core.Communities;
using Evaluation.Core.Keys;

namespace Evaluation.Core.Costs;

/// <summary>A year’s cost shared among members. Total = Σ amounts + rounding gap + provider’s part, always.</summary>
/// <param name="Key">The rule; the last one of the year when it changed.</param>
/// <param name="Total">The cost, in euros.</param>
/// <param name="UnitCost">Cost shared ÷ units observed, 4 decimals, when the key has a single measured unit; null otherwise.</param>
/// <param name="Shares">By member, in the community’s order.</param>
/// <param name="RoundingGap">« Écart d’arrondi » of a unit price; 0 otherwise.</param>
/// <param name="DroppedCriteria">Criteria without any unit; their weight went to the others in proportion.</param>
public sealed record Allocation(
    AllocationKey Key,
    decimal Total,
    decimal? UnitCost,
    IReadOnlyList<MemberShare> Shares,
    decimal RoundingGap,
    IReadOnlyList<KeyCriterion> DroppedCriteria)
{
    /// <summary>What the amount that is shared is made of.</summary>
    public required CostBasis Basis { get; init; }

    /// <summary>Units used by all, when the key has a single measured unit; null otherwise.</summary>
    public decimal? UnitsUsed { get; init; }

    /// <summary>
    /// Full cost ÷ units used, 4 decimals; null without a single measured unit. It is the unit cost when nothing was taken
    /// off before the key: direct charges, unused capacity.
    /// </summary>
    public decimal? FullUnitCost =>
        UnitsUsed is > 0 ? decimal.Round(Basis.Full / UnitsUsed.Value, 4, MidpointRounding.AwayFromZero) : null;

    /// <summary>Euros that no member owes: unused capacity kept, acts not billed, reliefs of priced services.</summary>
    public decimal ProviderPart { get; init; }

    /// <summary>One allocation per way of sharing when the key changed so within the year; empty otherwise.</summary>
    public IReadOnlyList<SpanAllocation> Spans { get; init; } = [];

    /// <summary>Days on which limits, reliefs or figures per year changed, and not the way of sharing.</summary>
    public IReadOnlyList<DateOnly> TermsChangedOn { get; init; } = [];
}

/// <summary>From the full cost to what is shared: shared = full − direct − unused capacity kept. Euros, exact.</summary>
/// <param name="Full">The full cost.</param>
/// <param name="Direct">Charged to one member each, before the split.</param>
/// <param name="UnusedCapacity">Cost of the capacity that was not used; 0 when the key has none.</param>
/// <param name="UnusedCapacityKept">What the provider keeps of it; 0 when members bear it.</param>
/// <param name="Shared">What the key applies to.</param>
public sealed record CostBasis(
    decimal Full, decimal Direct, decimal UnusedCapacity, decimal UnusedCapacityKept, decimal Shared);

/// <summary>The part of a year under one key.</summary>
/// <param name="From">First day.</param>
/// <param name="To">The day after the last.</param>
/// <param name="Days">Days counted.</param>
/// <param name="Allocation">
/// The cost of those days, shared; amounts are not rounded, nor held by limits: both bind the year.
/// </param>
public sealed record SpanAllocation(DateOnly From, DateOnly To, int Days, Allocation Allocation);

/// <summary>Why a cost cannot be shared.</summary>
public enum AllocationObstacle
{
    /// <summary>No cost is shared, or no convention says how.</summary>
    NoKey,

    /// <summary>No cost is known for the year.</summary>
    NoCost,

    /// <summary>Nobody takes part in the year.</summary>
    NoMember,

    /// <summary>A member has no value for a criterion; missing is not zero.</summary>
    MissingUnits,

    /// <summary>Every criterion adds up to zero.</summary>
    NoUnits,

    /// <summary>A cost is charged directly to a member that does not take part in the year.</summary>
    DirectMemberAbsent,

    /// <summary>The floors of members add up to more than the cost.</summary>
    FloorsAboveCost,

    /// <summary>The ceilings of members do not cover the cost.</summary>
    CeilingsBelowCost,
}

/// <summary>Days whose cost cannot be shared.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public sealed record ObstacleDays(DateOnly From, DateOnly To);

/// <summary>A shared cost, or why there is none.</summary>
/// <param name="Allocation">The shares; null with an obstacle.</param>
/// <param name="Obstacle">Why not; null with shares.</param>
/// <param name="MissingFor">
/// The members without a value, for <see cref="AllocationObstacle.MissingUnits"/>; empty otherwise.
/// </param>
public sealed record AllocationOutcome(
    Allocation? Allocation, AllocationObstacle? Obstacle, IReadOnlyList<Member> MissingFor)
{
    /// <summary>The key that cannot share, for an obstacle of its units; null otherwise.</summary>
    public AllocationKey? Key { get; init; }

    /// <summary>The days of that key when it rules a part of the year; null otherwise.</summary>
    public ObstacleDays? Days { get; init; }

    internal static AllocationOutcome Prevented(AllocationObstacle obstacle) => new(null, obstacle, []);
}
