namespace Evaluation.Core.Indicators;

/// <summary>How values add up over time and over members (docs/spec/aggregation.md).</summary>
public enum AggregationRule
{
    /// <summary>Sum over time and over members.</summary>
    Sum,

    /// <summary>Mean, weighted by another indicator where there is one.</summary>
    Average,

    /// <summary>Last known value over time, sum over members.</summary>
    Last,

    /// <summary>Sum of numerators over sum of denominators, recomputed at every level.</summary>
    Ratio,
}
