namespace Evaluation.StandIn;

/// <summary>The stand-in or the worker cannot run as they are set up; the message is one line that says why.</summary>
public sealed class StandInException : Exception
{
    /// <inheritdoc/>
    public StandInException()
    {
    }

    /// <inheritdoc/>
    public StandInException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public StandInException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>How the worker ended; null when it was not the worker that did.</summary>
    public int? ExitCode { get; init; }
}
