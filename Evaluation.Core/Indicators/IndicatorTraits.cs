namespace Evaluation.Core.Indicators;

/// <summary>Which way is good.</summary>
public enum Direction
{
    /// <summary>More is better.</summary>
    HigherIsBetter,

    /// <summary>Less is better.</summary>
    LowerIsBetter,

    /// <summary>Neither: the figure describes, it does not judge.</summary>
    Neutral,
}

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

/// <summary>What an indicator is about; the parts of a report.</summary>
public enum IndicatorFamily
{
    /// <summary>What was done.</summary>
    Activite,

    /// <summary>What it cost.</summary>
    Cout,

    /// <summary>How fast.</summary>
    Delai,

    /// <summary>What it changed.</summary>
    Impact,

    /// <summary>With what means.</summary>
    Moyens,

    /// <summary>How well.</summary>
    Qualite,

    /// <summary>How satisfied members are.</summary>
    Satisfaction,

    /// <summary>How safe.</summary>
    Securite,
}

/// <summary>The six evaluation criteria of the OECD/DAC, revised in 2019.</summary>
public enum EvaluationCriterion
{
    /// <summary>Does it meet the needs?</summary>
    Pertinence,

    /// <summary>Does it fit with the rest?</summary>
    Coherence,

    /// <summary>Are objectives met?</summary>
    Efficacite,

    /// <summary>Results against means.</summary>
    Efficience,

    /// <summary>Effects on people.</summary>
    Impact,

    /// <summary>Does it last?</summary>
    Durabilite,
}

/// <summary>Who a value is about.</summary>
public enum IndicatorLevel
{
    /// <summary>One member at a time.</summary>
    Member,

    /// <summary>The service as a whole.</summary>
    Service,
}

/// <summary>Where the target comes from.</summary>
public enum TargetBasis
{
    /// <summary>A legal text.</summary>
    Legal,

    /// <summary>Usual practice, to be replaced by the convention.</summary>
    Usual,

    /// <summary>The convention of the mutualisation.</summary>
    Convention,
}
