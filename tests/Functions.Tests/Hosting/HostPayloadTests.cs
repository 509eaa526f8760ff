using System.Globalization;
using System.Text.Json;
using Azure.Storage.Queues.Models;
using Evaluation.Functions.Hosting.LocalTriggers;

namespace Evaluation.Functions.Tests.Hosting;

/// <summary>The stand-in sends what the host was seen to send, character for character but for random ids.</summary>
public sealed class HostPayloadTests
{
    [Fact]
    public void A_timer_is_told_as_the_host_tells_it()
    {
        var status = new TimerStatus(
            Instant("2026-11-21T21:06:00.0035686Z"), Instant("2026-11-21T21:07:00Z"), Instant("2026-11-21T21:06:00.0035686Z"));

        AssertSame("timer-past-due", HostPayload.OfTimer("Tick", status, isPastDue: true, Instant("2026-11-21T21:07:05.217838Z")));
    }

    [Fact]
    public void The_first_time_of_a_timer_is_told_as_the_host_tells_it()
    {
        var status = new TimerStatus(TimerStatus.Never, Instant("2026-11-21T21:07:00Z"), TimerStatus.Never);

        AssertSame("timer-first-ever", HostPayload.OfTimer("Tick", status, isPastDue: false, Instant("2026-11-21T21:07:00.017838Z")));
    }

    [Fact]
    public void A_timer_without_a_record_is_told_as_the_host_tells_it()
    {
        AssertSame(
            "timer-without-status",
            HostPayload.OfTimer("Tick", status: null, isPastDue: false, Instant("2026-11-21T21:07:00.017838Z")));
    }

    [Fact]
    public void A_message_is_told_as_the_host_tells_it()
    {
        var body = """{"jobId":"42","lieu":"Grottes du Vercors été"}"""u8.ToArray();
        var message = QueuesModelFactory.QueueMessage(
            messageId: "ccbd34fe-26c0-4213-9b8a-949924ea6f20",
            popReceipt: "MjFOb3YyMDI2",
            messageText: Convert.ToBase64String(body),
            dequeueCount: 1,
            nextVisibleOn: Instant("2026-11-21T21:19:11Z"),
            insertedOn: Instant("2026-11-21T21:09:11Z"),
            expiresOn: Instant("2026-11-28T21:09:11Z"));

        AssertSame("queue-binary", HostPayload.OfQueue("Q", message, body, Instant("2026-11-21T21:09:11.217838Z")));
    }

    private static void AssertSame(string recorded, byte[] payload)
    {
        var made = System.Text.Encoding.UTF8.GetString(payload);
        var random = JsonElement.Parse(payload).GetProperty("Metadata").GetProperty("sys").GetProperty("RandGuid").GetString();
        Assert.NotNull(random);
        Assert.Equal(
            RecordedPayloads.Read(recorded).Trim(),
            made.Replace(random, "d903e56d-63c3-406d-b887-42823c6c54bc", StringComparison.Ordinal));
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
