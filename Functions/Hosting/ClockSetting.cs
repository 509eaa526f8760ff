namespace Evaluation.Functions.Hosting;

/// <summary>
/// The clock of the process: the machine's, or in Development one that starts at the instant of the setting
/// <c>Clock:Start</c>, and with <c>Clock:Stands</c> waits there to be moved.
/// </summary>
internal static class ClockSetting
{
    private const string Setting = "Clock:Start";
    private const string StandsSetting = "Clock:Stands";

    /// <exception cref="StartUpException">The setting cannot be read, or is not for this environment.</exception>
    public static TimeProvider Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var text = configuration[Setting];
        if (string.IsNullOrEmpty(text))
        {
            return TimeProvider.System;
        }

        if (!environment.IsDevelopment())
        {
            throw new StartUpException("The setting Clock__Start is for Development only: remove it.");
        }

        if (!Clock.TryReadInstant(text, out var start))
        {
            throw new StartUpException(
                $"The setting Clock__Start must be an instant such as 2026-01-15T08:00:00Z, not \"{text}\".");
        }

        return new Clock(start, runs: !string.Equals(configuration[StandsSetting], "true", StringComparison.OrdinalIgnoreCase));
    }
}
