namespace Evaluation.Core.Indicators;

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
