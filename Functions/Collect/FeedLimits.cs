using System.Globalization;
using Evaluation.Functions.Hosting;

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

    private const string TimeSetting = "Collect:TimeLimit";
    private const string RetryDelaySetting = "Collect:RetryDelay";

    // Three requests and the waits between them end within the lease of a run.
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(60);

    /// <exception cref="StartUpException">A setting is no time, or more than a minute.</exception>
    public static FeedLimits From(IConfiguration configuration) => new(
        TimeOf(configuration, TimeSetting) ?? Usual,
        TimeOf(configuration, RetryDelaySetting) ?? TimeSpan.FromSeconds(2),
        Usual);

    private static TimeSpan? TimeOf(IConfiguration configuration, string setting)
    {
        var text = configuration[setting];
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && time > TimeSpan.Zero && time <= Most
            ? time
            : throw new StartUpException($"The setting {setting.Replace(":", "__", StringComparison.Ordinal)} must be a time such as 00:00:30, at most a minute.");
    }
}
