using System.Collections;
using System.Runtime.InteropServices;

namespace Evaluation.StandIn;

/// <summary>
/// The built app on the storage account that <c>AzureWebJobsStorage</c> names, until Ctrl-C or a request to end. The app's
/// folder is the one argument; the settings are the environment.
/// </summary>
internal static class StandInCommand
{
    private const int Misused = 2;

    private static async Task<int> Main(string[] args)
    {
        if (args is not [var folder])
        {
            await Console.Error.WriteLineAsync("Say where the built app is, such as artifacts/bin/Functions/debug.");
            return Misused;
        }

        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value ?? "", StringComparer.Ordinal);
        environment.TryAdd("DOTNET_ENVIRONMENT", "Development");
        environment["LocalRun"] = "true";

        var stop = new TaskCompletionSource();
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.TrySetResult();
        }

        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            await using var host = await FunctionsHost.StartAsync(
                new StandInSettings(Path.GetFullPath(folder), environment),
                static (level, line) => (level >= LogLevel.Error ? Console.Error : Console.Out).WriteLine(line),
                CancellationToken.None);
            await Console.Out.WriteLineAsync($"The functions answer at {host.Address}, worker {host.WorkerProcessId}");
            await Task.WhenAny(stop.Task, host.Ended);
            return stop.Task.IsCompleted ? await host.StopAsync() : await host.Ended;
        }
        catch (StandInException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return e.ExitCode ?? 1;
        }
    }
}
