using System.Globalization;
using Evaluation.Core.French;
using Evaluation.Local.Demonstration;

namespace Evaluation.Local;

/// <summary>One local run from start to stop: emulator, app, demonstration, review, export, portal.</summary>
internal sealed class LocalSession(LocalOptions options, TextWriter output)
{
    private static readonly TimeSpan SignalLimit = TimeSpan.FromSeconds(1);

    private readonly Lock _oneLineAtATime = new();

    public async Task RunAsync(CancellationToken stop)
    {
        await Prerequisites.RequireNodeAsync(stop);
        Prerequisites.RequireFree(options.Port);
        var export = options.Export is { } path ? ReportExport.Into(Path.GetFullPath(path)) : null;
        using var folder = LocalFolder.Open(Path.GetFullPath(options.Data ?? RepositoryRoot.PathOf(".local")), options.Reset);
        if (folder.WasErased)
        {
            Say($"Données précédentes effacées : {folder.Path}");
        }

        await using var storage = await Azurite.StartAsync(folder.Storage, stop);
        Say($"Stockage local démarré, données dans {folder.Path}");
        using var log = AppLog.In(folder);
        if (options.Empty)
        {
            await using var app = await StartAppAsync(storage, clock: null, log, stop);
            Say("Application démarrée");
            await ServeAsync(app, stop);
            await StopAsync(app);
        }
        else
        {
            using var clock = SimulatedClock.In(folder);
            await DemonstrateAsync(storage, clock, log, export, stop);
        }
    }

    private static async Task StopAsync(FunctionsApp app)
    {
        if (app.ExitCode is null)
        {
            await app.StopAsync(CancellationToken.None);
        }
    }

    private async Task<FunctionsApp> StartAppAsync(Azurite storage, SimulatedClock? clock, AppLog log, CancellationToken stop)
    {
        try
        {
            return await FunctionsApp.StartAsync(Settings(storage, clock), log.Write, stop);
        }
        catch (LocalRunException e)
        {
            throw new LocalRunException($"L’application ne démarre pas, voyez {log.Path}. {e.Message}", e);
        }
    }

    private async Task DemonstrateAsync(
        Azurite storage, SimulatedClock clock, AppLog log, ReportExport? export, CancellationToken stop)
    {
        var feeds = FeedServer.ChooseAddress(options.Port);
        var services = DemonstrationSet.Create(feeds).Services;

        // Before the app: on a folder that was used before, its timers catch up at once and pull.
        await using var server = await FeedServer.StartAsync(feeds, services.Where(s => s.IsPulled), clock, stop);
        await using var app = await StartAppAsync(storage, clock, log, stop);
        Say($"Application démarrée, date simulée : {FrenchDate.InWords(DateOnly.FromDateTime(clock.Position.UtcDateTime))}");
        var run = new DemonstrationRun(new PublicApi(app.Http), app.Host, services, clock, Say);
        var results = await run.RunAsync(stop);
        if (export is not null)
        {
            var files = await run.ExportAsync(export, results, stop);
            Say($"Rapports copiés dans {Path.GetFullPath(options.Export!)} : {FrenchText.Count(files, "fichier", "fichiers")}");
        }

        await output.WriteLineAsync();
        await output.WriteLineAsync(SummaryTable.Of(results));
        await ServeAsync(app, stop);
        await StopAsync(app);
    }

    private async Task ServeAsync(FunctionsApp app, CancellationToken stop)
    {
        if (options.Once)
        {
            return;
        }

        Say($"Portail : {app.Address}portal");
        Say("Ctrl-C pour arrêter.");
        try
        {
            var code = await app.WaitForExitAsync(stop);

            // Ctrl-C in a terminal reaches the app too, which may be the first to have stopped.
            await Task.Delay(SignalLimit, stop);
            throw new LocalRunFailedException(string.Create(
                CultureInfo.InvariantCulture,
                $"l’application s’est arrêtée d’elle-même (code {code}). {string.Join(' ', app.Errors.TakeLast(3))}"));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Say("Arrêt.");
        }
    }

    private Dictionary<string, string> Settings(Azurite storage, SimulatedClock? clock)
    {
        var settings = new Dictionary<string, string>
        {
            ["AzureWebJobsStorage"] = storage.ConnectionString,
            ["Port"] = options.Port.ToString(CultureInfo.InvariantCulture),
            ["LocalTriggers__Enabled"] = "true",

            // The load pulls two years of feeds one after the other, and waits for each.
            ["LocalTriggers__MaxPollingInterval"] = "00:00:00.3",
        };
        if (clock is not null)
        {
            settings["Clock__Start"] = clock.Position.ToString("O", CultureInfo.InvariantCulture);
        }

        return settings;
    }

    private void Say(string line)
    {
        lock (_oneLineAtATime)
        {
            output.WriteLine(Typography.Fix(line));
        }
    }
}
