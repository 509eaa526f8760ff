using System.Net;
using Evaluation.Functions.Hosting;
using Evaluation.Functions.Refusing;
using Microsoft.Extensions.Options;

namespace Evaluation.Functions.Collect;

/// <summary>
/// Which feeds may be pulled: https on the allow-list <c>Collect__AllowedHosts</c> (comma-separated), on port 443 unless
/// the list names another (<c>api.example.fr:8443</c>); http only on loopback and on a developer’s machine.
/// </summary>
internal sealed class FeedAddresses(IOptions<CollectOptions> options, LocalRun local)
{
    private readonly string[] _allowedHosts = options.Value.AllowedHosts
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private readonly bool _allowsLoopback = local.IsIt;

    /// <summary>Whether feeds of the same machine may be pulled.</summary>
    public bool AllowsLoopback => _allowsLoopback;

    /// <exception cref="RefusalException">422 when the address may not be pulled.</exception>
    public void Require(Uri address)
    {
        if (!IsAllowed(address))
        {
            throw EdgeRefusals.SourceNotAllowed.Refused();
        }
    }

    /// <summary>Whether an address may be pulled; where a name leads, <see cref="FeedConnections"/> checks.</summary>
    public bool IsAllowed(Uri address) =>
        address.UserInfo.Length == 0
        && ((address.Scheme == Uri.UriSchemeHttps && _allowedHosts.Contains(Listed(address), StringComparer.OrdinalIgnoreCase))
            || (_allowsLoopback && address.Scheme == Uri.UriSchemeHttp && IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip)));

    // An entry without a port is the host on the port of https.
    private static string Listed(Uri address) => address.IsDefaultPort ? address.Host : address.Authority;
}
