using Evaluation.Core.Closing;
using Evaluation.Core.Communities;
using Evaluation.Core.Decisions;
using Evaluation.Core.Kinds;
using Evaluation.Functions.Store;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Report;

/// <summary>Whether what a version rests on changed since it was read: told beside it, and why the next one is made.</summary>
internal sealed class OutdatedVersions(InputChanges inputs, ClosingStore closings)
{
    /// <summary>The same versions, the latest of each annual evaluation with the day on which it went out of date.</summary>
    public async Task<IReadOnlyList<ReportIssue>> TellAsync(
        Siren siren, IReadOnlyList<ReportIssue> issues, CancellationToken cancellationToken)
    {
        var services = issues.Where(MayBeOutdated).Select(i => i.Version.Key.Mutualisation).Distinct().ToList();
        if (services.Count == 0)
        {
            return issues;
        }

        var closed = closings.YearsAsync(siren, cancellationToken);
        var found = await Task.WhenAll(services.Select(async service =>
            KeyValuePair.Create(service, await inputs.OfAsync(siren, service, cancellationToken))));
        var changes = found.ToDictionary(StringComparer.Ordinal);
        var years = await closed;
        return
        [
            .. issues.Select(issue => MayBeOutdated(issue)
                && ChangedSince(issue.Version, changes[issue.Version.Key.Mutualisation], years) is { } at
                    ? issue with { OutdatedOn = ParisTime.DateOf(at) }
                    : issue),
        ];
    }

    private static bool MayBeOutdated(ReportIssue issue) =>
        issue.Version.Key.Kind == ReportKind.Annual && issue.State != ReportState.Replaced;

    /// <summary>When it last changed; null where the version still says what is known.</summary>
    /// <param name="version">The latest published one of an annual evaluation.</param>
    /// <param name="changes">Those that are noted of its service.</param>
    /// <param name="closed">The fiscal years of its community that were ever closed.</param>
    public static DateTimeOffset? ChangedSince(
        ReportVersion version, ChangedInputs changes, IReadOnlyDictionary<int, FiscalYearClosing> closed)
    {
        var year = ReviewPlan.YearOf(version.Key);
        var closedAt = closed.GetValueOrDefault(year) is { IsClosed: true, At: var since } ? since : (DateTimeOffset?)null;
        return changes.Of(year, closedAt) is { } at
            && (version.CurrentAt is { } read ? at > read : ParisTime.DateOf(at) > version.GeneratedOn)
                ? at
                : null;
    }
}
