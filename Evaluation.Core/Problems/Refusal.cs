using System.Text.Json.Serialization;

namespace Evaluation.Core.Problems;

/// <summary>Something a caller can fix in what was sent.</summary>
/// <param name="Code">Stable, dotted, in English: programs rely on it. Of the catalogue (<see cref="Refusals"/>, and its part at the edge).</param>
/// <param name="Pointer">JSON pointer (RFC 6901) to the place in the document; empty for the whole.</param>
/// <param name="Message">One French sentence that says what is wrong and what to do.</param>
public sealed record Refusal(string Code, string Pointer, string Message)
{
    /// <summary>Why it refuses, as the catalogue says; what is wrong with what was sent unless it says otherwise.</summary>
    [JsonIgnore]
    public RefusalKind Kind { get; init; } = RefusalKind.Invalid;
}
