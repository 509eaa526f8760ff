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
