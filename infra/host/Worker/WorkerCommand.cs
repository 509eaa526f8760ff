using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Evaluation.StandIn.Worker;

/// <summary>How the worker is started: as the Functions host does, from what the build laid out.</summary>
internal static class WorkerCommand
{
    /// <summary>The process, ready to be started.</summary>
    /// <param name="settings">Where the app is, and its environment.</param>
    /// <param name="rpc">Where the stand-in speaks the protocol.</param>
    /// <param name="workerId">By which the worker names itself.</param>
    /// <exception cref="StandInException">The app is not built, or not for the worker.</exception>
    public static ProcessStartInfo Of(StandInSettings settings, Uri rpc, string workerId)
    {
        var description = Description(settings.AppFolder);
        var start = new ProcessStartInfo
        {
            WorkingDirectory = settings.AppFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var program = Text(description, "defaultExecutablePath").Replace("{WorkerRoot}", settings.AppFolder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        start.FileName = program == "dotnet" ? DotNet() : program;
        start.ArgumentList.Add(Path.Combine(settings.AppFolder, Text(description, "defaultWorkerPath")));
        string[] arguments =
        [
            "--host", rpc.Host, "--port", rpc.Port.ToString(CultureInfo.InvariantCulture), "--workerId", workerId, "--requestId", workerId,
            "--grpcMaxMessageLength", "2147483647", "--functions-uri", rpc.AbsoluteUri, "--functions-worker-id", workerId,
            "--functions-request-id", workerId, "--functions-grpc-max-message-length", "2147483647",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment.Clear();
        foreach (var (name, value) in settings.Environment)
        {
            start.Environment[name] = value;
        }

        start.Environment["FUNCTIONS_WORKER_DIRECTORY"] = settings.AppFolder;
        start.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = settings.AppFolder;
        start.Environment["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated";
        return start;
    }

    private static JsonElement Description(string folder)
    {
        var file = Path.Combine(folder, "worker.config.json");
        return File.Exists(file)
            ? JsonElement.Parse(File.ReadAllBytes(file)).GetProperty("description")
            : throw new StandInException($"{file} is missing: run \"dotnet build\" first.");
    }

    private static string Text(JsonElement description, string name) =>
        description.TryGetProperty(name, out var value) && value.GetString() is { Length: > 0 } text
            ? text
            : throw new StandInException($"worker.config.json says no {name}.");

    // The one that runs this program, also when that is not the machine's usual one.
    private static string DotNet()
    {
        var runtime = System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory();
        var program = Path.GetFullPath(Path.Combine(runtime, "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        return File.Exists(program) ? program : "dotnet";
    }
}
