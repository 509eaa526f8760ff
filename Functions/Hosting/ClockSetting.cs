namespace Evaluation.Functions.Hosting;

/// <summary>
/// The clock of the process: the machine's, or in Development one that starts at the instant of the setting
/// <c>Clock:Start</c>.
/// </summary>
internal static class ClockSetting
{
    private const string Setting = "Clock:Start";

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

        return Clock.TryReadInstant(text, out var start)
            ? new Clock(start)
            : throw new StartUpException(
                $"The setting Clock__Start must be an instant such as 2026-01-15T08:00:00Z, not \"{text}\".");
    }
}
