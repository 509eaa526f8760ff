using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Evaluation.Local;

namespace Evaluation.Benchmarks;

/// <summary>
/// From the start of the process to its first answer: the app beside an empty one, both published self-contained and
/// compiled ahead. The app answers as it does under the Functions host, without storage being there.
/// </summary>
internal static class StartTiming
{
    private const int Rounds = 15;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        var peer = await Published.ProgramAsync("tests/Benchmarks/EmptyPeer/EmptyPeer.csproj", "EmptyPeer", cancellationToken);
        var app = await Published.AppAsync(cancellationToken);
        var (peerElapsed, peerCpu) = (new Timing("empty app, elapsed"), new Timing("empty app, CPU"));
        var (appElapsed, appCpu) = (new Timing("app, elapsed"), new Timing("app, CPU"));
        for (var round = 0; round < Rounds; round++)
        {
            await StartAsync(peer, peerElapsed, peerCpu, cancellationToken);
            await StartAsync(app, appElapsed, appCpu, cancellationToken);
        }

        peerElapsed.Print(peerElapsed);
        appElapsed.Print(peerElapsed);
        peerCpu.Print(peerCpu);
        appCpu.Print(peerCpu);
    }

    private static async Task StartAsync(string program, Timing elapsed, Timing cpu, CancellationToken cancellationToken)
    {
        var port = FreePorts.Take(1)[0];
        var number = port.ToString(CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = Path.GetDirectoryName(program),
            RedirectStandardOutput = true,
            Environment =
            {
                ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{number}",
                ["FUNCTIONS_CUSTOMHANDLER_PORT"] = number,
                ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true",
            },
        };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        await FirstAnswerAsync(port, cancellationToken);
        elapsed.Add(watch.Elapsed.TotalMilliseconds);
        process.Refresh();
        cpu.Add(process.TotalProcessorTime.TotalMilliseconds);
        process.Kill();
        await process.WaitForExitAsync(cancellationToken);
    }

    // Over a bare socket: the client must weigh as little as it can beside what is measured.
    private static async Task FirstAnswerAsync(int port, CancellationToken cancellationToken)
    {
        var request = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"u8.ToArray();
        var answer = new byte[12];
        while (true)
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            }
            catch (SocketException)
            {
                await Task.Delay(Pause, cancellationToken);
                continue;
            }

            await using var stream = new NetworkStream(socket);
            await stream.WriteAsync(request, cancellationToken);
            await stream.ReadExactlyAsync(answer, cancellationToken);
            if (!answer.AsSpan().SequenceEqual("HTTP/1.1 200"u8))
            {
                throw new InvalidOperationException("The first answer was not 200.");
            }

            return;
        }
    }
}
