namespace Evaluation.Functions.Tests.Soak;

/// <summary>What a run does to the app. The same plan draws the same pushes, faults and kills.</summary>
/// <param name="Seed">0 to 999 999.</param>
internal sealed record SoakPlan(int Seed)
{
    /// <summary>How many push at once.</summary>
    public int Clients { get; init; } = 4;

    /// <summary>After how many pushes a client ends.</summary>
    public int MostPushes { get; init; } = int.MaxValue;

    /// <summary>After how long clients begin no further push.</summary>
    public TimeSpan Length { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How many requests to storage in a thousand go wrong.</summary>
    public int FaultsPerThousand { get; init; }

    /// <summary>The longest time that a process lives; null when it is never killed.</summary>
    public TimeSpan? LongestLife { get; init; }
}
