using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Evaluation.Local;

/// <summary>
/// A running storage emulator (blobs, queues, tables) on free loopback ports. It ends with this object, and with
/// this process however that ends.
/// </summary>
public sealed class Azurite : IAsyncDisposable
{
    private const string Account = "devstoreaccount1";
    private const string WellKnownKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    // As Node.js names it.
    private const string PortTaken = "EADDRINUSE";
    private const int MostTries = 5;

    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(12);

    private readonly Process _process;

    private Azurite(Process process, int[] ports)
    {
        _process = process;
        ConnectionString = string.Create(
            CultureInfo.InvariantCulture,
            $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={WellKnownKey};BlobEndpoint=http://127.0.0.1:{ports[0]}/{Account};QueueEndpoint=http://127.0.0.1:{ports[1]}/{Account};TableEndpoint=http://127.0.0.1:{ports[2]}/{Account};");
    }

    /// <summary>What storage clients are given to reach this emulator.</summary>
    public string ConnectionString { get; }

    /// <summary>Starts the pinned emulator, installing it first where it is not there yet.</summary>
    /// <param name="dataFolder">Where it keeps its data; in memory when null.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <exception cref="LocalRunException">Node.js or npm is missing, or the emulator did not start.</exception>
    public static async Task<Azurite> StartAsync(string? dataFolder, CancellationToken cancellationToken)
    {
        var folder = RepositoryRoot.PathOf("infra/local");
        await NodePackages.EnsureInstalledAsync(folder, cancellationToken);
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await StartOnAsync(FreePorts.Take(3), folder, dataFolder, cancellationToken);
            }
            catch (LocalRunException e) when (tries < MostTries && e.Message.Contains(PortTaken, StringComparison.Ordinal))
            {
                // Free when it was asked for; somebody else took it before the emulator did.
            }
        }
    }

    private static async Task<Azurite> StartOnAsync(int[] ports, string folder, string? dataFolder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("node")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(folder, "start-azurite.cjs"));
        foreach (var (option, port) in new[] { "--blobPort", "--queuePort", "--tablePort" }.Zip(ports))
        {
            start.ArgumentList.Add(option);
            start.ArgumentList.Add(port.ToString(CultureInfo.InvariantCulture));
        }

        foreach (var option in new[] { "--silent", "--skipApiVersionCheck", "--disableTelemetry" })
        {
            start.ArgumentList.Add(option);
        }

        if (dataFolder is null)
        {
            start.ArgumentList.Add("--inMemoryPersistence");
        }
        else
        {
            start.ArgumentList.Add("--location");
            start.ArgumentList.Add(dataFolder);
        }

        var azurite = new Azurite(StartNode(start), ports);
        try
        {
            await azurite.WaitUntilReadyAsync(ports, cancellationToken);
            return azurite;
        }
        catch
        {
            await azurite.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await StopAsync();
        }

        _process.Dispose();
    }

    // Closing its input asks it to save what it holds and end; one that hangs is ended all the same.
    private async Task StopAsync()
    {
        _process.StandardInput.Close();
        using var limit = new CancellationTokenSource(StopLimit);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static Process StartNode(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new LocalRunException("The storage emulator did not start.");
        }
        catch (Win32Exception e)
        {
            throw new LocalRunException("Node.js was not found: install Node.js 20 or later and try again.", e);
        }
    }

    private async Task WaitUntilReadyAsync(int[] ports, CancellationToken cancellationToken)
    {
        var errors = _process.StandardError.ReadToEndAsync(cancellationToken);
        _ = _process.StandardOutput.ReadToEndAsync(cancellationToken);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        foreach (var port in ports)
        {
            while (!await FreePorts.AnswersAsync(port, cancellationToken))
            {
                if (_process.HasExited)
                {
                    throw new LocalRunException($"The storage emulator stopped at once: {(await errors).Trim()}");
                }

                if (limit.IsCancellationRequested)
                {
                    throw new LocalRunException($"The storage emulator did not answer within {StartLimit.TotalSeconds} s.");
                }

                await Task.Delay(50, cancellationToken);
            }
        }
    }
}
