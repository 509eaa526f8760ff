namespace Evaluation.Functions.Hosting;

/// <summary>The app cannot start as it is set up; the message is one line that says what to change.</summary>
internal sealed class StartUpException : Exception
{
    public StartUpException()
    {
    }

    public StartUpException(string message)
        : base(message)
    {
    }

    public StartUpException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
