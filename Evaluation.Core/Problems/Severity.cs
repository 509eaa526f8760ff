namespace Evaluation.Core.Problems;

/// <summary>How much a finding weighs.</summary>
public enum Severity
{
    /// <summary>The row is refused.</summary>
    Error,

    /// <summary>The row is kept; someone should look.</summary>
    Warning,
}
