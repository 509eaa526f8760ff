using Azure.Storage.Blobs;
using Evaluation.Functions.Collect;
using Evaluation.Functions.Store;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Tests.Collect;

public sealed class PushRehearsalTests(RunningApp running)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_rehearsed_is_a_push_that_is_accepted_and_leaves_nothing()
    {
        var tables = new TableService(running.Storage);
        var values = new ValueStore(tables.Table(StorageNames.ValuesTable));
        var closings = new ClosingStore(new VersionedDocuments(
            tables.Table(StorageNames.RegistryTable), new BlobContainerClient(running.Storage, StorageNames.HistoryContainer), TimeProvider.System));
        async Task<int> CreatedAsync() => (await PushRehearsal.RehearseAsync(
            new SubmissionDecision(values, closings), new DateTimeOffset(2026, 6, 16, 6, 0, 0, TimeSpan.Zero), Cancellation)).Answer.Counts.Created;

        Assert.Equal(1, await CreatedAsync());
        Assert.Equal(1, await CreatedAsync());
    }
}
