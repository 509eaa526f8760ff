using Evaluation.Core.Costs;
using Evaluation.Core.Mutualisations;
using Evaluation.Local.Demonstration.Activities;

namespace Evaluation.Local.Demonstration;

/// <summary>One pooled service of the demonstration: what is declared about it, and how its activity goes.</summary>
internal sealed record ServicePlan(
    string Id,
    MutualisationDocument Document,
    IReadOnlyDictionary<int, CostDocument> Costs,
    Func<Chance, Activity> Activity)
{
    /// <summary>Name of the application that sends the values.</summary>
    public required string Application { get; init; }

    /// <summary>When values are sent.</summary>
    public SendingHabits Habits { get; init; } = new();

    /// <summary>The unit whose use the convention forecasts by member; null when it does not.</summary>
    public string? ForecastUnit { get; init; }

    /// <summary>How funds are called; null when nothing is owed.</summary>
    public CallPlan? Calls { get; init; }

    /// <summary>The time before pooling; null when nobody recorded it.</summary>
    public BaselinePlan? Before { get; init; }
}
