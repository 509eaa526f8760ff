using System.Globalization;
using Evaluation.Core.Communities;
using Evaluation.Core.Mutualisations;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Collect;

/// <summary>Finds the sources that are due and asks for each to be collected once per occurrence.</summary>
internal sealed class CollectPlan(
    Registry registry, RunLedger runs, [FromKeyedServices(StorageNames.CollectQueue)] WorkQueue queue, TimeProvider clock)
{
    /// <summary>Name of the job in the ledger.</summary>
    public const string Job = "collect";

    /// <summary>The runs of the sources that are due now, new or already known.</summary>
    public async Task<IReadOnlyList<Run>> AskForDueAsync(CancellationToken cancellationToken)
    {
        var due = new List<Run>();
        foreach (var community in await registry.ListCommunitiesAsync(cancellationToken))
        {
            foreach (var mutualisation in await registry.ListMutualisationsAsync(community.Value, cancellationToken))
            {
                if (mutualisation.Value.Source is { } source)
                {
                    due.Add(await AskAsync(community.Value, mutualisation.Value, source, cancellationToken));
                }
            }
        }

        return due;
    }

    private async Task<Run> AskAsync(
        Community community, Mutualisation mutualisation, FeedSource source, CancellationToken cancellationToken)
    {
        var (run, _) = await runs.AddAsync(Job, OccurrenceOf(community, mutualisation, source), cancellationToken);
        if (run.State is RunState.Pending)
        {
            // Also when the run was known: a crash may have come between the ledger and the queue.
            await queue.SendAsync(run, cancellationToken);
        }

        return run;
    }

    // Hours since 2000 in UTC, cut into slots: two fires in the same slot are the same occurrence.
    private string OccurrenceOf(Community community, Mutualisation mutualisation, FeedSource source)
    {
        var epoch = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var slot = (long)(clock.GetUtcNow() - epoch).TotalHours / source.EveryHours;
        var startsAt = epoch.AddHours(slot * source.EveryHours);
        return string.Create(
            CultureInfo.InvariantCulture, $"{community.Siren}~{mutualisation.Id}~{startsAt.UtcDateTime:yyyyMMdd'T'HH}");
    }
}
