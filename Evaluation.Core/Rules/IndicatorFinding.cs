using Evaluation.Core.Problems;

namespace Evaluation.Core.Rules;

/// <summary>Something noticed about values that are all right one by one.</summary>
/// <param name="Code">Stable code, listed in docs/api.md.</param>
/// <param name="Severity">Always a warning: the values are kept, someone should look.</param>
/// <param name="Indicators">The codes it is about.</param>
/// <param name="Message">One French sentence that says what to do.</param>
public sealed record IndicatorFinding(
    string Code, Severity Severity, IReadOnlyList<string> Indicators, string Message);
