namespace Evaluation.Core.Keys;

/// <summary>What one act of an indicator counts for.</summary>
/// <param name="Indicator">Code.</param>
/// <param name="Weight">Units for one act, more than 0.</param>
public sealed record UnitWeight(string Indicator, decimal Weight)
{
    /// <summary>Whether it is a state or a mean, and counts by days of membership.</summary>
    public bool IsStock { get; init; }
}
