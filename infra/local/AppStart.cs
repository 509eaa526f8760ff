using System.Collections;
using Evaluation.StandIn;

namespace Evaluation.Local;

/// <summary>How the built app is started: where it is, and an environment of its own.</summary>
internal static class AppStart
{
    private const string LocalPort = "Port";
    private const string BuiltAs =
#if DEBUG
        "debug";
#else
        "release";
#endif

    /// <summary>The start that some settings ask for; they win over the defaults of a local run.</summary>
    /// <param name="settings">Environment variables.</param>
    /// <param name="published">The folder of a published app to start in place of the built one; null for that.</param>
    public static StandInSettings Of(IReadOnlyDictionary<string, string> settings, string? published = null)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry inherited in Environment.GetEnvironmentVariables())
        {
            if (inherited is { Key: string name, Value: string value } && !BelongsToAnotherApp(name))
            {
                environment[name] = value;
            }
        }

        environment["DOTNET_ENVIRONMENT"] = "Development";
        environment["LocalRun"] = "true";
        foreach (var (name, value) in settings)
        {
            environment[name] = value;
        }

        return new StandInSettings(
            published ?? RepositoryRoot.PathOf(Path.Combine("artifacts", "bin", "Functions", BuiltAs)), environment);
    }

    private static bool BelongsToAnotherApp(string variable) =>
        variable.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("AzureWebJobsStorage", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("AZURE_FUNCTIONS_", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("FUNCTIONS_", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("LocalTriggers__", StringComparison.OrdinalIgnoreCase)
        || variable.Equals(LocalPort, StringComparison.OrdinalIgnoreCase);
}
