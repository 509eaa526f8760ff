using System.Globalization;
using Evaluation.Functions.Hosting;
using Evaluation.StandIn.Front;
using Evaluation.StandIn.Worker;

namespace Evaluation.StandIn;

/// <summary>
/// The simulated clock of a local run: the worker's own and the timers' are moved together, and a worker that is started
/// again finds it where it was.
/// </summary>
internal sealed class SimulatedTime
{
    private const string Setting = "Clock:Start";
    private const string StartVariable = "Clock__Start";
    private const string StandsVariable = "Clock__Stands";

    private readonly WorkerHttp _http;

    private SimulatedTime(DateTimeOffset start, WorkerHttp http)
    {
        Clock = new Clock(start);
        _http = http;
    }

    /// <summary>The timers' clock.</summary>
    public Clock Clock { get; }

    /// <summary>Null when the setting is missing, or not one that the worker will accept.</summary>
    public static SimulatedTime? From(IConfiguration configuration, WorkerHttp http) =>
        Clock.TryReadInstant(configuration[Setting], out var start) ? new SimulatedTime(start, http) : null;

    /// <summary>The settings of a worker that starts now.</summary>
    public StandInSettings Restarted(StandInSettings settings) => settings with
    {
        Environment = new Dictionary<string, string>(settings.Environment)
        {
            [StartVariable] = Clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
            [StandsVariable] = Clock.StandsStill ? "true" : "false",
        },
    };

    /// <exception cref="StandInException">The clock would go back.</exception>
    public async Task MoveAsync(RunningWorker worker, DateTimeOffset instant, bool runs, CancellationToken cancellationToken)
    {
        // The worker first: it is never behind what its timers take for now.
        await MoveWorkerAsync(worker, instant, runs, cancellationToken);
        Clock.TryMoveTo(instant, runs);
    }

    private async Task MoveWorkerAsync(RunningWorker worker, DateTimeOffset instant, bool runs, CancellationToken cancellationToken)
    {
        var api = worker.Functions.First(function => function.Trigger is HttpTrigger { Route: ['a', 'p', 'i', '/', ..] });
        var at = Uri.EscapeDataString(instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture));
        using var answer = await _http.SendAsync(
            worker, api, HttpMethod.Put, $"api/clock?at={at}&runs={(runs ? "true" : "false")}", cancellationToken);
        if (!answer.IsSuccessStatusCode)
        {
            throw new StandInException(await answer.Content.ReadAsStringAsync(cancellationToken));
        }
    }
}
