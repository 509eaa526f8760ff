namespace Evaluation.Core.Indicators;

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
