namespace Evaluation.Functions.Hosting;

/// <summary>What arrived at a function's address is not a payload of the Functions host.</summary>
internal sealed class UndecodablePayloadException : Exception
{
    public UndecodablePayloadException()
    {
    }

    public UndecodablePayloadException(string message)
        : base(message)
    {
    }

    public UndecodablePayloadException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
