using Azure;
using Evaluation.Core.Problems;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Store;

/// <summary>Where a run stands.</summary>
internal enum RunState
{
    /// <summary>Asked for, not begun.</summary>
    Pending,

    /// <summary>Begun; resumed by another when its lease ends.</summary>
    Running,

    /// <summary>Done.</summary>
    Succeeded,

    /// <summary>Cannot succeed; a person must look.</summary>
    Failed,
}

/// <summary>A piece of scheduled or asked work.</summary>
/// <param name="Job">What kind: <c>report</c>, <c>collect</c>.</param>
/// <param name="Occurrence">Which one, its parts joined by <c>~</c>; content-derived, so that twice is once.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Attempts">How many times it was begun.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="FinishedAt">When it ended; null before.</param>
/// <param name="Outcome">French sentence for people; null before the end.</param>
/// <param name="Result">Address of what it made, relative to the API; null when nothing.</param>
internal sealed record Run(
    string Job,
    string Occurrence,
    RunState State,
    int Attempts,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FinishedAt,
    string? Outcome,
    string? Result)
{
    /// <summary>The id under which HTTP callers follow it, and the whole content of its queue message.</summary>
    public string OperationId => $"{Job}~{Occurrence}";
}

/// <summary>
/// Every run, once: table <c>Runs</c>, partition the job, row the occurrence. Insert-if-absent makes a double fire
/// harmless; a lease makes two workers of the same message harmless.
/// </summary>
internal sealed class RunLedger(TableClient table, TimeProvider clock)
{
    private const string Separator = "~";
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>Adds a run unless it is known; false when it was.</summary>
    public async Task<(Run Run, bool Added)> AddAsync(string job, string occurrence, CancellationToken cancellationToken)
    {
        var run = new Run(job, occurrence, RunState.Pending, 0, clock.GetUtcNow(), null, null, null);
        try
        {
            await table.AddEntityAsync(Entity(run, null), cancellationToken);
            return (run, true);
        }
        catch (RequestFailedException e) when (e.ErrorCode == TableErrorCode.EntityAlreadyExists)
        {
            var known = await FindAsync(run.OperationId, cancellationToken);
            return (known ?? run, false);
        }
    }

    /// <summary>The run of an operation id; null when there is none.</summary>
    public async Task<Run?> FindAsync(string operationId, CancellationToken cancellationToken) =>
        await FindEntityAsync(operationId, cancellationToken) is { } entity ? Read(entity) : null;

    /// <summary>The runs of a job, in order of occurrence.</summary>
    public async IAsyncEnumerable<Run> ListAsync(
        string job, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {job}");
        await foreach (var entity in table.QueryAsync(filter, cancellationToken: cancellationToken))
        {
            yield return Read(entity);
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
        var entity = await FindEntityAsync(operationId, cancellationToken);
        if (entity is null)
        {
            return null;
        }

        var run = Read(entity);
        var now = clock.GetUtcNow();
        var leased = !isRedelivery && run.State == RunState.Running && entity.GetDateTimeOffset("LeaseUntil") > now;
        if (run.State is RunState.Succeeded or RunState.Failed || leased)
        {
            return null;
        }

        var begun = run with { State = RunState.Running, Attempts = run.Attempts + 1 };
        try
        {
            await table.UpdateEntityAsync(Entity(begun, now + Lease), entity.ETag, TableUpdateMode.Replace, cancellationToken);
            return begun;
        }
        catch (RequestFailedException e) when (e.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied)
        {
            return null;
        }
    }

    /// <summary>Gives a run back after a failure that another attempt may get over.</summary>
    public Task ReleaseAsync(Run run, CancellationToken cancellationToken) =>
        PutAsync(run with { State = RunState.Pending }, cancellationToken);

    /// <summary>Ends a run.</summary>
    public Task FinishAsync(
        Run run, RunState state, string outcome, string? result, CancellationToken cancellationToken) =>
        PutAsync(
            run with { State = state, Outcome = outcome, Result = result, FinishedAt = clock.GetUtcNow() }, cancellationToken);

    private Task<Response> PutAsync(Run run, CancellationToken cancellationToken) =>
        table.UpsertEntityAsync(Entity(run, null), TableUpdateMode.Replace, cancellationToken);

    private async Task<TableEntity?> FindEntityAsync(string operationId, CancellationToken cancellationToken)
    {
        var parts = operationId.Split(Separator, 2);
        if (parts.Length != 2 || operationId.Length > 300)
        {
            return null;
        }

        var found = await table.GetEntityIfExistsAsync(
            TableKey.Join(parts[0]), TableKey.Join(parts[1]), cancellationToken: cancellationToken);
        return found.HasValue ? found.Value : null;
    }

    private static TableEntity Entity(Run run, DateTimeOffset? leaseUntil) =>
        new(TableKey.Join(run.Job), TableKey.Join(run.Occurrence))
        {
            ["State"] = DomainCode.Of(run.State),
            ["Attempts"] = run.Attempts,
            ["CreatedAt"] = run.CreatedAt,
            ["FinishedAt"] = run.FinishedAt,
            ["LeaseUntil"] = leaseUntil,
            ["Outcome"] = run.Outcome,
            ["Result"] = run.Result,
        };

    private static Run Read(TableEntity entity) => new(
        TableKey.Split(entity.PartitionKey)[0],
        TableKey.Split(entity.RowKey)[0],
        DomainCode.TryParse<RunState>(entity.GetString("State"), out var state)
            ? state
            : throw new InvalidDataException("A stored run has no state."),
        entity.GetInt32("Attempts") ?? 0,
        entity.GetDateTimeOffset("CreatedAt") ?? default,
        entity.GetDateTimeOffset("FinishedAt"),
        entity.GetString("Outcome"),
        entity.GetString("Result"));
}
