using Azure.Data.Tables;
using Evaluation.Functions.Store;
using Evaluation.Functions.Store.Tables;
using Evaluation.Local;

namespace Evaluation.Benchmarks;

/// <summary>
/// CPU of the app's own part in writing and reading the year of a service with 49 communes, beside the bare package doing
/// the same. The emulator is a process of its own, so its time does not count.
/// </summary>
internal static class TablesCpu
{
    private const int MaxActions = 100;
    private const string Partition = "200040715~ads~2025";

    private static readonly SubmissionId Submission = new("20260616T060000123-1f2e3d4c5b6a");

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var storage = await Azurite.StartAsync(null, cancellationToken);
        var ours = new TableService(storage.ConnectionString).Table("Peer");
        await ours.CreateIfNotExistsAsync(cancellationToken);
        var bare = new TableServiceClient(storage.ConnectionString).GetTableClient("Peer");
        var transactions = Transactions();
        await CpuTable.RunAsync(
            cancellationToken,
            ("bare package, writes a year", () => EachAsync(transactions, t => bare.SubmitTransactionAsync(t, cancellationToken))),
            ("app, writes a year", () => EachAsync(transactions, t => new ValueStore(ours).WriteAsync(t, cancellationToken))));
        await CpuTable.RunAsync(
            cancellationToken,
            ("bare package, reads a year", () => CountAsync(bare.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), cancellationToken: cancellationToken))),
            ("app, reads a year", () => CountAsync(new ValueStore(ours).EverythingAsync(Partition, cancellationToken))));
    }

    // Each row is written again: the emulator keeps as many rows as there are.
    private static IReadOnlyList<IReadOnlyList<TableTransactionAction>> Transactions()
    {
        var year = PushedRows.All().GroupBy(r => r.Value!.Key.Period.Year).First();
        var changes = new YearChanges(Partition, Submission, Evaluation.Core.Submissions.WriteStrategy.Upsert, hasReason: false);
        foreach (var row in year)
        {
            changes.Put(row);
        }

        return
        [
            .. changes.Transactions()
                .SelectMany(t => t)
                .Select(action => new TableTransactionAction(TableTransactionActionType.UpsertReplace, action.Entity))
                .Chunk(MaxActions),
        ];
    }

    private static async Task EachAsync(
        IReadOnlyList<IReadOnlyList<TableTransactionAction>> transactions, Func<IReadOnlyList<TableTransactionAction>, Task> write)
    {
        foreach (var transaction in transactions)
        {
            await write(transaction);
        }
    }

    private static async Task CountAsync(IAsyncEnumerable<TableEntity> rows)
    {
        var count = 0;
        await foreach (var row in rows)
        {
            count += row.Count > 0 ? 1 : 0;
        }

        if (count == 0)
        {
            throw new InvalidOperationException("Nothing was read.");
        }
    }
}
