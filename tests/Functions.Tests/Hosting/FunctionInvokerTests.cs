using System.Net;
using Azure.Storage.Queues;
using Evaluation.Functions.Hosting;

namespace Evaluation.Functions.Tests.Hosting;

public sealed class FunctionInvokerTests(RunningApp running)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_done_goes_into_the_log_of_the_invocation()
    {
        await using var app = await StartAsync("never-read", (_, _, _) => Task.FromResult("Three reports were built."));
        using var answer = await RunningApp.InvokeAsync(app.Http, "F", RecordedPayloads.Read("queue-binary"), Cancellation);

        Assert.Equal(
            """{"Outputs":{},"Logs":["Three reports were built."],"ReturnValue":null}""",
            await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task An_exception_fails_the_invocation_and_is_logged_once()
    {
        await using var app = await StartAsync("never-read", (_, _, _) => throw new TimeoutException("The disk is slow: secret."));
        using var answer = await RunningApp.InvokeAsync(app.Http, "F", RecordedPayloads.Read("queue-binary"), Cancellation);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.DoesNotContain("secret", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        var log = Assert.Single(app.Logs.All, log => log.Level >= LogLevel.Warning);
        Assert.IsType<TimeoutException>(log.Exception);
    }

    [Fact]
    public async Task A_permanent_failure_is_put_aside_at_once_with_the_body_unchanged()
    {
        var queue = SmallApp.Fresh("reports");
        await using var app = await StartAsync(
            queue, (_, _, _) => throw new PermanentFailureException("The mutualisation does not exist."));
        using var answer = await RunningApp.InvokeAsync(app.Http, "F", RecordedPayloads.Read("queue-binary"), Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var poison = new QueueClient(
            running.Storage, $"{queue}-poison", new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        var message = Assert.Single((await poison.ReceiveMessagesAsync(32, cancellationToken: Cancellation)).Value);
        Assert.Equal("""{"jobId":"42","lieu":"Grottes du Vercors été"}""", message.Body.ToString());
        Assert.True(message.ExpiresOn - message.InsertedOn > TimeSpan.FromDays(365));
        var log = Assert.Single(app.Logs.All, log => log.Level >= LogLevel.Warning);
        Assert.Contains("The mutualisation does not exist.", log.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_declared_function_without_code_stops_the_start()
    {
        var stopped = await Assert.ThrowsAsync<StartUpException>(() => SmallApp.StartAsync(
            running.Storage, new() { ["F"] = SmallApp.Queue("never-read") }, [], _ => { }, Cancellation));

        Assert.Contains(" F", stopped.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("G")]
    [InlineData("f")]
    public async Task Code_without_a_declaration_stops_the_start(string name)
    {
        await Assert.ThrowsAsync<StartUpException>(() => SmallApp.StartAsync(
            running.Storage,
            new() { ["F"] = SmallApp.Queue("never-read") },
            [],
            app => app.MapQueue(name, (_, _, _) => Task.FromResult("Done.")),
            Cancellation));
    }

    [Theory]
    [InlineData("""{ "type": "queueTrigger", "name": "message", "queueName": "q" }""")]
    [InlineData("""{ "type": "queueTrigger", "name": "msg", "queueName": "q", "dataType": "binary" }""")]
    [InlineData("""{ "type": "queueTrigger", "name": "message", "dataType": "binary" }""")]
    [InlineData("""{ "type": "timerTrigger", "name": "timer" }""")]
    [InlineData("""{ "type": "timerTrigger", "name": "tick", "schedule": "0 0 5 * * *" }""")]
    [InlineData("""{ "type": "blobTrigger", "name": "blob" }""")]
    [InlineData("""{ "type": """)]
    public async Task A_declaration_that_cannot_be_served_stops_the_start(string trigger)
    {
        await Assert.ThrowsAsync<StartUpException>(() => SmallApp.StartAsync(
            running.Storage, new() { ["F"] = trigger }, [], _ => { }, Cancellation));
    }

    [Fact]
    public async Task A_cut_off_call_is_no_error()
    {
        using var given = new CancellationTokenSource();
        var told = new TaskCompletionSource();
        await using var app = await StartAsync("never-read", async (_, _, cancellationToken) =>
        {
            await given.CancelAsync();
            await using var _ = cancellationToken.Register(told.SetResult);
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return "Never.";
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => RunningApp.InvokeAsync(app.Http, "F", RecordedPayloads.Read("queue-binary"), given.Token));
        await told.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        await app.StopAsync(Cancellation);

        Assert.DoesNotContain(app.Logs.All, log => log.Level >= LogLevel.Error);
    }

    private Task<SmallApp> StartAsync(
        string queue, Func<QueuedMessage, IServiceProvider, CancellationToken, Task<string>> handle) =>
        SmallApp.StartAsync(
            running.Storage, new() { ["F"] = SmallApp.Queue(queue) }, [], app => app.MapQueue("F", handle), Cancellation);
}
