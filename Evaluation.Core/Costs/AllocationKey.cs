namespace Evaluation.Core.Costs;

/// <summary>How a yearly cost becomes amounts per member (docs/spec/allocation.md).</summary>
public enum AllocationMethod
{
    /// <summary>The cost is split entirely: amounts add up to it to the cent.</summary>
    Split,

    /// <summary>Unit cost rounded at 4 decimals × units (D5211-16); the gap with the cost is shown apart.</summary>
    UnitPrice,
}

/// <summary>What a share is in proportion to.</summary>
public enum CriterionKind
{
    /// <summary>The same for everyone.</summary>
    Equal,

    /// <summary>Population totale of the year, prorated by days of membership.</summary>
    Population,

    /// <summary>Units of an indicator observed over the year.</summary>
    Indicator,
}

/// <summary>One part of a key.</summary>
/// <param name="Kind">What the share is in proportion to.</param>
/// <param name="Indicator">Code, for <see cref="CriterionKind.Indicator"/>; null otherwise.</param>
/// <param name="Weight">Part of the cost it splits, more than 0, at most 1.</param>
public sealed record KeyCriterion(CriterionKind Kind, string? Indicator, decimal Weight);

/// <summary>The rule that shares a cost among members (clé de répartition); several criteria make it composite.</summary>
/// <param name="Method">Split, or unit price × units.</param>
/// <param name="Criteria">One or more; weights add up to exactly 1.</param>
public sealed record AllocationKey(AllocationMethod Method, IReadOnlyList<KeyCriterion> Criteria);
