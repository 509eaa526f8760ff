using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Evaluation.Local;

/// <summary>How the built app is started: its program, its own environment, its port.</summary>
/// <param name="Process">Ready to be started.</param>
/// <param name="Port">On which the app listens.</param>
internal sealed record AppStart(ProcessStartInfo Process, int Port)
{
    private const string HostsPort = "FUNCTIONS_CUSTOMHANDLER_PORT";
    private const string LocalPort = "Port";
    private const string BuiltAs =
#if DEBUG
        "debug";
#else
        "release";
#endif

    /// <summary>Whether the settings say on which port the app listens.</summary>
    public static bool NamesAPort(IReadOnlyDictionary<string, string> settings) =>
        settings.ContainsKey(HostsPort) || settings.ContainsKey(LocalPort);

    /// <summary>The start that some settings ask for; they win over the defaults of a local run.</summary>
    /// <param name="settings">Environment variables.</param>
    /// <param name="published">A published program to start in place of the built one; null for that.</param>
    /// <exception cref="LocalRunException">The app is not built.</exception>
    public static AppStart Of(IReadOnlyDictionary<string, string> settings, string? published = null)
    {
        var program = published ?? Path.Combine(
            RepositoryRoot.PathOf(Path.Combine("artifacts", "bin", "Functions", BuiltAs)),
            OperatingSystem.IsWindows() ? "Evaluation.Functions.exe" : "Evaluation.Functions");
        if (!File.Exists(program))
        {
            throw new LocalRunException($"{program} is missing: run \"dotnet build\" first.");
        }

        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = Path.GetDirectoryName(program),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var inherited in start.Environment.Keys.Where(BelongsToAnotherApp).ToArray())
        {
            start.Environment.Remove(inherited);
        }

        // The program finds the runtime where this one runs from, also when that is not the machine's usual place.
        start.Environment.TryAdd(
            "DOTNET_ROOT", Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")));
        start.Environment["DOTNET_ENVIRONMENT"] = "Development";
        start.Environment["LocalTriggers__StopWhenInputEnds"] = "true";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var named = settings.GetValueOrDefault(HostsPort) ?? settings.GetValueOrDefault(LocalPort);
        if (!ushort.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            port = (ushort)FreePorts.Take(1)[0];
            start.Environment.TryAdd(LocalPort, port.ToString(CultureInfo.InvariantCulture));
        }

        return new AppStart(start, port);
    }

    private static bool BelongsToAnotherApp(string variable) =>
        variable.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("AzureWebJobsStorage", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("FUNCTIONS_", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("LocalTriggers__", StringComparison.OrdinalIgnoreCase)
        || variable.Equals(LocalPort, StringComparison.OrdinalIgnoreCase);
}
