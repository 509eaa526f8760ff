using System.Globalization;
using System.Text.Json;
using Evaluation.Functions.Hosting;

namespace Evaluation.Functions.Tests.Hosting;

/// <summary>What a function gets of what the host sent.</summary>
public sealed class PayloadDecodingTests(RunningApp running)
{
    private const string Body = """{"jobId":"42","lieu":"Grottes du Vercors été"}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("timer-regular", false, "2026-11-21T21:06:00.0035686Z", "2026-11-21T21:07:00.0000000Z", 0)]
    [InlineData("timer-past-due", true, "2026-11-21T21:06:00.0035686Z", "2026-11-21T21:07:00.0000000Z", 0)]
    [InlineData("timer-retried", false, "2026-11-21T21:06:00.0035686Z", "2026-11-21T21:07:00.0000000Z", 1)]
    [InlineData("timer-first-ever", false, null, "2026-11-21T21:07:00.0000000Z", 0)]
    [InlineData("timer-without-status", false, null, null, 0)]
    public async Task A_timer_tells_when_it_fired(string payload, bool pastDue, string? last, string? next, int retries)
    {
        TimerTick? got = null;
        await using var app = await StartAsync(SmallApp.Timer("0 0 5 * * *"), map => map.MapTimer("F", (tick, _, _) =>
        {
            got = tick;
            return Task.FromResult("Done.");
        }));
        using var answer = await RunningApp.InvokeAsync(app.Http, "F", RecordedPayloads.Read(payload), Cancellation);

        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal(new TimerTick(pastDue, Instant(last), Instant(next), retries), got);
    }

    [Theory]
    [InlineData("queue-binary", 1, true)]
    [InlineData("queue-text-double-encoded", 1, true)]
    [InlineData("queue-text", 1, true)]
    [InlineData("queue-object", 1, true)]
    [InlineData("queue-numeric-dequeue-count", 4, true)]
    [InlineData("queue-properties-hide-metadata", 1, false)]
    public async Task A_message_arrives_as_it_was_sent(string payload, int dequeueCount, bool hasMetadata)
    {
        QueuedMessage? got = null;
        await using var app = await StartAsync(SmallApp.Queue("never-read"), map => map.MapQueue("F", (message, _, _) =>
        {
            got = message;
            return Task.FromResult("Done.");
        }));
        using var answer = await RunningApp.InvokeAsync(app.Http, "F", RecordedPayloads.Read(payload), Cancellation);

        Assert.True(answer.IsSuccessStatusCode);
        Assert.NotNull(got);
        Assert.Equal(Body, got.Body.ToString());
        Assert.Equal(dequeueCount, got.DequeueCount);
        Assert.Equal(hasMetadata ? "ccbd34fe-26c0-4213-9b8a-949924ea6f20" : """{"hidden":true}""", got.Id);
        Assert.Equal(hasMetadata ? Instant("2026-11-21T21:09:11Z") : null, got.InsertedAt);
    }

    [Theory]
    [InlineData("\"plain\"", "plain")]
    [InlineData("\"\\\"quoted\\\"\"", "quoted")]
    [InlineData("\"\\\"half quoted\"", "\"half quoted")]
    [InlineData("\"\\\"a\\\" and \\\"b\\\"\"", "\"a\" and \"b\"")]
    [InlineData("\"\"", "")]
    [InlineData("42", "42")]
    [InlineData("true", "true")]
    public void Text_loses_the_quotes_of_the_host_and_no_others(string json, string text)
    {
        Assert.Equal(text, new HostValue(JsonElement.Parse(json)).ToText());
    }

    private Task<SmallApp> StartAsync(string trigger, Action<WebApplication> map) =>
        SmallApp.StartAsync(running.Storage, new() { ["F"] = trigger }, [], map, Cancellation);

    private static DateTimeOffset? Instant(string? text) =>
        text is null ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
