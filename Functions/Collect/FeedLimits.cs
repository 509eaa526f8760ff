namespace Evaluation.Functions.Collect;

/// <summary>How long and how often a feed is tried in one pull.</summary>
/// <param name="Time">The most one request may take: connection, redirects, headers and the last byte of the body.</param>
/// <param name="RetryDelay">The wait before the second try; the third waits twice as long, both more or less.</param>
/// <param name="LongestWait">A source that asks to wait longer is left alone until another pull.</param>
internal sealed record FeedLimits(TimeSpan Time, TimeSpan RetryDelay, TimeSpan LongestWait)
{
    /// <summary>Tries after the first.</summary>
    public const int Retries = 2;

    /// <summary>Redirects that are followed.</summary>
    public const int Redirects = 3;

    private static readonly TimeSpan UsualWait = TimeSpan.FromSeconds(30);

    public static FeedLimits From(CollectOptions options) => new(options.TimeLimit, options.RetryDelay, UsualWait);
}
