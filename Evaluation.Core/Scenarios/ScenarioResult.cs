using Evaluation.Core.Communities;
using Evaluation.Core.Costs;

namespace Evaluation.Core.Scenarios;

/// <summary>Where a member stands in a scenario.</summary>
public enum ScenarioStanding
{
    /// <summary>It would pay less.</summary>
    Gains,

    /// <summary>It would pay more.</summary>
    Loses,

    /// <summary>It would pay the same.</summary>
    Same,

    /// <summary>It would come in.</summary>
    Joins,

    /// <summary>It would be out.</summary>
    Leaves,
}

/// <summary>A member in the year and in a scenario. Euros, to the cent.</summary>
/// <param name="Member">Who.</param>
/// <param name="Actual">What it owes for the year; null when it takes no part.</param>
/// <param name="Amount">What it would owe; null when it would take no part.</param>
public sealed record ScenarioMember(Member Member, decimal? Actual, decimal? Amount)
{
    /// <summary>Would owe − owes; null for who comes in or goes out.</summary>
    public decimal? Difference => Amount - Actual;

    /// <summary>Who gains, who loses.</summary>
    public ScenarioStanding Standing => this switch
    {
        { Actual: null } => ScenarioStanding.Joins,
        { Amount: null } => ScenarioStanding.Leaves,
        { Difference: < 0 } => ScenarioStanding.Gains,
        { Difference: > 0 } => ScenarioStanding.Loses,
        _ => ScenarioStanding.Same,
    };
}

/// <summary>Why a scenario gives no amounts.</summary>
public enum ScenarioObstacle
{
    /// <summary>The cost cannot be shared; the outcome says why.</summary>
    NotShared,

    /// <summary>The year itself cannot be shared, so there is nothing to compare with.</summary>
    NoActual,

    /// <summary>What members spent before is not known, so that undoing the pooling cannot be priced.</summary>
    NoBaseline,
}

/// <summary>What a scenario gives. Total = Σ amounts + provider’s part + rounding gap, always.</summary>
/// <param name="Label">Which.</param>
/// <param name="Obstacle">Why there are no amounts; null when there are.</param>
/// <param name="Outcome">The allocation, or what prevents it; null when the pooling is undone.</param>
/// <param name="Total">What it would cost in all, in euros; null with an obstacle.</param>
/// <param name="ProviderPart">What the provider would bear for nobody, in euros.</param>
/// <param name="RoundingGap">« Écart d’arrondi » of a unit price.</param>
/// <param name="StrandedCost">Cost that those who leave bore and that stays: others bear it, or the provider.</param>
/// <param name="Members">All those of the year or of the scenario, in the community’s order.</param>
public sealed record ScenarioResult(
    string Label,
    ScenarioObstacle? Obstacle,
    AllocationOutcome? Outcome,
    decimal? Total,
    decimal ProviderPart,
    decimal RoundingGap,
    decimal StrandedCost,
    IReadOnlyList<ScenarioMember> Members);
