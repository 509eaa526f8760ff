using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Evaluation.Functions.Tests.Hostile;

/// <summary>Sends a request byte for byte, where an HTTP client would tidy or refuse it, and reads the answer.</summary>
internal static class RawExchange
{
    public static async Task<HostileAnswer> SendAsync(
        Uri address,
        string method,
        string target,
        IEnumerable<(string Name, string Value)> headers,
        string body,
        CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, address.Port, cancellationToken);
        await using var stream = client.GetStream();
        var lines = string.Concat(headers.Select(header => $"{header.Name}: {header.Value}\r\n"));
        var request = string.Create(
            CultureInfo.InvariantCulture,
            $"{method} {target} HTTP/1.1\r\nHost: {address.Authority}\r\n{lines}Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}");
        using var received = new MemoryStream();
        try
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(request), cancellationToken);
            await stream.CopyToAsync(received, cancellationToken);
        }
        catch (IOException) when (received.Length > 0)
        {
            // Refused before it was read whole: the answer came, then the connection broke.
        }

        return Read(received.ToArray());
    }

    private static HostileAnswer Read(byte[] received)
    {
        var text = Encoding.Latin1.GetString(received);
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
        {
            throw new InvalidDataException($"No answer: {text}");
        }

        var head = text[..end];
        var isChunked = head.Contains("\r\nTransfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase);
        var body = text[(end + 4)..];
        return new HostileAnswer(
            int.Parse(head.Split(' ')[1], CultureInfo.InvariantCulture),
            HeaderOf(head, "Content-Type").Split(';')[0],
            Encoding.Latin1.GetBytes(isChunked ? Joined(body) : body));
    }

    private static string HeaderOf(string head, string name) => head.Split("\r\n")
        .FirstOrDefault(line => line.StartsWith($"{name}: ", StringComparison.OrdinalIgnoreCase))?[(name.Length + 2)..] ?? "";

    private static string Joined(string chunks)
    {
        var joined = new StringBuilder();
        for (var at = 0; at < chunks.Length;)
        {
            var line = chunks.IndexOf("\r\n", at, StringComparison.Ordinal);
            var length = int.Parse(chunks.AsSpan(at, line - at), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            joined.Append(chunks, line + 2, length);
            at = line + 2 + length + 2;
            if (length == 0)
            {
                break;
            }
        }

        return joined.ToString();
    }
}
