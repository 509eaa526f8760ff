using Evaluation.Core.French;
using Evaluation.Core.Problems;

namespace Evaluation.Functions.Http;

/// <summary>What every refusal looks like (RFC 9457), with a stable code and a French detail.</summary>
internal sealed record ApiProblem(
    string Type, string Title, int Status, string Code, string Detail, IReadOnlyList<Problem>? Errors, string? TraceId);

/// <summary>Ends a request with a refusal that the caller can act on.</summary>
/// <param name="status">HTTP status, 4xx.</param>
/// <param name="code">Stable code, listed in docs/api.md.</param>
/// <param name="detail">French sentence that says what to do.</param>
/// <param name="errors">Problems of a document, each with its pointer.</param>
internal sealed class ApiProblemException(
    int status, string code, string detail, IReadOnlyList<Problem>? errors = null) : Exception(Typography.Fix(detail))
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public IReadOnlyList<Problem>? Errors { get; } = errors?.Select(e => e with { Message = Typography.Fix(e.Message) }).ToList();
}
