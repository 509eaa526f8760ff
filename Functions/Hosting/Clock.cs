using System.Globalization;

namespace Evaluation.Functions.Hosting;

/// <summary>
/// The clock of the process: the machine's, or in Development one that starts at the instant of the setting
/// <c>Clock:Start</c>, goes on at the normal pace and may be moved forward. Timers and time-outs run on real time either
/// way.
/// </summary>
internal sealed class Clock : TimeProvider
{
    private const string Setting = "Clock:Start";

    private readonly Lock _oneMoveAtATime = new();
    private volatile Reading _reading;

    private Clock(DateTimeOffset start) => _reading = new Reading(start, System.GetTimestamp());

    public static TimeProvider From(IConfiguration configuration, IHostEnvironment environment)
    {
        var text = configuration[Setting];
        if (string.IsNullOrEmpty(text))
        {
            return System;
        }

        if (!environment.IsDevelopment())
        {
            throw new StartUpException("The setting Clock__Start is for Development only: remove it.");
        }

        return TryReadInstant(text, out var start)
            ? new Clock(start)
            : throw new StartUpException(
                $"The setting Clock__Start must be an instant such as 2026-01-15T08:00:00Z, not \"{text}\".");
    }

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
