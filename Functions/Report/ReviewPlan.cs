using System.Globalization;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Functions.Runs;
using Evaluation.Functions.Store;
using Evaluation.Functions.Time;
using Evaluation.Functions.Time.Schedules;

namespace Evaluation.Functions.Report;

/// <summary>
/// Finds the annual reviews that are due and asks for each report once per occurrence. The review of a year falls due
/// on 1 June of the next, when accounts are closed; missed ones are caught up in order, two years back at most. An idea, and
/// a service that was over before the year, have none.
/// </summary>
internal sealed class ReviewPlan(
    Registry registry, RunLedger runs, [FromKeyedServices(StorageNames.ReportsQueue)] WorkQueue queue, TimeProvider clock)
{
    /// <summary>Name of the job in the ledger.</summary>
    public const string Job = "report";

    /// <summary>The only kind of report for now.</summary>
    public const string Annual = "annual";

    private const int YearsCaughtUp = 2;

    private static readonly OnceAYear DueDay = new(Month: 6, Day: 1);

    /// <summary>The runs of the reviews that are due, new or already known.</summary>
    public async Task<IReadOnlyList<Run>> AskForDueAsync(CancellationToken cancellationToken)
    {
        var asked = new List<Run>();
        foreach (var (key, request) in await ReviewsAsync(cancellationToken))
        {
            asked.Add(await AskAsync(key, request, cancellationToken));
        }

        return asked;
    }

    /// <summary>The operations that asking now would give; nothing is asked for.</summary>
    public async Task<IReadOnlyList<string>> DueAsync(CancellationToken cancellationToken) =>
        [.. (await ReviewsAsync(cancellationToken)).Select(due => Run.IdOf(Job, OccurrenceOf(due.Key, due.Request)))];

    private async Task<IReadOnlyList<(ReportKey Key, string Request)>> ReviewsAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var years = DueDay.Between(now.AddYears(-YearsCaughtUp), now).Select(instant => ParisTime.DateOf(instant).Year - 1).ToList();
        var due = new List<(ReportKey Key, string Request)>();
        foreach (var community in await registry.ListCommunitiesAsync(cancellationToken))
        {
            foreach (var mutualisation in await registry.ListMutualisationsAsync(community.Value, cancellationToken))
            {
                due.AddRange(years
                    .Where(year => mutualisation.Value.StandingIn(year) == ServiceStanding.InForce)
                    .Where(year => mutualisation.Value.MembersIn(community.Value, Period.OfYear(year)).Count > 0)
                    .Select(year => (new ReportKey(community.Value.Siren, mutualisation.Value.Id, Annual, Text(year)), Text(year + 1))));
            }
        }

        return due;
    }

    /// <summary>Asks for a report outside the calendar.</summary>
    /// <param name="key">Which report.</param>
    /// <param name="request">What makes this request different from others: its instant.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<Run> AskAsync(ReportKey key, string request, CancellationToken cancellationToken) =>
        runs.AskAsync(queue, Job, OccurrenceOf(key, request), cancellationToken);

    private static string OccurrenceOf(ReportKey key, string request) =>
        $"{key.Siren}~{key.Mutualisation}~{key.Kind}~{key.Period}~{request}";

    private static string Text(int year) => year.ToString("D4", CultureInfo.InvariantCulture);
}
