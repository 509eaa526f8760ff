using Azure.Data.Tables;
using Evaluation.Functions.Store.Tables;

namespace Storage.ContractTests;

public class TableQueryTests(StorageEmulator storage)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task More_than_a_page_is_read_to_the_end_in_order()
    {
        var table = await storage.NewTableAsync();
        foreach (var rows in Enumerable.Range(0, 2_300).Chunk(100))
        {
            await table.SubmitTransactionAsync(rows.Select(n => new TableTransactionAction(
                TableTransactionActionType.Add, new TableEntity("l'été|100 %", $"r {n:D5}") { ["n"] = n })), Stop);
        }

        var pages = await table.QueryAsync(cancellationToken: Stop).AsPages().ToListAsync(Stop);
        Assert.Equal([1000, 1000, 300], pages.Select(page => page.Values.Count));
        Assert.Equal(
            Enumerable.Range(0, 2_300).Select(n => (int?)n),
            pages.SelectMany(page => page.Values).Select(entity => entity.GetInt32("n")));

        var filter = Table.CreateQueryFilter($"PartitionKey eq {"l'été|100 %"} and n ge {50}");
        Assert.Equal(2_250, await table.QueryAsync(filter, cancellationToken: Stop).CountAsync(Stop));
    }

    [Fact]
    public async Task A_page_size_is_kept_and_reading_goes_on_from_a_continuation()
    {
        var table = await storage.NewTableAsync();
        await AddAsync(table, [.. Enumerable.Range(0, 5).Select(n => new TableEntity("p", $"{n}"))]);
        var pages = await table.QueryAsync(maxPerPage: 2, cancellationToken: Stop).AsPages().ToListAsync(Stop);
        Assert.Equal([2, 2, 1], pages.Select(page => page.Values.Count));

        var rest = await table.QueryAsync(maxPerPage: 2, cancellationToken: Stop)
            .AsPages(pages[0].ContinuationToken).SelectMany(page => page.Values).ToListAsync(Stop);
        Assert.Equal(["2", "3", "4"], rest.Select(entity => entity.RowKey));
    }

    [Theory]
    [InlineData("l'eau d''ici")]
    [InlineData("' or PartitionKey ne '")]
    [InlineData("Œuvre n°\u00A05 — 1\u202F234 \U0001F4A7")]
    [InlineData("a & b + c = d # 50 % ?")]
    public async Task A_filter_finds_exactly_the_text_it_was_given(string text)
    {
        var table = await storage.NewTableAsync();
        await AddAsync(table, [new("p", "1") { ["text"] = text }, new("p", "2") { ["text"] = "other" }]);
        Assert.Equal(["1"], await RowsAsync(table, $"text eq {text}"));
    }

    [Fact]
    public async Task Values_of_each_type_are_compared_as_such()
    {
        var table = await storage.NewTableAsync();
        await AddAsync(table, [Of("1", 1, 1L << 60, true), Of("2", 2, 1L << 50, false)]);
        Assert.Equal(["1"], await RowsAsync(table, $"i lt {2}"));
        Assert.Equal(["1"], await RowsAsync(table, $"l eq {1L << 60}"));
        Assert.Equal(["1"], await RowsAsync(table, $"b eq {true}"));

        static TableEntity Of(string row, int i, long l, bool b) => new("p", row) { ["i"] = i, ["l"] = l, ["b"] = b };
    }

    [Fact]
    public void A_filter_refuses_values_that_the_service_would_misread()
    {
        Assert.Throws<ArgumentException>(() => Table.CreateQueryFilter($"a eq {1.5m}"));
        Assert.Throws<ArgumentException>(() => Table.CreateQueryFilter($"a eq {null}"));
        Assert.Throws<ArgumentException>(() => Table.CreateQueryFilter($"a eq {2.0}"));
        Assert.Throws<ArgumentException>(() => Table.CreateQueryFilter($"a eq {DateTimeOffset.UnixEpoch}"));
        Assert.Throws<ArgumentException>(() => Table.CreateQueryFilter($"a eq {DayOfWeek.Monday}"));
    }

    [Fact]
    public async Task Rows_come_in_the_order_of_their_parts()
    {
        var table = await storage.NewTableAsync();
        string[] parts = ["z", "a/b", "a", "A", "é", "a b", "a#", "\u0001", "0", "a.b", "~", "\U0001F4A7", "\uFFFD", "[x]"];
        await AddAsync(table, [.. parts.Select(part => new TableEntity("p", TableKey.Join(part)))]);
        var stored = await table.QueryAsync(cancellationToken: Stop).ToListAsync(Stop);
        Assert.Equal(
            parts.Order(StringComparer.Ordinal), stored.Select(entity => TableKey.Split(entity.RowKey).Single()));
    }

    [Fact]
    public async Task Only_selected_properties_come_back()
    {
        var table = await storage.NewTableAsync();
        await AddAsync(table, [new("p", "r") { ["a"] = 1L, ["b"] = 2, ["c"] = "3" }]);
        var queried = await table.QueryAsync(select: ["RowKey", "a", "absent"], cancellationToken: Stop).SingleAsync(Stop);
        Assert.Equal((null, "r", 1L), (queried.PartitionKey, queried.RowKey, queried.GetInt64("a")));
        Assert.DoesNotContain("b", queried.Keys);
        TableEntity got = await table.GetEntityAsync("p", "r", ["b"], Stop);
        Assert.Equal((2, null), (got.GetInt32("b"), got.GetString("c")));
    }

    [Fact]
    public async Task Rows_of_different_shapes_keep_their_own_properties()
    {
        var table = await storage.NewTableAsync();
        await AddAsync(table, [
            new("p", "1") { ["a"] = 1L, ["b"] = "x" }, new("p", "2") { ["b"] = 5 }, new("p", "3") { ["c"] = true, ["a"] = "1" }]);
        var stored = await table.QueryAsync(cancellationToken: Stop).ToListAsync(Stop);
        Assert.Equal([(1L, "x", null), (null, 5, null), ("1", null, (object?)true)], stored.Select(e => ((object?)e["a"], (object?)e["b"], (object?)e["c"])));
    }

    [Fact]
    public async Task Nothing_found_is_an_empty_answer()
    {
        var table = await storage.NewTableAsync();
        Assert.Empty(await RowsAsync(table, $"PartitionKey eq {"none"}"));
    }

    private static async Task AddAsync(Table table, TableEntity[] entities) => await table.SubmitTransactionAsync(
        entities.Select(entity => new TableTransactionAction(TableTransactionActionType.Add, entity)), Stop);

    private static async Task<List<string>> RowsAsync(Table table, FormattableString filter) =>
        await table.QueryAsync(Table.CreateQueryFilter(filter), cancellationToken: Stop)
            .Select(entity => entity.RowKey).ToListAsync(Stop);
}
