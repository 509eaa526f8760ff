namespace Evaluation.Core.Mutualisations;

/// <summary>A service’s own HTTP feed, in one of the shapes of a push, and when it is pulled.</summary>
/// <param name="Address">Absolute address, without user or password.</param>
/// <param name="Format">What it answers.</param>
/// <param name="EveryHours">Hours between two pulls, 1 to 8784; null when it is pulled at times of day.</param>
/// <param name="At">Times of day in Europe/Paris, to the minute, in order; empty when it is pulled every so many hours.</param>
/// <param name="Days">Days of the week on which <paramref name="At"/> counts; empty means every day.</param>
/// <param name="Authentication">How the app makes itself known; null when the feed asks for nothing.</param>
/// <param name="Label">Application that is named as the sender of a file, which does not name it itself; null for the host of the address.</param>
/// <param name="Period">Period of the rows of a file that give none, such as <c>2025-03</c>; null when each gives its own.</param>
public sealed record FeedSource(
    Uri Address,
    FeedFormat Format,
    int? EveryHours,
    IReadOnlyList<TimeOnly> At,
    IReadOnlyList<DayOfWeek> Days,
    FeedAuthentication? Authentication,
    string? Label,
    string? Period);

/// <summary>What a feed answers.</summary>
public enum FeedFormat
{
    /// <summary>The body of a push.</summary>
    Json,

    /// <summary>A file with the same columns.</summary>
    Csv,
}

/// <summary>The header that makes the app known to a feed. The secret itself is never part of a document.</summary>
/// <param name="Header">Name of the header, such as <c>Authorization</c> or <c>X-Api-Key</c>.</param>
/// <param name="Secret">Name of the setting that holds its whole value.</param>
public sealed record FeedAuthentication(string Header, string Secret);
