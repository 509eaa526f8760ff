using Azure.Data.Tables;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Store;

/// <summary>The last time that a timer did its work.</summary>
/// <param name="At">When it was done.</param>
/// <param name="Outcome">What was done, in one line.</param>
internal sealed record TimerSuccess(DateTimeOffset At, string Outcome);

/// <summary>When each timer last did its work: table <c>Runs</c>, one row per function, written over.</summary>
internal sealed class TimerSuccesses(Table table, TimeProvider clock)
{
    private const string Partition = "timer";

    /// <summary>Notes that a timer has just done its work.</summary>
    public Task NoteAsync(string function, string outcome, CancellationToken cancellationToken) => table.UpsertEntityAsync(
        new TableEntity(Partition, TableKey.Join(function)) { ["SucceededAt"] = clock.GetUtcNow(), ["Outcome"] = outcome },
        TableUpdateMode.Replace,
        cancellationToken);

    /// <summary>The last success of each timer that ever had one.</summary>
    public async Task<IReadOnlyDictionary<string, TimerSuccess>> AllAsync(CancellationToken cancellationToken)
    {
        var successes = new Dictionary<string, TimerSuccess>(StringComparer.Ordinal);
        var filter = Table.CreateQueryFilter($"PartitionKey eq {Partition}");
        await foreach (var row in table.QueryAsync(filter, cancellationToken: cancellationToken))
        {
            successes[TableKey.Split(row.RowKey)[0]] = new TimerSuccess(
                row.GetDateTimeOffset("SucceededAt") ?? throw new InvalidDataException("A success of a timer has no instant."),
                row.GetString("Outcome") ?? "");
        }

        return successes;
    }
}
