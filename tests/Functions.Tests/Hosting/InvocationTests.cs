using Azure.Storage.Queues;
using Evaluation.Functions.Tests.Collect;
using Evaluation.StandIn;

namespace Evaluation.Functions.Tests.Hosting;

/// <summary>What becomes of the invocation of a timer or a message.</summary>
public sealed class InvocationTests(RunningApp running)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_done_is_one_line_of_the_log_with_its_invocation()
    {
        await using var app = await running.StartPrivateAsync([], Cancellation);

        Assert.True((await app.Host.RunTimerAsync("CollectOnSchedule", Cancellation)).Succeeded);
        Assert.Equal(0, await app.StopAsync(Cancellation));
        var line = Assert.Single(app.Output, line => line.Contains("CollectOnSchedule was done", StringComparison.Ordinal));
        Assert.Matches("InvocationId:[0-9a-f-]{36} TraceId:[0-9a-f]{32} CollectOnSchedule was done in [0-9]+ ms: [0-9]+ sources due$", line);
        Assert.Empty(app.Errors);
    }

    [Fact]
    public async Task A_message_that_nothing_can_help_is_put_aside_at_once_with_the_body_unchanged_and_its_cause_in_the_log()
    {
        var text = $$"""{"jobId":"{{Guid.NewGuid()}}","lieu":"Grottes du Vercors été <1>"}""";
        await using var app = await running.StartPrivateAsync([], Cancellation);

        var outcome = await app.Host.DeliverAsync("BuildReport", text, dequeueCount: 1, Cancellation);

        Assert.True(outcome.Succeeded, outcome.Error);
        var poison = new QueueClient(
            running.Storage, "reports-poison", new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        var aside = Assert.Single(
            (await poison.PeekMessagesAsync(32, Cancellation)).Value, message => message.Body.ToString() == text);
        Assert.True(aside.ExpiresOn - aside.InsertedOn > TimeSpan.FromDays(365));
        await app.StopAsync(Cancellation);
        var line = Assert.Single(app.Errors);
        Assert.Matches("InvocationId:[0-9a-f-]{36} .*The message is not the id of a report run.", line);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task Nobody_outside_calls_a_timer_or_a_queue(string method)
    {
        foreach (var address in new[] { "/BuildReport", "/api/BuildReport", "/admin/functions/BuildReport", "/runtime/webhooks", "/" })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), address);
            using var answer = await running.Http.SendAsync(request, Cancellation);

            Assert.Equal((address, System.Net.HttpStatusCode.NotFound), (address, answer.StatusCode));
        }
    }

    [Fact]
    public async Task A_message_whose_host_stops_is_cut_off_and_its_run_waits_for_the_next_delivery()
    {
        var asked = new TaskCompletionSource();
        await using var feed = await RunningFeed.StartAsync(async (context, _) =>
        {
            asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        var service = await GivenService.DeclareAsync(running.Http, feed.Address);
        var operation = (await Pulling.DueAsync(running.Http, service))!;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var pulling = running.App.Host.DeliverAsync("CollectSource", operation, dequeueCount: 1, stop.Token);
        await asked.Task.WaitAsync(Patience, Cancellation);

        await stop.CancelAsync();

        Assert.NotEqual(InvocationEnd.Succeeded, (await pulling.WaitAsync(Patience, Cancellation)).End);
        var run = await running.Http.GetFromJsonAsync<System.Text.Json.JsonElement>($"/api/operations/{operation}", Cancellation);
        Assert.Equal("pending", run.GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_function_that_takes_longer_than_the_host_lets_it_is_cut_off()
    {
        await using var feed = await RunningFeed.StartAsync((context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await using var app = await running.StartPrivateAsync(
            new() { ["AzureFunctionsJobHost__functionTimeout"] = "00:00:01" }, Cancellation);
        var service = await GivenService.DeclareAsync(app.Http, feed.Address);
        var operation = (await Pulling.DueAsync(app.Http, service))!;

        var outcome = await app.Host.DeliverAsync("CollectSource", operation, dequeueCount: 1, Cancellation);

        Assert.False(outcome.Succeeded);
        Assert.Contains(app.Errors, line => line.Contains("took longer than 00:00:01", StringComparison.Ordinal));
    }
}
