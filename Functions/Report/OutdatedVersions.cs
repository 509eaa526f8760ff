using Evaluation.Functions.Store;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Report;

/// <summary>Whether what a version rests on changed since it was read.</summary>
internal static class OutdatedVersions
{
    /// <summary>When it last changed; null where the version still says what is known.</summary>
    /// <param name="version">The latest published one.</param>
    /// <param name="changedAt">The last change that is noted; null for none.</param>
    public static DateTimeOffset? ChangedSince(ReportVersion version, DateTimeOffset? changedAt) => changedAt is { } at
        && (version.CurrentAt is { } read ? at > read : ParisTime.DateOf(at) > version.GeneratedOn)
            ? at
            : null;
}
