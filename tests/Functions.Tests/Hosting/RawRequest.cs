using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Evaluation.Functions.Tests.Hosting;

/// <summary>Sends a request target byte for byte, where an HTTP client would tidy it first.</summary>
internal static class RawRequest
{
    public static async Task<int> PostAsync(Uri address, string target, string body, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, address.Port, cancellationToken);
        await using var stream = client.GetStream();
        var request = string.Create(
            CultureInfo.InvariantCulture,
            $"POST {target} HTTP/1.1\r\nHost: {address.Authority}\r\n{RunningApp.SecretHeader}: {RunningApp.Secret}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}");
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request), cancellationToken);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var status = await reader.ReadLineAsync(cancellationToken) ?? "";
        return int.Parse(status.Split(' ')[1], CultureInfo.InvariantCulture);
    }
}
