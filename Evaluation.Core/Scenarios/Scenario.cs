using Evaluation.Core.Communities;
using Evaluation.Core.Keys;

namespace Evaluation.Core.Scenarios;

/// <summary>A commune or body that would take part the whole year.</summary>
/// <param name="Member">Who; not a member in the year.</param>
/// <param name="Units">Its expected units of the year by indicator code; what the key needs and is absent is missing.</param>
public sealed record JoiningMember(Member Member, IReadOnlyDictionary<string, decimal> Units);

/// <summary>What would be otherwise, all else being equal (docs/spec/scenarios.md).</summary>
/// <param name="Label">French name, unique in a comparison.</param>
public sealed record Scenario(string Label)
{
    /// <summary>Another key for the whole year; null to keep those of the year.</summary>
    public AllocationKey? Key { get; init; }

    /// <summary>Members that would not take part at all.</summary>
    public IReadOnlyList<Siren> Leaving { get; init; } = [];

    /// <summary>Members that would take part the whole year.</summary>
    public IReadOnlyList<JoiningMember> Joining { get; init; } = [];

    /// <summary>Change of the full cost, 0.03 for +3 %; 0 for none.</summary>
    public decimal CostChange { get; init; }

    /// <summary>Cost added by those who join, in euros to the cent.</summary>
    public decimal JoiningCost { get; init; }

    /// <summary>
    /// Part of the cost borne by those who leave that would disappear with them, 0 to 1; the rest is stranded.
    /// </summary>
    public decimal AvoidablePart { get; init; }

    /// <summary>The whole pooling undone: each member back to what the same work cost it before.</summary>
    public bool IsUndone { get; init; }
}
