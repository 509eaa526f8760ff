using Evaluation.Core.Communities;

namespace Evaluation.Core.Costs;

/// <summary>What a member weighs under one criterion.</summary>
/// <param name="Criterion">Of the key.</param>
/// <param name="Units">The member’s units, prorated where the criterion is; shown, never used to compute again.</param>
/// <param name="TotalUnits">All members’ units.</param>
public sealed record CriterionUnits(KeyCriterion Criterion, decimal Units, decimal TotalUnits);

/// <summary>What a member owes.</summary>
/// <param name="Member">Who.</param>
/// <param name="Days">Days of the year on which it takes part.</param>
/// <param name="Criteria">What it weighs, criterion by criterion.</param>
/// <param name="Share">Part of the whole, 0 to 1, as exact as a decimal holds.</param>
/// <param name="Amount">Euros, to the cent.</param>
public sealed record MemberShare(
    Member Member, int Days, IReadOnlyList<CriterionUnits> Criteria, decimal Share, decimal Amount);

/// <summary>A year’s cost shared among members.</summary>
/// <param name="Key">The rule.</param>
/// <param name="Total">The cost, in euros.</param>
/// <param name="UnitCost">Cost ÷ units, 4 decimals, when the key has a single measured unit; null otherwise.</param>
/// <param name="Shares">By member, in the community’s order.</param>
/// <param name="RoundingGap">Cost − Σ amounts: 0 for a split, the « écart d’arrondi » for a unit price.</param>
/// <param name="DroppedCriteria">Criteria without any unit; their weight went to the others in proportion.</param>
public sealed record Allocation(
    AllocationKey Key,
    decimal Total,
    decimal? UnitCost,
    IReadOnlyList<MemberShare> Shares,
    decimal RoundingGap,
    IReadOnlyList<KeyCriterion> DroppedCriteria);

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
}

/// <summary>A shared cost, or why there is none.</summary>
/// <param name="Allocation">The shares; null with an obstacle.</param>
/// <param name="Obstacle">Why not; null with shares.</param>
/// <param name="MissingFor">The members without a value, for <see cref="AllocationObstacle.MissingUnits"/>.</param>
public sealed record AllocationOutcome(
    Allocation? Allocation, AllocationObstacle? Obstacle, IReadOnlyList<Member> MissingFor);
