using System.Diagnostics;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Store;

/// <summary>
/// Every run, once: table <c>Runs</c>. Insert-if-absent makes a double fire harmless; a lease makes two workers of the
/// same message harmless, and who lost it no longer writes.
/// </summary>
internal sealed class RunLedger(Table table, TimeProvider clock)
{
    /// <summary>How long a worker has a run for itself without renewing its lease.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private const string Separator = "~";
    private const int LongestError = 500;

    /// <summary>Adds a run unless it is known; false when it was.</summary>
    public async Task<(Run Run, bool Added)> AddAsync(string job, string occurrence, CancellationToken cancellationToken)
    {
        var run = new Run(job, occurrence, RunState.Pending, 0, clock.GetUtcNow(), null, null, null)
        {
            TraceParent = Activity.Current?.Id,
        };
        if (await TryWriteAsync(run, default, cancellationToken))
        {
            return (run, true);
        }

        return (await FindAsync(run.OperationId, cancellationToken) ?? run, false);
    }

    /// <summary>The run of an operation id; null when there is none.</summary>
    public async Task<Run?> FindAsync(string operationId, CancellationToken cancellationToken) =>
        await FindEntityAsync(operationId, cancellationToken) is { } entity ? RunRows.Read(entity) : null;

    /// <summary>The runs of a job, the latest asked for first.</summary>
    /// <param name="job">Which job.</param>
    /// <param name="state">Only runs in this state; all when null.</param>
    /// <param name="after">The <see cref="RunRows.TimeKeyOf"/> after which to begin; null for the latest.</param>
    /// <param name="oldest">How far back; null for all.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async IAsyncEnumerable<Run> ListAsync(
        string job,
        RunState? state,
        string? after,
        DateTimeOffset? oldest,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = RunRows.Filter(job, state, after, oldest);
        await foreach (var entity in table.QueryAsync(filter, cancellationToken: cancellationToken))
        {
            yield return RunRows.Read(entity);
        }
    }

    /// <summary>
    /// Begins a run, or takes over one whose lease ended; null when it is done or in other hands.
    /// </summary>
    /// <param name="operationId">Which run.</param>
    /// <param name="isRedelivery">
    /// Whether the message came before: the worker it came to is gone, so its lease is not waited for.
    /// </param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<Run?> TryBeginAsync(string operationId, bool isRedelivery, CancellationToken cancellationToken)
    {
        if (await FindEntityAsync(operationId, cancellationToken) is not { } entity)
        {
            return null;
        }

        var run = RunRows.Read(entity);
        var now = clock.GetUtcNow();
        if (run.IsOver || (!isRedelivery && run.State == RunState.Running && run.LeaseUntil > now))
        {
            return null;
        }

        var begun = run with { State = RunState.Running, Attempts = run.Attempts + 1, LeaseUntil = now + Lease };
        return await TryWriteAsync(begun, entity.ETag, cancellationToken) ? begun : null;
    }

    /// <summary>Goes on having a run for oneself; false when it is over or in other hands.</summary>
    public Task<bool> TryRenewAsync(Run run, CancellationToken cancellationToken) =>
        TryChangeAsync(run, known => known with { LeaseUntil = clock.GetUtcNow() + Lease }, cancellationToken);

    /// <summary>Gives a run back after a failure that another attempt may get over; nothing when it is in other hands.</summary>
    public Task ReleaseAsync(Run run, Exception failure, CancellationToken cancellationToken)
    {
        var text = $"{failure.GetType().Name}: {failure.Message}";
        return TryChangeAsync(
            run,
            known => known with
            {
                State = RunState.Pending,
                LeaseUntil = null,
                LastError = text.Length > LongestError ? text[..LongestError] : text,
            },
            cancellationToken);
    }

    /// <summary>Ends a run; nothing when it is over already or in other hands.</summary>
    public Task FinishAsync(
        Run run, RunState state, string outcome, string? result, CancellationToken cancellationToken) =>
        TryChangeAsync(
            run,
            known => known with
            {
                State = state,
                Outcome = outcome,
                Result = result,
                FinishedAt = clock.GetUtcNow(),
                LeaseUntil = null,
            },
            cancellationToken);

    /// <summary>
    /// Makes a failed run, or one that waits, begin again from its first attempt. A run that succeeded stays so, and
    /// one that is being worked on is left alone. The run as it then is; null when there is none.
    /// </summary>
    public async Task<Run?> ReopenAsync(string operationId, CancellationToken cancellationToken)
    {
        while (await FindEntityAsync(operationId, cancellationToken) is { } entity)
        {
            var run = RunRows.Read(entity);
            if (run.State is RunState.Succeeded || (run.State is RunState.Running && run.LeaseUntil > clock.GetUtcNow()))
            {
                return run;
            }

            var again = run with
            {
                State = RunState.Pending,
                Attempts = 0,
                Reopened = run.Reopened + 1,
                FinishedAt = null,
                Outcome = null,
                LeaseUntil = null,
                TraceParent = Activity.Current?.Id ?? run.TraceParent,
            };
            if (await TryWriteAsync(again, entity.ETag, cancellationToken))
            {
                return again;
            }
        }

        return null;
    }

    private async Task<bool> TryChangeAsync(Run run, Func<Run, Run> change, CancellationToken cancellationToken)
    {
        while (await FindEntityAsync(run.OperationId, cancellationToken) is { } entity
            && RunRows.Read(entity) is { IsOver: false } known && known.IsSameAttempt(run))
        {
            if (await TryWriteAsync(change(known), entity.ETag, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    private async Task<bool> TryWriteAsync(Run run, ETag expected, CancellationToken cancellationToken)
    {
        try
        {
            await table.SubmitTransactionAsync(RunRows.Writes(run, expected), cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (
            e.ErrorCode == TableErrorCode.EntityAlreadyExists || e.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied)
        {
            // Someone else wrote in between, or this very write was sent twice because its answer got lost.
            return false;
        }
    }

    private async Task<TableEntity?> FindEntityAsync(string operationId, CancellationToken cancellationToken)
    {
        var parts = operationId.Split(Separator, 2);
        if (parts.Length != 2 || operationId.Length > 300)
        {
            return null;
        }

        var found = await table.GetEntityIfExistsAsync(
            RunRows.PartitionOf(parts[0]), RunRows.RowKeyOf(parts[1]), cancellationToken: cancellationToken);
        return found.HasValue ? found.Value : null;
    }
}
