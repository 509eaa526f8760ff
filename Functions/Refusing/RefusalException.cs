using Evaluation.Core.Problems;

namespace Evaluation.Functions.Refusing;

/// <summary>Ends what was asked with a refusal that the caller can act on; how it is answered is decided at the door.</summary>
/// <param name="refusal">What is told.</param>
/// <param name="kind">Why it is refused.</param>
/// <param name="errors">Every fault of a document, each with its pointer; null for what is no document.</param>
internal sealed class RefusalException(Refusal refusal, RefusalKind kind, IReadOnlyList<Refusal>? errors = null)
    : Exception(refusal.Message)
{
    public string Code => refusal.Code;

    public RefusalKind Kind => kind;

    public IReadOnlyList<Refusal>? Errors => errors;
}
