using System.Net;

namespace Evaluation.Functions.Hosting;

/// <summary>Whether the app runs on a developer’s machine: Development, loopback, started by the stand-in.</summary>
internal sealed class DeveloperMachine(LocalRun local)
{
    public bool IsIt { get; } = local.IsIt;

    public static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
