namespace Evaluation.Core.Problems;

/// <summary>Something a caller can fix in what was sent.</summary>
/// <param name="Code">Stable, dotted, in English: programs rely on it. Every code is listed in docs/api.md.</param>
/// <param name="Pointer">JSON pointer (RFC 6901) to the place in the document; empty for the whole.</param>
/// <param name="Message">One French sentence that says what is wrong and what to do.</param>
public sealed record Problem(string Code, string Pointer, string Message);
