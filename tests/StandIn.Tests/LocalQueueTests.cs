using System.Text.Json;
using System.Threading.Channels;
using Azure.Storage.Queues;

namespace Evaluation.StandIn.Tests;

public sealed class LocalQueueTests(StandInStorage storage)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _queue = PlayedTrigger.Fresh("work");
    private readonly Channel<Message> _messages = Channel.CreateUnbounded<Message>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_is_delivered_once_and_deleted()
    {
        await using var app = await StartAsync(_ => Task.CompletedTask);
        var sent = await Queue(_queue).SendMessageAsync("""{"a":"é"}""", Cancellation);
        var got = await NextAsync();
        await UntilEmptyAsync(_queue);
        await app.StopAsync();

        Assert.Equal("""{"a":"é"}""", got.Text);
        Assert.Equal((sent.Value.MessageId, 1), (got.Id, got.DequeueCount));
        Assert.NotNull(got.InsertedAt);
        Assert.False(_messages.Reader.TryRead(out _));
    }

    [Fact]
    public async Task A_message_that_fails_is_tried_again_and_then_put_aside()
    {
        await using var app = await StartAsync(_ => throw new InvalidOperationException("It does not work today."));
        await Queue(_queue).SendMessageAsync("again", Cancellation);

        Assert.Equal(1, (await NextAsync()).DequeueCount);
        Assert.Equal(2, (await NextAsync()).DequeueCount);
        Assert.Equal(3, (await NextAsync()).DequeueCount);
        await UntilEmptyAsync(_queue);
        await app.StopAsync();
        Assert.False(_messages.Reader.TryRead(out _));
        var poisoned = Assert.Single((await Queue($"{_queue}-poison").ReceiveMessagesAsync(32, cancellationToken: Cancellation)).Value);
        Assert.Equal("again", poisoned.Body.ToString());
    }

    [Fact]
    public async Task A_message_that_works_the_second_time_is_done()
    {
        await using var app = await StartAsync(message =>
            message.DequeueCount == 1 ? throw new InvalidOperationException("Not yet.") : Task.CompletedTask);
        await Queue(_queue).SendMessageAsync("again", Cancellation);

        Assert.Equal(1, (await NextAsync()).DequeueCount);
        Assert.Equal(2, (await NextAsync()).DequeueCount);
        await UntilEmptyAsync(_queue);
        Assert.False(await Queue($"{_queue}-poison").ExistsAsync(Cancellation));
    }

    [Fact]
    public async Task A_text_that_is_not_base64_is_put_aside_and_stops_nobody()
    {
        await using var app = await StartAsync(_ => Task.CompletedTask);
        await new QueueClient(storage.ConnectionString, _queue).SendMessageAsync("{not base64}", Cancellation);
        await Queue(_queue).SendMessageAsync("fine", Cancellation);

        Assert.Equal("fine", (await NextAsync()).Text);
        await UntilEmptyAsync(_queue);
        var poisoned = await new QueueClient(storage.ConnectionString, $"{_queue}-poison").ReceiveMessagesAsync(32, cancellationToken: Cancellation);
        Assert.Equal("{not base64}", Assert.Single(poisoned.Value).MessageText);
    }

    [Fact]
    public async Task A_message_stays_hidden_for_as_long_as_its_function_works()
    {
        var mayEnd = new TaskCompletionSource();
        await using var app = await StartAsync(_ => mayEnd.Task, new() { ["LocalTriggers:MessageLease"] = "00:00:01" });
        await Queue(_queue).SendMessageAsync("slow", Cancellation);
        await NextAsync();

        // A second message, sent and done after the first one's lease would have ended, shows that time has passed.
        await Queue(_queue).SendMessageAsync(
            "marker", visibilityTimeout: TimeSpan.FromSeconds(2), cancellationToken: Cancellation);
        Assert.Equal("marker", (await NextAsync()).Text);
        mayEnd.SetResult();
        await UntilEmptyAsync(_queue);
        Assert.False(_messages.Reader.TryRead(out _));
    }

    [Fact]
    public async Task What_is_under_way_ends_well_when_the_app_stops()
    {
        var mayEnd = new TaskCompletionSource();
        await using var app = await StartAsync(_ => mayEnd.Task);
        await Queue(_queue).SendMessageAsync("under way", Cancellation);
        await NextAsync();
        var stopped = app.StopAsync();
        mayEnd.SetResult();
        await stopped;

        Assert.Equal(0, (await Queue(_queue).GetPropertiesAsync(Cancellation)).Value.ApproximateMessagesCount);
        Assert.Empty(app.Problems);
    }

    private Task<PlayedTrigger> StartAsync(Func<Message, Task> work, Dictionary<string, string>? more = null) =>
        PlayedTrigger.StartAsync(
            storage.ConnectionString,
            "Work",
            new QueueTrigger("message", _queue),
            new(more ?? [])
            {
                ["LocalTriggers:MaxPollingInterval"] = "00:00:00.100",
                ["AzureFunctionsJobHost:extensions:queues:visibilityTimeout"] = "00:00:00",
                ["AzureFunctionsJobHost:extensions:queues:maxDequeueCount"] = "3",
            },
            TimeProvider.System,
            async (_, input, _) =>
            {
                var message = Message.Of(input.ModelBindingData.Content.ToStringUtf8());
                await _messages.Writer.WriteAsync(message, Cancellation);
                try
                {
                    await work(message);
                    return PlayedTrigger.Done;
                }
                catch (InvalidOperationException)
                {
                    return PlayedTrigger.Failed;
                }
            },
            Cancellation);

    private QueueClient Queue(string name) =>
        new(storage.ConnectionString, name, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });

    private async Task<Message> NextAsync() =>
        await _messages.Reader.ReadAsync(Cancellation).AsTask().WaitAsync(Patience, Cancellation);

    private async Task UntilEmptyAsync(string queue)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(Patience);
        while ((await Queue(queue).GetPropertiesAsync(limit.Token)).Value.ApproximateMessagesCount > 0)
        {
            await Task.Delay(20, limit.Token);
        }
    }

    // What the function is given, as far as a test looks at it.
    private sealed record Message(string Id, string Text, long DequeueCount, DateTimeOffset? InsertedAt)
    {
        public static Message Of(string json)
        {
            var message = JsonElement.Parse(json);
            return new Message(
                message.GetProperty("MessageId").GetString()!,
                message.GetProperty("MessageText").GetString()!,
                message.GetProperty(nameof(DequeueCount)).GetInt64(),
                message.GetProperty("InsertedOn").GetDateTimeOffset());
        }
    }
}
