namespace Evaluation.Functions.Hosting;

/// <summary>
/// A message that no repetition will make work. It goes to the poison queue at once; the exception's message is the
/// cause that people read.
/// </summary>
internal sealed class PermanentFailureException : Exception
{
    public PermanentFailureException()
    {
    }

    public PermanentFailureException(string message)
        : base(message)
    {
    }

    public PermanentFailureException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
