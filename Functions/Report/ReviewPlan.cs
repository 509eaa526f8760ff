using System.Globalization;
using Evaluation.Core.Communities;
using Evaluation.Core.Kinds;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Core.Reports;
using Evaluation.Core.Versions;
using Evaluation.Functions.Runs;
using Evaluation.Functions.Store;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Report;

/// <summary>
/// Finds the reports that are due (<see cref="ReportCalendar"/>) and asks for each once per occurrence; missed ones are caught
/// up, two of a kind at most. An idea, and a service that was over before the period, have none. An annual evaluation whose
/// data change from then on is asked for again.
/// </summary>
internal sealed class ReviewPlan(
    Registry registry,
    ReportStore reports,
    ClosingStore closings,
    InputChanges inputs,
    ReportTerms terms,
    ReportActsStore acts,
    RunLedger runs,
    [FromKeyedServices(StorageNames.ReportsQueue)] WorkQueue queue,
    TimeProvider clock)
{
    /// <summary>Name of the job in the ledger.</summary>
    public const string Job = "report";

    private const string LateRequest = "late-";
    private const string CheckRequest = "check-";
    private const string SentRequest = "sent-";
    private const string ForecastRequest = "forecast-";

    /// <summary>The runs of the reviews that are due, new or already known.</summary>
    public async Task<IReadOnlyList<Run>> AskForDueAsync(CancellationToken cancellationToken)
    {
        var asked = new List<Run>();
        foreach (var (key, request, known) in await ReviewsAsync(cancellationToken))
        {
            // One that is pending is asked for again: a crash may have come between the ledger and the queue.
            asked.Add(known is { State: not RunState.Pending } ? known : await AskAsync(key, request, cancellationToken));
        }

        return asked;
    }

    /// <summary>The operations that asking now would give; nothing is asked for.</summary>
    public async Task<IReadOnlyList<string>> DueAsync(CancellationToken cancellationToken) =>
        [.. (await ReviewsAsync(cancellationToken)).Select(due => Run.IdOf(Job, OccurrenceOf(due.Key, due.Request)))];

    private async Task<IReadOnlyList<(ReportKey Key, string Request, Run? Known)>> ReviewsAsync(CancellationToken cancellationToken)
    {
        var today = ParisTime.DateOf(clock.GetUtcNow());
        var due = new List<(ReportKey Key, string Request, Run? Known)>();
        foreach (var community in await registry.ListCommunitiesAsync(cancellationToken))
        {
            var services = await registry.ListMutualisationsAsync(community.Value, cancellationToken);
            foreach (var kind in Enum.GetValues<ReportKind>())
            {
                foreach (var period in ReportCalendar.DueBy(kind, today))
                {
                    if (await RequestOfAsync(community.Value.Siren, kind, period, today, cancellationToken) is not { } request)
                    {
                        continue;
                    }

                    var concerned = kind.IsOfCommunity() ? [null] : services.Select(s => (Mutualisation?)s.Value);
                    foreach (var service in concerned)
                    {
                        var key = new ReportKey(community.Value.Siren, service?.Id ?? ReportKey.WholeCommunity, kind, period.ToString());

                        // Whether there may be such a report is read from all costs: only of one that is not asked for yet.
                        var known = await runs.FindAsync(Run.IdOf(Job, OccurrenceOf(key, request)), cancellationToken);
                        if (known is not null || await IsReportedAsync(community.Value, service, kind, period, cancellationToken))
                        {
                            due.Add((key, request, known));
                        }
                    }
                }
            }

            due.AddRange((await LateAsync(community.Value, services, today, cancellationToken)).Select(late => (late.Key, late.Request, (Run?)null)));
        }

        return due;
    }

    // The calendar asks for a report once on each day on which it falls due. Members are told what was transmitted: once for the latest transmission, of any
    // service, and not before there is one.
    private async Task<string?> RequestOfAsync(
        Siren siren, ReportKind kind, Period period, DateOnly today, CancellationToken cancellationToken) =>
        kind != ReportKind.MemberStatement
            ? (ReportCalendar.ComesAgain(kind, period, today) ? ForecastRequest : "") + Text(ReportCalendar.DueOn(kind, period).Year)
        : await acts.TransmittedAtAsync(siren, period.ToString(), cancellationToken) is { } at ? SentRequest + InstantText(at)
        : null;

    private async Task<bool> IsReportedAsync(
        Community community, Mutualisation? service, ReportKind kind, Period period, CancellationToken cancellationToken) =>
        (service is null || service.MembersIn(community, period).Count > 0)
        && await terms.WhyNotAsync(community, service, kind, period, cancellationToken) is null;

    // Reports that were published and whose data changed since, the day before at the latest.
    private async Task<IReadOnlyList<(ReportKey Key, string Request)>> LateAsync(
        Community community, IReadOnlyList<Registered<Mutualisation>> services, DateOnly today, CancellationToken cancellationToken)
    {
        var siren = community.Siren;
        var latest = (await reports.ListAsync(siren, null, cancellationToken))
            .Where(v => v.Key.Kind == ReportKind.Annual)
            .GroupBy(v => v.Key)
            .Select(versions => versions.Last())
            .ToLookup(v => v.Key.Mutualisation, StringComparer.Ordinal);
        if (latest.Count == 0)
        {
            return [];
        }

        var closed = await closings.YearsAsync(siren, cancellationToken);
        var late = new List<(ReportKey Key, string Request)>();
        foreach (var service in services.Where(s => latest.Contains(s.Value.Id)))
        {
            var changes = await inputs.OfAsync(siren, service.Value.Id, cancellationToken);
            foreach (var version in latest[service.Value.Id].Where(v => IsReviewed(community, service.Value, YearOf(v.Key))))
            {
                var year = YearOf(version.Key);
                var isClosed = closed.GetValueOrDefault(year)?.IsClosed is true;
                if (OutdatedVersions.ChangedSince(version, changes, closed) is { } at
                    && LateData.MakesNextVersion(year, ParisTime.DateOf(at), isClosed, today))
                {
                    late.Add((version.Key, LateRequest + InstantText(at)));
                }
                else if (version.CurrentAt is null && !isClosed)
                {
                    // Put back from an archive or made by an older build: whether it still says what is known was never looked at.
                    late.Add((version.Key, CheckRequest + version.VersionText));
                }
            }
        }

        return late;
    }

    private static bool IsReviewed(Community community, Mutualisation mutualisation, int year) =>
        mutualisation.StandingIn(year) == ServiceStanding.InForce
        && mutualisation.MembersIn(community, Period.OfYear(year)).Count > 0;

    /// <summary>Whether a request is made because data changed, and not by anyone who asks for a version.</summary>
    public static bool IsLate(string request) => request.StartsWith(LateRequest, StringComparison.Ordinal) || IsCheck(request);

    /// <summary>Whether nothing is known to have changed: the report is looked at once.</summary>
    public static bool IsCheck(string request) => request.StartsWith(CheckRequest, StringComparison.Ordinal);

    /// <summary>The year that an annual evaluation is of.</summary>
    public static int YearOf(ReportKey key) => int.Parse(key.Period, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>An instant in the name of a request.</summary>
    public static string InstantText(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfffffff", CultureInfo.InvariantCulture);

    /// <summary>Asks for a report outside the calendar.</summary>
    /// <param name="key">Which report.</param>
    /// <param name="request">What makes this request different from others: its instant.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<Run> AskAsync(ReportKey key, string request, CancellationToken cancellationToken) =>
        runs.AskAsync(queue, Job, OccurrenceOf(key, request), cancellationToken);

    private static string OccurrenceOf(ReportKey key, string request) =>
        $"{key.Siren}~{key.Mutualisation}~{key.KindText}~{key.Period}~{request}";

    private static string Text(int year) => year.ToString("D4", CultureInfo.InvariantCulture);
}
