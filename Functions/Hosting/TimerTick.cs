using System.Text.Json;

namespace Evaluation.Functions.Hosting;

/// <summary>A timer that fired.</summary>
/// <param name="IsPastDue">Whether it should have fired before, while no host ran.</param>
/// <param name="Last">The time before; null on the first one and for timers the host keeps no record of.</param>
/// <param name="Next">When it was to fire; null for timers the host keeps no record of.</param>
/// <param name="RetryCount">How often this occurrence was tried before.</param>
internal sealed record TimerTick(bool IsPastDue, DateTimeOffset? Last, DateTimeOffset? Next, int RetryCount)
{
    /// <exception cref="UndecodablePayloadException">It is not the payload of a timer.</exception>
    public static TimerTick From(InvocationRequest request)
    {
        var retries = request.Find("RetryContext", context => Number(context.ToObject(), nameof(RetryCount))) ?? 0;
        return request.Read("timer", value =>
        {
            var timer = value.ToObject();
            var isPastDue = timer.TryGetProperty(nameof(IsPastDue), out var pastDue) && pastDue.ValueKind == JsonValueKind.True;
            return timer.TryGetProperty("ScheduleStatus", out var status) && status.ValueKind == JsonValueKind.Object
                ? new TimerTick(isPastDue, Instant(status, nameof(Last)), Instant(status, nameof(Next)), retries)
                : new TimerTick(isPastDue, Last: null, Next: null, retries);
        });
    }

    private static int? Number(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) ? new HostValue(value).ToInt32() : null;

    private static DateTimeOffset? Instant(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) ? new HostValue(value).ToInstant() : null;
}
