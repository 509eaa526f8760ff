namespace Evaluation.Core.Keys;

/// <summary>Who bears what the service could have done and did not.</summary>
public enum CapacityBearer
{
    /// <summary>The provider keeps the cost of the unused capacity.</summary>
    Provider,

    /// <summary>Members share it by the same key.</summary>
    Members,
}

/// <summary>What a service is sized for.</summary>
/// <param name="Units">Units a year, more than 0, of the single measured criterion.</param>
/// <param name="BornBy">Who bears the unused part.</param>
public sealed record Capacity(decimal Units, CapacityBearer BornBy);
