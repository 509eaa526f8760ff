using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Evaluation.Functions.Tests.Hosting;

/// <summary>
/// A request whose body is sent piece by piece and whose answer is read before it has ended: an HTTP client reads no answer
/// before.
/// </summary>
internal sealed class RawUpload : IAsyncDisposable
{
    private readonly TcpClient _client = new();
    private Stream _stream = Stream.Null;

    public static async Task<RawUpload> StartAsync(Uri address, string target, CancellationToken cancellationToken)
    {
        var upload = new RawUpload();
        await upload._client.ConnectAsync(IPAddress.Loopback, address.Port, cancellationToken);
        upload._stream = upload._client.GetStream();
        await upload._stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"POST {target} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"),
            cancellationToken);
        return upload;
    }

    /// <summary>Sends a piece of the body.</summary>
    /// <exception cref="IOException">The other side has closed.</exception>
    public async Task SendAsync(ReadOnlyMemory<byte> piece, CancellationToken cancellationToken)
    {
        await _stream.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{piece.Length:x}\r\n")), cancellationToken);
        await _stream.WriteAsync(piece, cancellationToken);
        await _stream.WriteAsync("\r\n"u8.ToArray(), cancellationToken);
    }

    /// <summary>Says that the body has ended.</summary>
    public async Task EndAsync(CancellationToken cancellationToken) => await _stream.WriteAsync("0\r\n\r\n"u8.ToArray(), cancellationToken);

    /// <summary>The status line of the answer.</summary>
    public async Task<string> StatusAsync(CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(_stream, Encoding.ASCII, leaveOpen: true);
        return await reader.ReadLineAsync(cancellationToken) ?? "";
    }

    /// <summary>Goes away, whatever was still to be sent.</summary>
    public async ValueTask DisposeAsync()
    {
        _client.LingerState = new LingerOption(enable: true, seconds: 0);
        await _stream.DisposeAsync();
        _client.Dispose();
    }
}
