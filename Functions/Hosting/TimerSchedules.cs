using System.Text.Json;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;

namespace Evaluation.Functions.Hosting;

/// <summary>A function that a timer fires.</summary>
/// <param name="Function">Its name.</param>
/// <param name="Schedule">Six cron fields, UTC.</param>
internal sealed record TimerSchedule(string Function, string Schedule);

/// <summary>The timers of the app, as the functions declare them to the host.</summary>
internal sealed class TimerSchedules(IFunctionMetadataProvider functions)
{
    /// <summary>By name.</summary>
    public async Task<IReadOnlyList<TimerSchedule>> AllAsync() =>
    [
        .. (await functions.GetFunctionMetadataAsync(AppContext.BaseDirectory))
            .SelectMany(function => Bindings(function)
                .Where(binding => binding.GetProperty("type").GetString() == "timerTrigger")
                .Select(binding => new TimerSchedule(function.Name!, binding.GetProperty("schedule").GetString()!)))
            .OrderBy(timer => timer.Function, StringComparer.Ordinal),
    ];

    private static IEnumerable<JsonElement> Bindings(IFunctionMetadata function) =>
        (function.RawBindings ?? []).Select(binding => JsonElement.Parse(binding));
}
