using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Evaluation.Functions.Store.Tables;

namespace Storage.ContractTests;

public class TableWriteTests(StorageEmulator storage)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_table_may_be_there_already()
    {
        var table = await storage.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"), Stop);
        var again = await table.CreateIfNotExistsAsync(Stop);
        Assert.Equal(table.Name, again.Value.Name);
        Assert.True((await table.GetEntityIfExistsAsync("p", "r", cancellationToken: Stop)).HasValue);
    }

    [Fact]
    public async Task An_inserted_entity_is_there_with_the_version_that_was_answered()
    {
        var table = await storage.NewTableAsync();
        var answer = await table.AddEntityAsync(new TableEntity("p", "r") { ["a"] = 1 }, Stop);
        var found = await table.GetEntityIfExistsAsync("p", "r", cancellationToken: Stop);
        Assert.True(found.HasValue);
        Assert.Equal(answer.Headers.ETag, found.Value!.ETag);
        Assert.Equal(("p", "r", 1), (found.Value.PartitionKey, found.Value.RowKey, found.Value.GetInt32("a")));
    }

    [Fact]
    public async Task Inserting_twice_is_a_conflict_and_changes_nothing()
    {
        var table = await storage.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["a"] = 1 }, Stop);
        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.AddEntityAsync(new TableEntity("p", "r") { ["a"] = 2 }, Stop));
        Assert.Equal((409, TableErrorCode.EntityAlreadyExists), (failure.Status, failure.ErrorCode));
        Assert.Equal(1, (await GetAsync(table)).GetInt32("a"));
    }

    [Fact]
    public async Task A_missing_entity_is_no_value_or_404()
    {
        var table = await storage.NewTableAsync();
        var found = await table.GetEntityIfExistsAsync("p", "r", cancellationToken: Stop);
        Assert.False(found.HasValue);
        Assert.Throws<InvalidOperationException>(() => found.Value);
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => GetAsync(table));
        Assert.Equal((404, TableErrorCode.ResourceNotFound), (failure.Status, failure.ErrorCode));
    }

    [Fact]
    public async Task A_missing_table_is_never_a_missing_entity()
    {
        var table = storage.Table(StorageEmulator.NewName("absent"));
        var failures = new[]
        {
            await Assert.ThrowsAsync<RequestFailedException>(
                () => table.GetEntityIfExistsAsync("p", "r", cancellationToken: Stop)),
            await Assert.ThrowsAsync<RequestFailedException>(
                () => table.DeleteEntityAsync("p", "r", cancellationToken: Stop)),
            await Assert.ThrowsAsync<RequestFailedException>(
                () => table.QueryAsync(cancellationToken: Stop).FirstOrDefaultAsync(Stop).AsTask()),
        };
        Assert.All(failures, failure => Assert.Equal(TableErrorCode.TableNotFound, failure.ErrorCode));
    }

    [Fact]
    public async Task Merging_keeps_the_other_properties_and_replacing_drops_them()
    {
        var table = await storage.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["a"] = 1, ["b"] = 1 }, Stop);

        await table.UpdateEntityAsync(new TableEntity("p", "r") { ["b"] = 2 }, ETag.All, TableUpdateMode.Merge, Stop);
        var merged = await GetAsync(table);
        Assert.Equal((1, 2), (merged.GetInt32("a"), merged.GetInt32("b")));

        await table.UpdateEntityAsync(new TableEntity("p", "r") { ["b"] = 3 }, merged.ETag, TableUpdateMode.Replace, Stop);
        var replaced = await GetAsync(table);
        Assert.Equal((null, 3), (replaced.GetInt32("a"), replaced.GetInt32("b")));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, null)]
    public async Task Upserting_inserts_then_merges_or_replaces(int mode, int? left)
    {
        var table = await storage.NewTableAsync();
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["a"] = 1 }, (TableUpdateMode)mode, Stop);
        Assert.Equal(1, (await GetAsync(table)).GetInt32("a"));
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["b"] = 2 }, (TableUpdateMode)mode, Stop);
        var stored = await GetAsync(table);
        Assert.Equal((left, 2), (stored.GetInt32("a"), stored.GetInt32("b")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_version_that_was_overtaken_is_refused(int mode)
    {
        var table = await storage.NewTableAsync();
        var old = (await table.AddEntityAsync(new TableEntity("p", "r") { ["a"] = 1 }, Stop)).Headers.ETag!.Value;
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["a"] = 2 }, TableUpdateMode.Merge, Stop);

        var update = await Assert.ThrowsAsync<RequestFailedException>(() => table.UpdateEntityAsync(
            new TableEntity("p", "r") { ["a"] = 3 }, old, (TableUpdateMode)mode, Stop));
        Assert.Equal((412, TableErrorCode.UpdateConditionNotSatisfied), (update.Status, update.ErrorCode));
        var deletion = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.DeleteEntityAsync("p", "r", old, Stop));
        Assert.Equal((412, TableErrorCode.UpdateConditionNotSatisfied), (deletion.Status, deletion.ErrorCode));
        Assert.Equal(2, (await GetAsync(table)).GetInt32("a"));
    }

    [Fact]
    public async Task Updating_wants_a_version_and_an_entity()
    {
        var table = await storage.NewTableAsync();
        await Assert.ThrowsAsync<ArgumentException>(
            () => table.UpdateEntityAsync(new TableEntity("p", "r"), default, cancellationToken: Stop));
        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.UpdateEntityAsync(new TableEntity("p", "r"), ETag.All, cancellationToken: Stop));
        Assert.Equal((404, TableErrorCode.ResourceNotFound), (failure.Status, failure.ErrorCode));
    }

    [Fact]
    public async Task Deleting_twice_is_as_good_as_once()
    {
        var table = await storage.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"), Stop);
        Assert.Equal(204, (await table.DeleteEntityAsync("p", "r", cancellationToken: Stop)).Status);
        Assert.False((await table.GetEntityIfExistsAsync("p", "r", cancellationToken: Stop)).HasValue);
        Assert.Equal(404, (await table.DeleteEntityAsync("p", "r", cancellationToken: Stop)).Status);
    }

    private static async Task<TableEntity> GetAsync(Table table) =>
        await table.GetEntityAsync("p", "r", cancellationToken: Stop);
}
