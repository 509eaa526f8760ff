using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Storage.ContractTests;

public class TableTransactionTests(StorageEmulator storage)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hundred_actions_are_answered_with_their_versions()
    {
        var table = await storage.NewTableAsync();
        var answer = await table.SubmitTransactionAsync(Adds(100), Stop);
        var stored = await table.QueryAsync(cancellationToken: Stop).ToListAsync(Stop);
        Assert.Equal(100, stored.Count);
        Assert.Equal(stored.Select(entity => (ETag?)entity.ETag), answer.Value.Select(part => part.Headers.ETag));
        Assert.All(answer.Value, part => Assert.Equal(204, part.Status));
    }

    [Fact]
    public async Task Every_kind_of_action_does_its_work()
    {
        var table = await storage.NewTableAsync();
        await table.SubmitTransactionAsync(
            [.. "bcdefg".Select(row => Add($"{row}", 1))], Stop);
        TableEntity c = await table.GetEntityAsync("p", "c", cancellationToken: Stop);
        await table.SubmitTransactionAsync(
            [
                Add("a", 1),
                new(TableTransactionActionType.UpdateMerge, Changed("b")),
                new(TableTransactionActionType.UpdateReplace, Changed("c"), c.ETag),
                new(TableTransactionActionType.Delete, new TableEntity("p", "d")),
                new(TableTransactionActionType.UpsertMerge, Changed("e")),
                new(TableTransactionActionType.UpsertReplace, Changed("f")),
                new(TableTransactionActionType.UpsertMerge, Changed("h")),
                new(TableTransactionActionType.UpsertReplace, Changed("i")),
            ],
            Stop);

        var stored = await table.QueryAsync(cancellationToken: Stop).ToListAsync(Stop);
        Assert.Equal(
            [
                ("a", 1, null), ("b", 1, 2), ("c", null, 2), ("e", 1, 2), ("f", null, 2), ("g", 1, null), ("h", null, 2),
                ("i", null, (int?)2),
            ],
            stored.Select(entity => (entity.RowKey, entity.GetInt32("n"), entity.GetInt32("changed"))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(11)]
    public async Task One_refused_action_undoes_all_and_is_named(int refused)
    {
        var table = await storage.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", $"{refused:D3}") { ["n"] = -1 }, Stop);

        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(
            () => table.SubmitTransactionAsync(Adds(12), Stop));

        Assert.Equal((409, TableErrorCode.EntityAlreadyExists), (failure.Status, failure.ErrorCode));
        Assert.Equal(refused, failure.FailedTransactionActionIndex);
        var left = Assert.Single(await table.QueryAsync(cancellationToken: Stop).ToListAsync(Stop));
        Assert.Equal(-1, left.GetInt32("n"));
    }

    [Fact]
    public async Task An_overtaken_version_undoes_the_updates_before_it()
    {
        var table = await storage.NewTableAsync();
        var first = await table.SubmitTransactionAsync(Adds(3), Stop);
        await table.UpsertEntityAsync(new TableEntity("p", "001") { ["n"] = 10 }, TableUpdateMode.Merge, Stop);

        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
            first.Value.Select((part, i) => new TableTransactionAction(
                TableTransactionActionType.UpdateReplace, Changed($"{i:D3}"), part.Headers.ETag!.Value)),
            Stop));

        Assert.Equal((412, TableErrorCode.UpdateConditionNotSatisfied), (failure.Status, failure.ErrorCode));
        Assert.Equal(1, failure.FailedTransactionActionIndex);
        var stored = await table.QueryAsync(cancellationToken: Stop).ToListAsync(Stop);
        Assert.Equal([0, 10, 2], stored.Select(entity => entity.GetInt32("n")));
    }

    [Fact]
    public async Task What_the_service_would_refuse_as_a_whole_is_not_sent()
    {
        // The table does not exist: anything sent would fail otherwise.
        var table = storage.Table("never");
        await RefusedAsync([]);
        await RefusedAsync(Adds(101));
        await RefusedAsync([Add("same", 1), Add("other", 1), new(TableTransactionActionType.Delete, new TableEntity("p", "same"))]);
        await RefusedAsync([Add("r", 1), new(TableTransactionActionType.Add, new TableEntity("q", "s"))]);
        await RefusedAsync([new(TableTransactionActionType.Add, new TableEntity("p", "r") { ["amount"] = 1.5m })]);
        await RefusedAsync([new(TableTransactionActionType.Delete, new TableEntity("p", "a/b"))]);

        Task RefusedAsync(TableTransactionAction[] actions) =>
            Assert.ThrowsAsync<ArgumentException>(() => table.SubmitTransactionAsync(actions, Stop));
    }

    [Fact]
    public async Task More_than_the_service_takes_is_refused_and_nothing_is_written()
    {
        var table = await storage.NewTableAsync();
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.SubmitTransactionAsync(
            Enumerable.Range(0, 100).Select(i => new TableTransactionAction(
                TableTransactionActionType.Add, new TableEntity("p", $"{i}") { ["text"] = new string('x', 42_000) })),
            Stop));

        Assert.Equal(413, failure.Status);
        Assert.Empty(await table.QueryAsync(cancellationToken: Stop).ToListAsync(Stop));
    }

    [Fact]
    public async Task A_version_only_counts_where_it_is_given_to_the_action()
    {
        var table = await storage.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["n"] = 1 }, Stop);
        TableEntity old = await table.GetEntityAsync("p", "r", cancellationToken: Stop);
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["n"] = 2 }, TableUpdateMode.Merge, Stop);

        await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
            [new(TableTransactionActionType.UpdateReplace, old, old.ETag)], Stop));
        await table.SubmitTransactionAsync([new(TableTransactionActionType.UpdateReplace, old)], Stop);

        Assert.Equal(1, (await table.GetEntityAsync("p", "r", cancellationToken: Stop)).Value.GetInt32("n"));
    }

    [Fact]
    public async Task Text_that_looks_like_the_envelope_is_only_text()
    {
        var table = await storage.NewTableAsync();
        const string Text = "\r\n--changeset_a1e9d677-b28b-435e-a89e-87e6a768a431--\r\nHTTP/1.1 500 No\r\n";
        await table.SubmitTransactionAsync(
            [new(TableTransactionActionType.Add, new TableEntity("p", "r") { ["text"] = Text }), Add("s", 1)], Stop);
        TableEntity stored = await table.GetEntityAsync("p", "r", cancellationToken: Stop);
        Assert.Equal(Text, stored.GetString("text"));
    }

    private static TableTransactionAction[] Adds(int count) =>
        [.. Enumerable.Range(0, count).Select(i => Add($"{i:D3}", i))];

    private static TableTransactionAction Add(string row, int n) =>
        new(TableTransactionActionType.Add, new TableEntity("p", row) { ["n"] = n });

    private static TableEntity Changed(string row) => new("p", row) { ["changed"] = 2 };
}
