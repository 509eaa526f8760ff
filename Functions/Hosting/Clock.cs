using System.Globalization;

namespace Evaluation.Functions.Hosting;

/// <summary>
/// The clock of the process: the machine's, or in Development one that starts at the instant of the setting
/// <c>Clock:Start</c> and goes on at the normal pace. Timers and time-outs run on real time either way.
/// </summary>
internal sealed class Clock : TimeProvider
{
    private const string Setting = "Clock:Start";

    private readonly DateTimeOffset _start;
    private readonly long _startedAt = System.GetTimestamp();

    private Clock(DateTimeOffset start) => _start = start;

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

        return DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var start)
                ? new Clock(start)
                : throw new StartUpException(
                    $"The setting Clock__Start must be an instant such as 2026-01-15T08:00:00Z, not \"{text}\".");
    }

    public override DateTimeOffset GetUtcNow() => _start + System.GetElapsedTime(_startedAt);
}
