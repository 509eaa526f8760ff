using Evaluation.Core.Communities;
using Evaluation.Core.Keys;
using Evaluation.Core.Money;

namespace Evaluation.Core.Costs;

/// <summary>What a member owes, with all that is needed to compute it again by hand.</summary>
/// <param name="Member">Who.</param>
/// <param name="Days">Days of the year on which it takes part.</param>
/// <param name="Criteria">What it weighs, criterion by criterion; empty for a lump sum, acts or a free service.</param>
/// <param name="Share">Part of what is shared before limits, 0 to 1, 20 decimals, rounded down.</param>
/// <param name="Amount">
/// Euros, to the cent, what is charged directly included; not rounded in a span of a year of several.
/// </param>
public sealed record MemberShare(
    Member Member, int Days, IReadOnlyList<CriterionUnits> Criteria, decimal Share, decimal Amount)
{
    /// <summary>Costs charged to it alone, before the split.</summary>
    public IReadOnlyList<DirectCharge> DirectCharges { get; init; } = [];

    /// <summary>The acts it pays for, price by price; empty when it pays no acts.</summary>
    public IReadOnlyList<BilledActs> Acts { get; init; } = [];

    /// <summary>What the terms of the key changed, in the order in which they apply.</summary>
    public IReadOnlyList<AppliedTerm> Terms { get; init; } = [];

    /// <summary>Its exact part of what is shared; null when a limit or a price gives the amount.</summary>
    public ExactQuota? Quota { get; init; }

    /// <summary>Sum of the direct charges, in euros.</summary>
    public decimal Direct => DirectCharges.Sum(d => d.Amount);

    /// <summary>What it owes by the key: amount − direct charges.</summary>
    public decimal Shared => Amount - Direct;
}

/// <summary>What a member weighs under one criterion.</summary>
/// <param name="Criterion">Of the key.</param>
/// <param name="Units">The member’s units, prorated where the criterion is; shown, never used to compute again.</param>
/// <param name="TotalUnits">All members’ units.</param>
public sealed record CriterionUnits(KeyCriterion Criterion, decimal Units, decimal TotalUnits)
{
    /// <summary>What was read before days and franchise: inhabitants, days, a part, units.</summary>
    public decimal Observed { get; init; }

    /// <summary>Part of the criterion in the cost once criteria without units are dropped; 0 for those.</summary>
    public decimal Weight { get; init; }

    /// <summary>Weight × units ÷ total units.</summary>
    public decimal Part => TotalUnits == 0 ? 0 : Weight * Units / TotalUnits;

    /// <summary>The acts behind weighted units; empty for the other criteria.</summary>
    public IReadOnlyList<WeightedUse> Uses { get; init; } = [];
}

/// <summary>Acts turned into units: units = quantity × weight.</summary>
/// <param name="Indicator">What was counted.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Weight">Units for one.</param>
/// <param name="Units">Their product.</param>
public sealed record WeightedUse(string Indicator, decimal Quantity, decimal Weight, decimal Units);

/// <summary>Acts turned into euros, before the cent: euros = quantity × price.</summary>
/// <param name="Indicator">What was counted.</param>
/// <param name="Quantity">How many are billed.</param>
/// <param name="Price">Euros for one.</param>
/// <param name="Euros">Their product, not rounded.</param>
public sealed record BilledActs(string Indicator, decimal Quantity, decimal Price, decimal Euros);

/// <summary>A term of the key that changes what a member owes, in the order in which they apply.</summary>
public enum KeyTerm
{
    /// <summary>Free units; before and after are units.</summary>
    Franchise,

    /// <summary>Help to small members; before and after are weights, or euros when priced.</summary>
    Solidarity,

    /// <summary>First years; before and after are weights, or euros when priced.</summary>
    ProgressiveEntry,

    /// <summary>Least amount; in euros.</summary>
    Floor,

    /// <summary>Most amount; in euros.</summary>
    Ceiling,

    /// <summary>Most growth over the year before; in euros.</summary>
    GrowthCap,
}

/// <summary>What a term changed for a member.</summary>
/// <param name="Term">Which.</param>
/// <param name="Before">Without it.</param>
/// <param name="After">With it.</param>
public sealed record AppliedTerm(KeyTerm Term, decimal Before, decimal After)
{
    /// <summary>
    /// Whether before and after are weights, and not euros or units: a share is a member’s last weight, else the sum
    /// of its parts by criterion, ÷ those of all members.
    /// </summary>
    public bool IsWeight { get; init; }
}
