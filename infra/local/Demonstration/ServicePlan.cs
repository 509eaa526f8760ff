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
}
