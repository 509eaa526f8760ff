using System.Globalization;
using Evaluation.Core.Communities;
using Evaluation.Core.Mutualisations;
using Evaluation.Functions.Runs;
using Evaluation.Functions.Store;
using Evaluation.Functions.Time.Schedules;

namespace Evaluation.Functions.Collect;

/// <summary>
/// Finds the sources that are due and asks for each to be collected once per occurrence. Of the occurrences that were
/// missed only the latest is caught up: one pull brings the present. One that failed is begun again when the state of
/// its source says so.
/// </summary>
internal sealed class CollectPlan(
    Registry registry,
    RunLedger runs,
    SourceStates states,
    [FromKeyedServices(StorageNames.CollectQueue)] WorkQueue queue,
    TimeProvider clock)
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
                if (mutualisation.Value.Source is { } source
                    && await AskIfDueAsync(community.Value.Siren, mutualisation.Value.Id, source, cancellationToken) is { } run)
                {
                    due.Add(run);
                }
            }
        }

        return due;
    }

    /// <summary>The operations that asking now would give; nothing is asked for.</summary>
    public async Task<IReadOnlyList<string>> DueAsync(CancellationToken cancellationToken)
    {
        var due = new List<string>();
        foreach (var community in await registry.ListCommunitiesAsync(cancellationToken))
        {
            foreach (var mutualisation in await registry.ListMutualisationsAsync(community.Value, cancellationToken))
            {
                if (mutualisation.Value.Source is not { } source)
                {
                    continue;
                }

                var (siren, id) = (community.Value.Siren, mutualisation.Value.Id);
                var (state, _) = await states.AsDeclaredAsync(siren, id, source, cancellationToken);
                if (DueOccurrence(siren, id, source, state) is { } occurrence)
                {
                    due.Add(Run.IdOf(Job, occurrence));
                }
            }
        }

        return due;
    }

    /// <summary>Asks for a source to be collected now, because a person wants it so: suspended or not.</summary>
    public Task<Run> AskNowAsync(Siren siren, string mutualisation, CancellationToken cancellationToken) => AskAsync(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{siren}~{mutualisation}~asked-{clock.GetUtcNow().UtcDateTime:yyyyMMdd'T'HHmmssfffffff}"),
        cancellationToken);

    /// <summary>When the calendar will pull a source next.</summary>
    public DateTimeOffset NextAfterNow(FeedSource source, SourceState state)
    {
        var now = clock.GetUtcNow();
        return state.RetryAt is { } retry && retry > now ? retry : Schedule.Of(source).NextAfter(now);
    }

    private async Task<Run?> AskIfDueAsync(Siren siren, string mutualisation, FeedSource source, CancellationToken cancellationToken)
    {
        var state = await states.OfAsync(siren, mutualisation, source, cancellationToken);
        if (DueOccurrence(siren, mutualisation, source, state) is not { } id)
        {
            return null;
        }

        var run = await AskAsync(id, cancellationToken);
        return state.Failures > 0 && run.State is RunState.Failed && state.RetryAt is not null
            ? await BeginAgainAsync(run, cancellationToken)
            : run;
    }

    private string? DueOccurrence(Siren siren, string mutualisation, FeedSource source, SourceState state)
    {
        var now = clock.GetUtcNow();
        var occurrence = Schedule.Of(source).LatestAt(now);

        // An interval has no time of day: such a source starts with the slot of its declaration. One that has times of
        // day starts with the first that comes.
        if (source.EveryHours is null && occurrence <= state.DeclaredAt)
        {
            return null;
        }

        return state.Failures > 0 && state.RetryAt > now ? null : OccurrenceOf(siren, mutualisation, source, occurrence);
    }

    private Task<Run> AskAsync(string occurrence, CancellationToken cancellationToken) =>
        runs.AskAsync(queue, Job, occurrence, cancellationToken);

    private async Task<Run> BeginAgainAsync(Run failed, CancellationToken cancellationToken)
    {
        var run = await runs.ReopenAsync(failed.OperationId, cancellationToken) ?? failed;
        if (run.State is RunState.Pending)
        {
            await queue.SendAsync(run, cancellationToken);
        }

        return run;
    }

    // Two fires in the same slot, or after the same time of day, are the same occurrence.
    private static string OccurrenceOf(Siren siren, string mutualisation, FeedSource source, DateTimeOffset startsAt)
    {
        var instant = startsAt.UtcDateTime.ToString(
            source.EveryHours is null ? "yyyyMMdd'T'HHmm" : "yyyyMMdd'T'HH", CultureInfo.InvariantCulture);
        return $"{siren}~{mutualisation}~{instant}";
    }
}
