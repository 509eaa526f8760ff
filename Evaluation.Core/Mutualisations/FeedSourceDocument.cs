namespace Evaluation.Core.Mutualisations;

/// <summary>A feed as written.</summary>
public sealed record FeedSourceDocument
{
    /// <summary>Absolute address.</summary>
    public string? Address { get; init; }

    /// <summary>A <see cref="FeedFormat"/>, written; <c>json</c> when absent.</summary>
    public string? Format { get; init; }

    /// <summary>Hours between two pulls; 24 when neither it nor <see cref="At"/> is given.</summary>
    public int? EveryHours { get; init; }

    /// <summary>Times of day in Europe/Paris, <c>06:30</c>.</summary>
    public IReadOnlyList<string?>? At { get; init; }

    /// <summary>Days of the week, <c>monday</c>; every day when absent.</summary>
    public IReadOnlyList<string?>? Days { get; init; }

    /// <summary>How the app makes itself known.</summary>
    public FeedAuthenticationDocument? Authentication { get; init; }

    /// <summary>Application named as the sender of a file.</summary>
    public string? Label { get; init; }

    /// <summary>Period of the rows of a file that give none.</summary>
    public string? Period { get; init; }
}

/// <summary>The header of a feed as written.</summary>
public sealed record FeedAuthenticationDocument
{
    /// <summary>Name of the header.</summary>
    public string? Header { get; init; }

    /// <summary>Name of the setting that holds its value.</summary>
    public string? Secret { get; init; }
}
