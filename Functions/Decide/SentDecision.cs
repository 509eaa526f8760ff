using System.Text.Json;
using Evaluation.Core.Decisions;

namespace Evaluation.Functions.Decide;

/// <summary>A decision as it is sent. What the app alone says of it may come back as it was read, or be anything: it is not looked at.</summary>
internal sealed record SentDecision(
    string? Decision,
    string? Reasons,
    string? EffectiveOn,
    IReadOnlyList<DecidedActionDocument>? Actions,
    string? DepartsBecause,
    string? CorrectedBecause,
    JsonElement? Proposed,
    JsonElement? ReportVersion,
    JsonElement? DecidedBy,
    JsonElement? DecidedAt)
{
    /// <summary>What its sender has to say.</summary>
    public DecisionDocument Document() => new()
    {
        Decision = Decision,
        Reasons = Reasons,
        EffectiveOn = EffectiveOn,
        Actions = Actions,
        DepartsBecause = DepartsBecause,
        CorrectedBecause = CorrectedBecause,
    };
}
