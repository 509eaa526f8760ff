using System.Diagnostics;
using System.Globalization;

namespace Evaluation.Functions.Tests.Soak;

/// <summary>Plays a plan against the built app on an emulator, then asks whether all that is left agrees.</summary>
internal static class SoakRun
{
    private const int MostReconciliations = 100;

    private static readonly TimeSpan SlowestAnswer = TimeSpan.FromMinutes(2);

    /// <param name="plan">What happens.</param>
    /// <param name="storage">Connection string of an emulator that nothing else uses.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public static async Task<SoakResult> PlayAsync(SoakPlan plan, string storage, CancellationToken cancellationToken)
    {
        using var connections = new SocketsHttpHandler { UseProxy = false };
        await using var faulty = await FaultyStorage.StartAsync(storage, plan.Seed, plan.FaultsPerThousand, cancellationToken);
        await DeclareAsync(storage, connections, cancellationToken);
        await using var app = new KilledApp(faulty.ConnectionString);
        await app.StartAsync(cancellationToken);
        using var http = ClientOf(app, connections);
        var clients = Enumerable.Range(1, plan.Clients)
            .Select(n => new SoakClient(http, (plan.Seed * 1000) + n, string.Create(CultureInfo.InvariantCulture, $"client{n}")))
            .ToList();
        var began = Stopwatch.GetTimestamp();
        var pushing = Task.WhenAll(clients.Select(client => client.RunAsync(
            plan.MostPushes, () => Stopwatch.GetElapsedTime(began) < plan.Length, cancellationToken)));
        await KillAsync(plan, app, pushing, cancellationToken);
        await pushing;
        var workingSet = app.WorkingSet;
        var kills = app.Kills;
        await app.RestartAsync(cancellationToken);
        await ReconcileAsync(app, cancellationToken);
        await app.DisposeAsync();

        // Sound storage from here on: what is looked at is what is left.
        await using var sound = new KilledApp(storage);
        await sound.StartAsync(cancellationToken);
        using var reader = ClientOf(sound, connections);
        var pushes = clients.SelectMany(client => client.Pushes).ToList();
        var agreement = new Agreement(storage, reader, pushes);
        await agreement.CheckAsync(cancellationToken);
        return new SoakResult(
            pushes.Count,
            pushes.Count(push => push.Answers.Count > 0),
            pushes.Sum(push => push.Lost),
            kills,
            faulty.Met,
            agreement.Submissions,
            agreement.Revisions,
            workingSet,
            [.. clients.SelectMany(client => client.Strange), .. agreement.Disagreements]);
    }

    private static async Task DeclareAsync(string storage, SocketsHttpHandler connections, CancellationToken cancellationToken)
    {
        await using var app = new KilledApp(storage);
        await app.StartAsync(cancellationToken);
        using var http = ClientOf(app, connections);
        await SoakService.DeclareAsync(http, cancellationToken);
    }

    private static async Task KillAsync(
        SoakPlan plan, KilledApp app, Task pushing, CancellationToken cancellationToken)
    {
        var draws = new Draws(plan.Seed + 1);
        while (plan.LongestLife is { } longest && !pushing.IsCompleted)
        {
            var life = TimeSpan.FromMilliseconds(draws.Below((int)longest.TotalMilliseconds));
            await Task.WhenAny(pushing, Task.Delay(life, cancellationToken));
            await app.RestartAsync(cancellationToken);

            // As the host does while senders go on; a failure waits for the next time.
            await app.ReconcileAsync(cancellationToken);
        }
    }

    private static async Task ReconcileAsync(KilledApp app, CancellationToken cancellationToken)
    {
        for (var time = 1; !await app.ReconcileAsync(cancellationToken); time++)
        {
            if (time == MostReconciliations)
            {
                throw new InvalidOperationException("What was left is never finished.");
            }
        }
    }

    private static HttpClient ClientOf(KilledApp app, SocketsHttpHandler connections) =>
        new(connections, disposeHandler: false) { BaseAddress = app.Address, Timeout = SlowestAnswer };
}
