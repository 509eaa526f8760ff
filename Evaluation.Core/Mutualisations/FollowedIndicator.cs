using Evaluation.Core.Indicators;

namespace Evaluation.Core.Mutualisations;

/// <summary>An indicator that a mutualisation follows, with the target that applies to it.</summary>
/// <param name="Definition">What is measured.</param>
/// <param name="Target">The convention’s target, else the catalogue’s; null for none.</param>
public sealed record FollowedIndicator(IndicatorDefinition Definition, Target? Target);
