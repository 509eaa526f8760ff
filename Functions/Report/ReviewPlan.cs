using System.Globalization;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Functions.Operate;
using Evaluation.Functions.Operate.Schedules;
using Evaluation.Functions.Store;

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
        var now = clock.GetUtcNow();
        var years = DueDay.Between(now.AddYears(-YearsCaughtUp), now).Select(instant => ParisTime.DateOf(instant).Year - 1).ToList();
        var due = new List<Run>();
        foreach (var community in await registry.ListCommunitiesAsync(cancellationToken))
        {
            foreach (var mutualisation in await registry.ListMutualisationsAsync(community.Value, cancellationToken))
            {
                foreach (var year in years)
                {
                    if (mutualisation.Value.StandingIn(year) == ServiceStanding.InForce
                        && mutualisation.Value.MembersIn(community.Value, Period.OfYear(year)).Count > 0)
                    {
                        var key = new ReportKey(community.Value.Siren, mutualisation.Value.Id, Annual, Text(year));
                        due.Add(await AskAsync(key, Text(year + 1), cancellationToken));
                    }
                }
            }
        }

        return due;
    }

    /// <summary>Asks for a report outside the calendar.</summary>
    /// <param name="key">Which report.</param>
    /// <param name="request">What makes this request different from others: its instant.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<Run> AskAsync(ReportKey key, string request, CancellationToken cancellationToken)
    {
        var occurrence = $"{key.Siren}~{key.Mutualisation}~{key.Kind}~{key.Period}~{request}";
        var (run, _) = await runs.AddAsync(Job, occurrence, cancellationToken);
        if (run.State is RunState.Pending)
        {
            // Also when the run was known: a crash may have come between the ledger and the queue.
            await queue.SendAsync(run, cancellationToken);
        }

        return run;
    }

    private static string Text(int year) => year.ToString("D4", CultureInfo.InvariantCulture);
}
