using System.Diagnostics;
using Evaluation.Local;

namespace Evaluation.Benchmarks;

/// <summary>
/// From the start of the worker’s process to its first answer, through a stand-in for the host that is warm: the app beside
/// an empty worker with the same packages, both published the same way. The answer needs no storage.
/// </summary>
internal static class StartTiming
{
    private const int Rounds = 15;
    private const int WarmUps = 2;

    // As in Azure: the app makes nothing of storage before it answers.
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["DOTNET_ENVIRONMENT"] = "Production",
        ["LocalTriggers__Enabled"] = "false",
        ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true",
    };

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        var peer = await Published.ProgramAsync("tests/Benchmarks/EmptyPeer/EmptyPeer.csproj", "EmptyPeer", cancellationToken);
        var app = await Published.AppAsync(cancellationToken);
        for (var start = 0; start < WarmUps; start++)
        {
            await StartAsync(peer, new Timing("warm-up"), new Timing("warm-up"), cancellationToken);
        }

        var (peerElapsed, peerCpu) = (new Timing("empty worker, elapsed"), new Timing("empty worker, CPU"));
        var (appElapsed, appCpu) = (new Timing("app, elapsed"), new Timing("app, CPU"));
        for (var round = 0; round < Rounds; round++)
        {
            await StartAsync(peer, peerElapsed, peerCpu, cancellationToken);
            await StartAsync(app, appElapsed, appCpu, cancellationToken);
        }

        peerElapsed.Print(peerElapsed);
        appElapsed.Print(peerElapsed);
        peerCpu.Print(peerCpu);
        appCpu.Print(peerCpu);
    }

    private static async Task StartAsync(string published, Timing elapsed, Timing cpu, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        await using var app = await FunctionsApp.StartAsync(Settings, onLine: null, cancellationToken, published);
        using var answer = await app.Http.GetAsync("api/health/live", cancellationToken);
        elapsed.Add(watch.Elapsed.TotalMilliseconds);
        cpu.Add(app.Host.ProcessorTime.TotalMilliseconds);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException("The first answer was not 200.");
        }
    }
}
