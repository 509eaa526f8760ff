using Azure;

namespace Evaluation.Functions.Store.Tables;

/// <summary>The service answered that there is no such entity.</summary>
internal sealed class NoValueResponse<T>(Response response) : NullableResponse<T>
{
    public override bool HasValue => false;

    /// <exception cref="InvalidOperationException">Always: look at <see cref="HasValue"/> first.</exception>
    public override T Value => throw new InvalidOperationException("The response has no value.");

    public override Response GetRawResponse() => response;
}
