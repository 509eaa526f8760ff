namespace Evaluation.Functions.Access;

/// <summary>How often each caller may call.</summary>
internal sealed class CallLimitOptions
{
    public const string Section = "RateLimit";

    /// <summary>The most either limit can be.</summary>
    public const int Most = 100_000;

    /// <summary>Calls a minute in the long run, 1 to 100 000; 600 unless set.</summary>
    public int PerMinute { get; set; } = 600;

    /// <summary>Calls at once, 1 to 100 000; 120 unless set.</summary>
    public int Burst { get; set; } = 120;

    public static bool IsLimit(int calls) => calls is >= 1 and <= Most;
}
