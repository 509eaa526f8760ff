using Evaluation.Core.Problems;

namespace Evaluation.Functions.Http;

/// <summary>What every refusal looks like (RFC 9457), with a stable code and a French detail.</summary>
internal sealed record ApiProblem(
    string Type, string Title, int Status, string Code, string Detail, IReadOnlyList<Refusal>? Errors, string? TraceId);
