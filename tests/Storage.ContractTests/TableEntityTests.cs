using Azure;
using Azure.Data.Tables;
using Evaluation.Functions.Store.Tables;

namespace Storage.ContractTests;

public class TableEntityTests(StorageEmulator storage)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("plain")]
    [InlineData("")]
    [InlineData("1\u202F234,5\u00A0% de l’école « Zoé » \u2212 \U0001F4A7 \"quoted\" \\ / \t\r\n <b>&amp;</b> \u2028")]
    [InlineData("2025-01-01T00:00:00Z")]
    public async Task Text_comes_back_as_it_was(string text) => Assert.Equal(text, await StoredAsync(text));

    [Fact]
    public async Task Text_of_64_KiB_comes_back()
    {
        var text = new string('é', 32 * 1024);
        Assert.Equal(text, await StoredAsync(text));
    }

    [Theory]
    [InlineData(0L)]
    [InlineData(9_007_199_254_740_993L)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public async Task Long_integers_keep_every_digit(long number) => Assert.Equal(number, await StoredAsync(number));

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Integers_and_truth_values_come_back(object value) => Assert.Equal(value, await StoredAsync(value));

    [Theory]
    [InlineData(0.1)]
    [InlineData(1.0)]
    [InlineData(-12.0)]
    [InlineData(1e300)]
    [InlineData(4_000_000_000.0)]
    public async Task Floating_point_numbers_stay_floating_point(double number) =>
        Assert.Equal(number, await StoredAsync(number));

    [Fact]
    public async Task Instants_keep_their_ticks_and_come_back_in_UTC()
    {
        var instant = new DateTimeOffset(2025, 3, 30, 2, 59, 59, TimeSpan.FromHours(2)).AddTicks(1_234_567);
        var stored = Assert.IsType<DateTimeOffset>(await StoredAsync(instant));
        Assert.Equal(instant, stored);
        Assert.Equal(TimeSpan.Zero, stored.Offset);
    }

    [Fact]
    public async Task Bytes_come_back()
    {
        byte[] bytes = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];
        Assert.Equal(bytes, await StoredAsync(bytes));
        Assert.Equal(Array.Empty<byte>(), await StoredAsync(Array.Empty<byte>()));
    }

    [Fact]
    public async Task Identifiers_come_back()
    {
        var id = Guid.NewGuid();
        Assert.Equal(id, await StoredAsync(id));
    }

    [Fact]
    public async Task Decimals_keep_28_digits_and_their_scale()
    {
        var table = await storage.NewTableAsync();
        var entity = new TableEntity("p", "r");
        entity.SetDecimal("amount", -1_234_567_890_123_456_789.123_456_700m);
        entity.SetDecimal("none", null);
        await table.AddEntityAsync(entity, Stop);

        TableEntity stored = await table.GetEntityAsync("p", "r", cancellationToken: Stop);
        Assert.Equal("-1234567890123456789.123456700", stored.GetString("amount"));
        Assert.Equal(-1_234_567_890_123_456_789.123_456_700m, stored.GetDecimal("amount"));
        Assert.Null(stored.GetDecimal("none"));
    }

    [Fact]
    public async Task A_decimal_is_only_taken_as_text()
    {
        // The table does not exist: anything sent would fail otherwise.
        var table = storage.Table("never");
        foreach (var refused in new object[] { 1.5m, 3m, 1f, new DateOnly(2025, 1, 1), DayOfWeek.Monday })
        {
            var entity = new TableEntity("p", "r") { ["amount"] = refused };
            var failures = new[]
            {
                await Assert.ThrowsAsync<ArgumentException>(() => table.AddEntityAsync(entity, Stop)),
                await Assert.ThrowsAsync<ArgumentException>(() => table.UpsertEntityAsync(entity, cancellationToken: Stop)),
                await Assert.ThrowsAsync<ArgumentException>(() => table.UpdateEntityAsync(entity, ETag.All, cancellationToken: Stop)),
                await Assert.ThrowsAsync<ArgumentException>(
                    () => table.SubmitTransactionAsync([new(TableTransactionActionType.Add, entity)], Stop)),
            };
            Assert.All(failures, failure => Assert.Contains("amount", failure.Message, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_property_is_only_read_as_what_it_is()
    {
        var entity = new TableEntity("p", "r") { ["n"] = 1, ["s"] = "x" };
        Assert.Throws<InvalidOperationException>(() => entity.GetInt64("n"));
        Assert.Throws<InvalidOperationException>(() => entity.GetString("n"));
        Assert.Throws<FormatException>(() => entity.GetDecimal("s"));
        Assert.Null(entity.GetInt32("absent"));
    }

    [Fact]
    public async Task A_null_is_left_out()
    {
        var table = await storage.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["kept"] = 1, ["gone"] = null }, Stop);
        TableEntity stored = await table.GetEntityAsync("p", "r", cancellationToken: Stop);
        Assert.Equal(["PartitionKey", "RowKey", "Timestamp", "kept", "odata.etag"], stored.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_was_read_can_be_written_back()
    {
        var table = await storage.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["long"] = 5L, ["double"] = 2.0, ["text"] = "t" }, Stop);
        TableEntity first = await table.GetEntityAsync("p", "r", cancellationToken: Stop);
        await table.UpdateEntityAsync(first, first.ETag, TableUpdateMode.Replace, Stop);
        TableEntity second = await table.GetEntityAsync("p", "r", cancellationToken: Stop);
        Assert.Equal((5L, 2.0, "t"), (second.GetInt64("long"), second.GetDouble("double"), second.GetString("text")));
        Assert.NotEqual(default, second.ETag);
        Assert.NotNull(second.Timestamp);
    }

    [Theory]
    [InlineData("it's", "l'école")]
    [InlineData("100 % + 5 & = ; , ( ) * ! @ : ~", "é\u202F\U0001F4A7")]
    [InlineData("..", ".")]
    [InlineData("", "")]
    [InlineData("/\\#?%|\u0001\u0085", "a+b%20c")]
    public async Task Any_key_parts_find_their_row(string partition, string row)
    {
        var table = await storage.NewTableAsync();
        var (partitionKey, rowKey) = (TableKey.Join(partition, "x"), TableKey.Join(row));
        await table.AddEntityAsync(new TableEntity(partitionKey, rowKey) { ["n"] = 1 }, Stop);
        await table.SubmitTransactionAsync(
            [new(TableTransactionActionType.UpdateMerge, new TableEntity(partitionKey, rowKey) { ["n"] = 2 })], Stop);

        TableEntity stored = await table.GetEntityAsync(partitionKey, rowKey, cancellationToken: Stop);
        Assert.Equal(2, stored.GetInt32("n"));
        Assert.Equal([partition, "x"], TableKey.Split(stored.PartitionKey));
        Assert.Equal([row], TableKey.Split(stored.RowKey));
        Assert.Equal(204, (await table.DeleteEntityAsync(partitionKey, rowKey, stored.ETag, Stop)).Status);
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\nb")]
    public async Task A_key_the_service_refuses_is_not_sent(string key)
    {
        var table = storage.Table("never");
        await Assert.ThrowsAsync<ArgumentException>(() => table.AddEntityAsync(new TableEntity(key, "r"), Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => table.AddEntityAsync(new TableEntity("p", key), Stop));
    }

    [Fact]
    public void The_version_is_kept_as_the_service_wrote_it()
    {
        var entity = new TableEntity("p", "r") { ETag = new ETag("W/\"datetime'2025'\"") };
        Assert.Equal("W/\"datetime'2025'\"", entity.ETag.ToString("H"));
    }

    private async Task<object?> StoredAsync(object value)
    {
        var table = await storage.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["value"] = value }, Stop);
        TableEntity stored = await table.GetEntityAsync("p", "r", cancellationToken: Stop);
        return stored["value"];
    }
}
