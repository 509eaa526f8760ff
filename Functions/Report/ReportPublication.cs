using Evaluation.Functions.Store;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Report;

/// <summary>How a build ended.</summary>
internal enum BuildEnd
{
    Published,

    /// <summary>All is as the latest version found it.</summary>
    Same,

    /// <summary>Documents read otherwise, without any bearing on figures, and nobody asked for a version.</summary>
    Aside,
}

/// <summary>Publishes version n+1 of a report, of any kind, unless the latest says the same.</summary>
internal sealed class ReportPublication(ReportStore reports)
{
    /// <summary>The version that says what is known, new or not; of two builders of the same figures one publishes.</summary>
    /// <param name="key">Which report.</param>
    /// <param name="fingerprint">Of what it says, its edition apart.</param>
    /// <param name="readAt">When what it rests on was read.</param>
    /// <param name="isAside">Whether what is new since the latest version makes none by itself.</param>
    /// <param name="render">The files of a version; the latest published one before it, if any.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<(ReportVersion Version, BuildEnd End)> PublishAsync(
        ReportKey key,
        string fingerprint,
        DateTimeOffset readAt,
        Func<ReportVersion, Task<bool>> isAside,
        Func<ReportVersion, ReportVersion?, Task<IReadOnlyList<ReportFile>>> render,
        CancellationToken cancellationToken)
    {
        while (true)
        {
            var versions = await reports.VersionsAsync(key, cancellationToken);
            var latest = versions.LastOrDefault(v => v.IsPublished);
            if (latest is not null && (latest.Fingerprint == fingerprint || await isAside(latest)))
            {
                await reports.ConfirmAsync(latest, readAt, cancellationToken);
                return (latest, latest.Fingerprint == fingerprint ? BuildEnd.Same : BuildEnd.Aside);
            }

            // A version reserved for these very figures is one that a crash left half written: finish it as it began, unless
            // a later one was published since, for it would never be read as the last.
            var reserved = versions.FirstOrDefault(v => !v.IsPublished && v.Fingerprint == fingerprint && v.Version > (latest?.Version ?? 0));
            var next = (versions.Count == 0 ? 0 : versions[^1].Version) + 1;
            var version = (reserved ?? new ReportVersion(key, next, fingerprint, ParisTime.DateOf(readAt), [])) with { CurrentAt = readAt, IsTold = false };
            if (reserved is not null || await reports.TryReserveAsync(version, cancellationToken))
            {
                var (shown, isFirst) = await reports.PublishAsync(version, await render(version, latest), cancellationToken);
                return (shown, isFirst ? BuildEnd.Published : BuildEnd.Same);
            }
        }
    }
}
