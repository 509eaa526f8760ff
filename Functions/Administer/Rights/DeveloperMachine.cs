using System.Net;
using Evaluation.Functions.Hosting;

namespace Evaluation.Functions.Administer.Rights;

/// <summary>Whether the app runs on a developer’s machine: Development, loopback, no Functions host.</summary>
internal sealed class DeveloperMachine(IHostEnvironment environment, ListeningPoint listening)
{
    public bool IsIt { get; } = environment.IsDevelopment() && !listening.Hosted;

    public static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
