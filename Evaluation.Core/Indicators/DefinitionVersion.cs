namespace Evaluation.Core.Indicators;

/// <summary>One wording of an indicator over time: its label, text, bounds and target may change, nothing else.</summary>
/// <param name="ValidFrom">First day, the first of a period of the indicator; null for the first version.</param>
/// <param name="ValidTo">The day after the last; null while it lasts.</param>
/// <param name="Change">French sentence: what changed from the version before; null for the first.</param>
/// <param name="Definition">What was in force.</param>
public sealed record DefinitionVersion(
    DateOnly? ValidFrom, DateOnly? ValidTo, string? Change, IndicatorDefinition Definition);

/// <summary>A day from which values are no longer measured as before: no comparison or trend goes across it.</summary>
/// <param name="Indicator">Code of what changed: the indicator, or a part that it is computed from.</param>
/// <param name="On">First day of the new way.</param>
/// <param name="Change">French sentence: what changed.</param>
public sealed record SeriesBreak(string Indicator, DateOnly On, string Change);
