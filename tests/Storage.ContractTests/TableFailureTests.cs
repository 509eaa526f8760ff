using Azure;
using Azure.Data.Tables;
using Evaluation.Functions.Store.Tables;
using Evaluation.Local;

namespace Storage.ContractTests;

public class TableFailureTests(StorageEmulator storage)
{
    private const string Busy = "{\"odata.error\":{\"code\":\"ServerBusy\",\"message\":{\"value\":\"0:Wait.\"}}}";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wrong_key_is_refused()
    {
        var key = Convert.ToBase64String(new byte[64]);
        var wrong = string.Join(';', storage.ConnectionString.Split(';').Select(
            setting => setting.StartsWith("AccountKey=", StringComparison.Ordinal) ? $"AccountKey={key}" : setting));
        var table = new TableService(wrong, StorageEmulator.Tries(1)).Table("any");
        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.GetEntityIfExistsAsync("p", "r", cancellationToken: Stop));
        Assert.Equal(403, failure.Status);
    }

    [Fact]
    public async Task A_service_that_is_down_is_an_exception_and_never_nothing()
    {
        var port = FreePorts.Take(1)[0];
        var table = new TableService(
            $"AccountName=a;AccountKey=c2VjcmV0;TableEndpoint=http://127.0.0.1:{port}/a", StorageEmulator.Tries(2))
            .Table("any");
        await FailsAsync(() => table.GetEntityIfExistsAsync("p", "r", cancellationToken: Stop));
        await FailsAsync(() => table.QueryAsync(cancellationToken: Stop).ToListAsync(Stop).AsTask());
        await FailsAsync(() => table.AddEntityAsync(new("p", "r"), Stop));
        await FailsAsync(
            () => table.SubmitTransactionAsync([new(TableTransactionActionType.Add, new TableEntity("p", "r"))], Stop));

        // Azure.Core gathers the failures of all tries.
        static async Task FailsAsync(Func<Task> request)
        {
            var failure = await Assert.ThrowsAsync<AggregateException>(request);
            Assert.Equal(2, failure.InnerExceptions.Count);
            Assert.All(failure.InnerExceptions, inner => Assert.IsType<RequestFailedException>(inner));
        }
    }

    [Fact]
    public async Task A_service_that_hangs_is_given_up()
    {
        await using var service = await HangingAsync(() => { });
        var options = StorageEmulator.Tries(2);
        options.Retry.NetworkTimeout = TimeSpan.FromMilliseconds(100);
        var table = new TableService(service.ConnectionString, options).Table("any");
        var failure = await Assert.ThrowsAsync<AggregateException>(() => table.AddEntityAsync(new("p", "r"), Stop));
        Assert.All(failure.InnerExceptions, inner => Assert.IsType<OperationCanceledException>(inner, exactMatch: false));
        Assert.InRange(TableService.Options().Retry.NetworkTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_caller_who_cancels_does_not_wait_for_the_service()
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        await using var service = await HangingAsync(caller.Cancel);
        var table = new TableService(service.ConnectionString).Table("any");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => table.GetEntityIfExistsAsync("p", "r", cancellationToken: caller.Token));
    }

    [Fact]
    public async Task A_busy_service_is_asked_again_with_a_fresh_signature()
    {
        var asked = 0;
        await using var service = await LoopbackService.StartAsync(
            async context =>
            {
                context.Response.StatusCode = ++asked == 1 ? 503 : 200;
                await context.Response.WriteAsync(asked == 1 ? Busy : """{"PartitionKey":"p","RowKey":"r","n":1}""");
            },
            tls: false,
            Stop);
        var table = new TableService(service.ConnectionString, StorageEmulator.Tries(2)).Table("any");
        TableEntity entity = await table.GetEntityAsync("p", "r", cancellationToken: Stop);
        Assert.Equal((2, 1), (asked, entity.GetInt32("n")));
    }

    [Fact]
    public async Task A_transaction_refused_as_busy_inside_an_accepted_answer_is_sent_again()
    {
        var asked = 0;
        await using var service = await TransactionsAsync(
            () => ++asked == 1 ? ("503 Service Unavailable", Busy) : ("204 No Content\r\nETag: W/\"v1\"", ""));
        var table = new TableService(service.ConnectionString, StorageEmulator.Tries(2)).Table("any");
        var answer = await table.SubmitTransactionAsync(
            [new(TableTransactionActionType.Add, new TableEntity("p", "r"))], Stop);
        Assert.Equal(2, asked);
        Assert.Equal(new ETag("W/\"v1\""), answer.Value.Single().Headers.ETag);
    }

    [Fact]
    public async Task A_transaction_that_stays_refused_fails()
    {
        var asked = 0;
        await using var service = await TransactionsAsync(() =>
        {
            asked++;
            return ("503 Service Unavailable", Busy);
        });
        var table = new TableService(service.ConnectionString, StorageEmulator.Tries(3)).Table("any");
        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
            [new(TableTransactionActionType.Add, new TableEntity("p", "r"))], Stop));
        Assert.Equal((503, "ServerBusy", 3, 0), (failure.Status, failure.ErrorCode, asked, failure.FailedTransactionActionIndex));
    }

    [Fact]
    public async Task An_accepted_answer_without_all_the_parts_is_a_failure()
    {
        await using var service = await TransactionsAsync(() => ("204 No Content", ""));
        var table = new TableService(service.ConnectionString, StorageEmulator.Tries(1)).Table("any");
        await Assert.ThrowsAsync<RequestFailedException>(() => table.SubmitTransactionAsync(
            [
                new(TableTransactionActionType.Add, new TableEntity("p", "r")),
                new(TableTransactionActionType.Add, new TableEntity("p", "s")),
            ],
            Stop));
    }

    [Fact]
    public async Task Empty_pages_do_not_end_a_query()
    {
        var addresses = new List<string>();
        await using var service = await LoopbackService.StartAsync(
            async context =>
            {
                addresses.Add(context.Request.QueryString.Value ?? "");
                if (addresses.Count < 3)
                {
                    context.Response.Headers["x-ms-continuation-NextPartitionKey"] = $"1!4!a{addresses.Count}";
                    if (addresses.Count == 2)
                    {
                        context.Response.Headers["x-ms-continuation-NextRowKey"] = "1!4!b-";
                    }
                }

                await context.Response.WriteAsync(
                    addresses.Count < 3 ? """{"value":[]}""" : """{"value":[{"PartitionKey":"p","RowKey":"r"}]}""");
            },
            tls: false,
            Stop);
        var table = new TableService(service.ConnectionString, StorageEmulator.Tries(1)).Table("any");
        var found = await table.QueryAsync(maxPerPage: 7, cancellationToken: Stop).ToListAsync(Stop);
        Assert.Equal("r", Assert.Single(found).RowKey);
        Assert.Equal(3, addresses.Count);
        Assert.Contains("NextPartitionKey=1%214%21a1", addresses[1], StringComparison.Ordinal);
        Assert.Contains("NextPartitionKey=1%214%21a2&NextRowKey=1%214%21b-", addresses[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_not_JSON_still_fails_with_its_status()
    {
        await using var service = await LoopbackService.StartAsync(
            async context =>
            {
                context.Response.StatusCode = 400;
                await context.Response.WriteAsync("<html>Bad gateway</html>");
            },
            tls: false,
            Stop);
        var table = new TableService(service.ConnectionString, StorageEmulator.Tries(1)).Table("any");
        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.GetEntityIfExistsAsync("p", "r", cancellationToken: Stop));
        Assert.Equal(400, failure.Status);
    }

    private static Task<LoopbackService> HangingAsync(Action asked) => LoopbackService.StartAsync(
        context =>
        {
            asked();
            return Task.Delay(Timeout.Infinite, context.RequestAborted);
        },
        tls: false,
        Stop);

    private static Task<LoopbackService> TransactionsAsync(Func<(string Head, string Body)> part) =>
        LoopbackService.StartAsync(
            async context =>
            {
                var (head, body) = part();
                context.Response.StatusCode = 202;
                context.Response.ContentType = "multipart/mixed; boundary=b";
                await context.Response.WriteAsync(
                    "--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n"
                    + "--c\r\nContent-Type: application/http\r\n\r\n"
                    + $"HTTP/1.1 {head}\r\n\r\n{body}\r\n--c--\r\n--b--\r\n");
            },
            tls: false,
            Stop);
}
