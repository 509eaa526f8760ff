using System.Globalization;

namespace Evaluation.Functions.Hosting;

/// <summary>
/// A clock that starts at an instant, goes on at the normal pace and may be moved forward. Timers and time-outs run on real
/// time nevertheless.
/// </summary>
internal sealed class Clock : TimeProvider
{
    private readonly Lock _oneMoveAtATime = new();
    private volatile Reading _reading;

    /// <param name="start">The first instant.</param>
    /// <param name="runs">Whether time goes on from there, or stands still until the next move.</param>
    public Clock(DateTimeOffset start, bool runs = true) => _reading = new Reading(start, runs ? System.GetTimestamp() : null);

    /// <summary>Whether it waits for the next move.</summary>
    public bool StandsStill => _reading.RunsSince is null;

    public static bool TryReadInstant(string? text, out DateTimeOffset instant) => DateTimeOffset.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out instant);

    public override DateTimeOffset GetUtcNow()
    {
        var reading = _reading;
        return reading.RunsSince is { } since ? reading.Instant + System.GetElapsedTime(since) : reading.Instant;
    }

    /// <summary>Moves to a later instant; false, and nothing moves, when it is past: what comes later never looks older.</summary>
    /// <param name="instant">Where to.</param>
    /// <param name="runs">Whether time goes on from there, or stands still until the next move.</param>
    public bool TryMoveTo(DateTimeOffset instant, bool runs)
    {
        lock (_oneMoveAtATime)
        {
            if (instant < GetUtcNow())
            {
                return false;
            }

            _reading = new Reading(instant, runs ? System.GetTimestamp() : null);
            return true;
        }
    }

    private sealed record Reading(DateTimeOffset Instant, long? RunsSince);
}
