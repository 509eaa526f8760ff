using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Evaluation.Functions.Tests.Operate.Notices;

/// <summary>A mail server of a few lines: it speaks SMTP over TCP and keeps what it is sent.</summary>
internal sealed class LittleMailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly string _answerToRecipients;
    private readonly List<string> _messages = [];
    private readonly Task _serving;

    /// <param name="answerToRecipients">What it says to each recipient; empty: nothing, ever.</param>
    public LittleMailServer(string answerToRecipients = "250 Ok")
    {
        _answerToRecipients = answerToRecipients;
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Each message with the envelope above it.</summary>
    public IReadOnlyList<string> Messages
    {
        get
        {
            lock (_messages)
            {
                return [.. _messages];
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            var talking = TalkAsync(client.GetStream());
            await talking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var message = new StringBuilder();
        await SayAsync(stream, "220 essai");
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            var verb = line.Split(' ')[0].ToUpperInvariant();
            if (verb is "MAIL" or "RCPT")
            {
                message.AppendLine(line);
            }

            if (verb == "RCPT" && _answerToRecipients.Length == 0)
            {
                await Task.Delay(Timeout.Infinite, _stop.Token);
            }

            await SayAsync(stream, verb switch
            {
                "RCPT" => _answerToRecipients,
                "DATA" => "354 Go on",
                _ => "250 Ok",
            });
            if (verb == "DATA")
            {
                while (await reader.ReadLineAsync(_stop.Token) is { } text && text != ".")
                {
                    message.AppendLine(text);
                }

                lock (_messages)
                {
                    _messages.Add(message.ToString());
                }

                await SayAsync(stream, "250 Taken");
            }
        }
    }

    private Task SayAsync(NetworkStream stream, string words) =>
        stream.WriteAsync(Encoding.ASCII.GetBytes(words + "\r\n"), _stop.Token).AsTask();
}
