using Evaluation.Functions.Hosting;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Operate;

/// <summary>Timers whose last success is kept, so that <c>GET /health/jobs</c> tells one that stands still.</summary>
internal static class WatchedTimers
{
    /// <summary><see cref="FunctionMapping.MapTimer"/>, which notes when the work was done.</summary>
    public static void MapWatchedTimer(
        this WebApplication app, string name, Func<IServiceProvider, CancellationToken, Task<string>> handle) =>
        app.MapTimer(name, async (_, services, cancellationToken) =>
        {
            var outcome = await handle(services, cancellationToken);
            await services.GetRequiredService<TimerSuccesses>().NoteAsync(name, outcome, cancellationToken);
            return outcome;
        });
}
