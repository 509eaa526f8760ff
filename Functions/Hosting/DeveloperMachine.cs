using System.Net;

namespace Evaluation.Functions.Hosting;

/// <summary>Whether the app runs on a developer’s machine: Development, loopback, started by the stand-in.</summary>
internal sealed class DeveloperMachine(LocalRun local)
{
    public bool IsIt { get; } = local.IsIt;

    /// <summary>Whether an address may be spoken to: https, or http to the same machine where that is a developer’s.</summary>
    public bool Allows(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && IsIt && address.IsLoopback);

    public static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
