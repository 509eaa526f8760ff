using System.Globalization;
using System.Net;

namespace Evaluation.StandIn;

/// <summary>What a stand-in is started with.</summary>
/// <param name="AppFolder">Where <c>host.json</c> and <c>worker.config.json</c> are: the built or published app.</param>
/// <param name="Environment">The whole environment of the worker; the stand-in reads its own settings from it too.</param>
public sealed record StandInSettings(string AppFolder, IReadOnlyDictionary<string, string> Environment)
{
    private const string PortSetting = "Port";

    /// <summary>On which loopback port the stand-in answers; 0 for any that is free.</summary>
    /// <exception cref="StandInException">It is not a port.</exception>
    public int ReadPort() => Environment.GetValueOrDefault(PortSetting) is not { Length: > 0 } text
        ? 0
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= IPEndPoint.MaxPort
            ? port
            : throw new StandInException($"The setting {PortSetting} must be a port number, not \"{text}\".");

    /// <summary>The environment as settings are read: two underscores are a colon.</summary>
    internal IConfiguration Configuration => new ConfigurationBuilder()
        .AddInMemoryCollection(Environment.Select(variable =>
            KeyValuePair.Create(variable.Key.Replace("__", ":", StringComparison.Ordinal), (string?)variable.Value)))
        .Build();
}
