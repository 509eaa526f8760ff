using Evaluation.Core.French;

namespace Evaluation.Functions.Collect;

/// <summary>A feed did not give what it should, or may not be pulled.</summary>
/// <param name="message">French sentence for the service’s head, without any secret.</param>
/// <param name="inner">What the network said.</param>
internal sealed class FeedException(string message, Exception? inner = null) : Exception(Typography.Fix(message), inner)
{
    /// <summary>Whether the same request may well succeed a moment later.</summary>
    public bool IsPassing { get; init; }

    /// <summary>Whether only a change of the declaration or of the settings can help.</summary>
    public bool IsPermanent { get; init; }

    /// <summary>How long the source asks to be left alone; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
