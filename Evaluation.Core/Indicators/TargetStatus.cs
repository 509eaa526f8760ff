namespace Evaluation.Core.Indicators;

/// <summary>How a value stands against its target.</summary>
public enum TargetStatus
{
    /// <summary>100 % or more of the target.</summary>
    Reached,

    /// <summary>From 90 to less than 100 %.</summary>
    Close,

    /// <summary>Less than 90 %.</summary>
    Missed,

    /// <summary>No target was set.</summary>
    NoTarget,

    /// <summary>No value to compare.</summary>
    NotKnown,

    /// <summary>Less than 80 % of the values came, or one that is missing could change it: nothing is concluded.</summary>
    NotConclusive,
}
