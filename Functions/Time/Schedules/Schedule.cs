using Evaluation.Core.Mutualisations;

namespace Evaluation.Functions.Time.Schedules;

/// <summary>
/// When something falls due. An occurrence is an instant in UTC; it belongs to the one interval that holds it, so that
/// intervals that follow each other give each occurrence once, in order, whoever asks and however often.
/// </summary>
internal abstract record Schedule
{
    /// <summary>No two occurrences in a row are further apart.</summary>
    protected abstract TimeSpan LongestGap { get; }

    /// <summary>The schedule of a source.</summary>
    public static Schedule Of(FeedSource source) => source.EveryHours is { } hours
        ? new EveryHours(hours)
        : new AtTimesOfDay(source.At, source.Days);

    /// <summary>The occurrences after an instant and up to another, in order; none when they are inverted.</summary>
    public abstract IEnumerable<DateTimeOffset> Between(DateTimeOffset after, DateTimeOffset upTo);

    /// <summary>The latest occurrence at or before an instant: of those that were missed, the one that still matters to a pull.</summary>
    public DateTimeOffset LatestAt(DateTimeOffset instant) => Between(instant - LongestGap, instant).Last();

    /// <summary>The first occurrence after an instant.</summary>
    public DateTimeOffset NextAfter(DateTimeOffset instant) => Between(instant, instant + LongestGap).First();
}
