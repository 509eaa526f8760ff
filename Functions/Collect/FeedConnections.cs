using System.Net;
using System.Net.Sockets;

namespace Evaluation.Functions.Collect;

/// <summary>
/// Opens connections to feeds, to public addresses only: a name on the allow-list that resolves to the inside of the
/// network is refused after resolution, when it can no longer change.
/// </summary>
internal static class FeedConnections
{
    /// <param name="allowsLoopback">Whether feeds of the same machine may be pulled: a developer’s.</param>
    /// <param name="resolve">Gives the addresses of a name; the system’s when null.</param>
    public static SocketsHttpHandler Handler(
        bool allowsLoopback, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null) => new()
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Brotli,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            // What is not read because it is too much is not drained either.
            MaxResponseDrainSize = 0,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            ConnectCallback = async (context, cancellationToken) =>
            {
                var addresses = await (resolve ?? Dns.GetHostAddressesAsync)(context.DnsEndPoint.Host, cancellationToken);
                var allowed = Array.FindAll(addresses, a => IsPublic(a) || (allowsLoopback && IPAddress.IsLoopback(a)));
                if (addresses.Length > 0 && allowed.Length == 0)
                {
                    throw new PrivateAddressException();
                }

                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                try
                {
                    await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellationToken);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            },
        };

    /// <summary>Whether an address is on the public internet: not loopback, private, link-local, shared or multicast.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            // Global unicast is 2000::/3; transition prefixes in it may hide a private address.
            var six = address.GetAddressBytes();
            return (six[0] & 0xE0) == 0x20 && !address.IsIPv6Teredo && !(six[0] == 0x20 && six[1] == 0x02);
        }

        var four = address.GetAddressBytes();
        return four switch
        {
            [0 or 10 or 127, ..] => false,
            [100, >= 64 and <= 127, ..] => false,
            [169, 254, ..] => false,
            [172, >= 16 and <= 31, ..] => false,
            [192, 168, ..] => false,
            [192, 0, 0 or 2, _] => false,
            [198, 18 or 19, ..] => false,
            [198, 51, 100, _] => false,
            [203, 0, 113, _] => false,
            [>= 224, ..] => false,
            _ => true,
        };
    }
}

/// <summary>A name leads to the inside of the network.</summary>
internal sealed class PrivateAddressException() : IOException("The feed does not have a public address.");
