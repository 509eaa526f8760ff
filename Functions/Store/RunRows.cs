using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Evaluation.Core.Problems;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Store;

/// <summary>
/// How a run is kept: twice in the partition of its job, under its occurrence and under the instant it was asked for,
/// the latest first. Both rows change in one transaction, so neither ever says something else than the other.
/// </summary>
internal static class RunRows
{
    private const string ByTime = "at";

    /// <summary>What every row by time begins with.</summary>
    public static string FirstByTime { get; } = TableKey.Join(ByTime, "");

    /// <summary>The rows that put a run in place of what is there.</summary>
    /// <param name="run">As it is to be.</param>
    /// <param name="expected">The version its row must have; default when it must not be there.</param>
    public static IReadOnlyList<TableTransactionAction> Writes(Run run, ETag expected) =>
    [
        expected == default
            ? new(TableTransactionActionType.Add, Entity(run, RowKeyOf(run.Occurrence)))
            : new(TableTransactionActionType.UpdateReplace, Entity(run, RowKeyOf(run.Occurrence)), expected),
        new(TableTransactionActionType.UpsertReplace, Entity(run, TimeKeyOf(run))),
    ];

    public static string PartitionOf(string job) => TableKey.Join(job);

    public static string RowKeyOf(string occurrence) => TableKey.Join(occurrence);

    /// <summary>Where a run stands in the list that goes from the latest to the oldest, whatever its job.</summary>
    public static string TimeKeyOf(Run run) => TableKey.Join(ByTime, TicksTo(run.CreatedAt), run.Occurrence);

    /// <summary>The rows by time of a job, from a place on, to the oldest wanted.</summary>
    /// <param name="job">Which job.</param>
    /// <param name="state">Only runs in this state; all when null.</param>
    /// <param name="after">The place after which to begin; null for the latest.</param>
    /// <param name="oldest">How far back; null for all.</param>
    public static string Filter(string job, RunState? state, string? after, DateTimeOffset? oldest)
    {
        var from = after ?? FirstByTime;
        var to = oldest is { } instant ? TableKey.Join(ByTime, TicksTo(instant), "~") : ByTime + "~";
        var range = Table.CreateQueryFilter($"PartitionKey eq {PartitionOf(job)} and RowKey gt {from} and RowKey lt {to}");
        return state is { } wanted ? $"{range} and {Table.CreateQueryFilter($"State eq {DomainCode.Of(wanted)}")}" : range;
    }

    public static Run Read(TableEntity entity) => new(
        TableKey.Split(entity.PartitionKey)[0],
        TableKey.Split(entity.RowKey)[^1],
        DomainCode.TryParse<RunState>(entity.GetString("State"), out var state)
            ? state
            : throw new InvalidDataException("A stored run has no state."),
        entity.GetInt32("Attempts") ?? 0,
        entity.GetDateTimeOffset("CreatedAt") ?? default,
        entity.GetDateTimeOffset("FinishedAt"),
        entity.GetString("Outcome"),
        entity.GetString("Result"))
    {
        Reopened = entity.GetInt32("Reopened") ?? 0,
        LeaseUntil = entity.GetDateTimeOffset("LeaseUntil"),
        LastError = entity.GetString("LastError"),
        TraceParent = entity.GetString("TraceParent"),
    };

    private static TableEntity Entity(Run run, string rowKey) => new(PartitionOf(run.Job), rowKey)
    {
        ["State"] = DomainCode.Of(run.State),
        ["Attempts"] = run.Attempts,
        ["CreatedAt"] = run.CreatedAt,
        ["FinishedAt"] = run.FinishedAt,
        ["LeaseUntil"] = run.LeaseUntil,
        ["Outcome"] = run.Outcome,
        ["Result"] = run.Result,
        ["Reopened"] = run.Reopened,
        ["LastError"] = run.LastError,
        ["TraceParent"] = run.TraceParent,
    };

    private static string TicksTo(DateTimeOffset instant) =>
        (DateTimeOffset.MaxValue.Ticks - instant.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);
}
