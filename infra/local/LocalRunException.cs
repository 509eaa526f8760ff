namespace Evaluation.Local;

/// <summary>Something the local run needs is missing; the message is one line that says what to do.</summary>
public sealed class LocalRunException : Exception
{
    public LocalRunException()
    {
    }

    public LocalRunException(string message)
        : base(message)
    {
    }

    public LocalRunException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
