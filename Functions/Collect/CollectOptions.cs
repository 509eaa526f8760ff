namespace Evaluation.Functions.Collect;

/// <summary>How feeds are pulled.</summary>
internal sealed class CollectOptions
{
    public const string Section = "Collect";

    // Three requests and the waits between them end within the lease of a run.
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(60);

    /// <summary>Hosts that may be pulled, comma-separated, with their port unless it is 443; none unless set.</summary>
    public string AllowedHosts { get; set; } = "";

    /// <summary>The most one request takes, from its connection to the last byte; 30 s unless set, at most a minute.</summary>
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The wait before the second try; 2 s unless set, at most a minute.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>What makes the app known to feeds, by the name a source gives; none unless set.</summary>
    public Dictionary<string, string> Secrets { get; } = new(StringComparer.OrdinalIgnoreCase);

    public static bool IsTime(TimeSpan time) => time > TimeSpan.Zero && time <= Most;
}
