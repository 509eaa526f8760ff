using Evaluation.Core.Problems;

namespace Evaluation.Core.Submissions;

/// <summary>Something noticed about a row.</summary>
/// <param name="Code">Stable code, listed in docs/api.md.</param>
/// <param name="Severity">Whether the row is refused.</param>
/// <param name="Pointer">JSON pointer to the place in the body.</param>
/// <param name="Message">One French sentence that says what to do.</param>
public sealed record Finding(string Code, Severity Severity, string Pointer, string Message);
