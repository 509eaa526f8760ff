using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Evaluation.Local;

/// <summary>
/// The built app, running as a process of its own on a loopback port. It ends with this object, and with this process
/// however that ends.
/// </summary>
public sealed class FunctionsApp : IAsyncDisposable
{
    /// <summary>How the app ends when it starts on a port that is taken.</summary>
    public const int PortTaken = 2;

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(15);

    private readonly SocketsHttpHandler _loopback = new() { UseProxy = false };
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly Action<string>? _onLine;

    private FunctionsApp(ProcessStartInfo start, int port, Action<string>? onLine)
    {
        _onLine = onLine;
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"));
        Http = new HttpClient(_loopback, disposeHandler: false) { BaseAddress = Address };
        try
        {
            _process = Process.Start(start) ?? throw new LocalRunException("The app did not start.");
        }
        catch (Win32Exception e)
        {
            throw new LocalRunException($"{start.FileName} is missing: run \"dotnet build\" first.", e);
        }

        _process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(_errors, line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Where the app answers.</summary>
    public Uri Address { get; }

    /// <summary>A client for <see cref="Address"/>.</summary>
    public HttpClient Http { get; }

    /// <summary>The lines of standard output so far.</summary>
    public IReadOnlyCollection<string> Output => _output;

    /// <summary>The lines of standard error so far.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    /// <summary>How the process ended; null while it runs.</summary>
    public int? ExitCode => _process.HasExited ? _process.ExitCode : null;

    /// <summary>The memory it holds now, in bytes.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts the app and waits until it answers.</summary>
    /// <param name="settings">Its settings, as environment variables; they win over the defaults of a local run.</param>
    /// <param name="onLine">Is given every line the app writes; may be called from several threads.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <param name="published">A published program to start in place of the built one; null for that.</param>
    /// <exception cref="LocalRunException">The app is not built, stopped at once or did not answer.</exception>
    public static async Task<FunctionsApp> StartAsync(
        IReadOnlyDictionary<string, string> settings,
        Action<string>? onLine,
        CancellationToken cancellationToken,
        string? published = null)
    {
        while (true)
        {
            var app = Launch(settings, onLine, published);
            try
            {
                await app.WaitUntilReadyAsync(cancellationToken);
                return app;
            }
            catch (LocalRunException) when (app.ExitCode == PortTaken && !AppStart.NamesAPort(settings))
            {
                // Another program was faster on the free port; take the next one.
                await app.DisposeAsync();
            }
            catch
            {
                await app.DisposeAsync();
                throw;
            }
        }
    }

    /// <summary>Starts the app and does not wait: for starts that are meant to fail.</summary>
    /// <exception cref="LocalRunException">The app is not built.</exception>
    public static FunctionsApp Launch(
        IReadOnlyDictionary<string, string> settings, Action<string>? onLine, string? published = null)
    {
        var start = AppStart.Of(settings, published);
        return new FunctionsApp(start.Process, start.Port, onLine);
    }

    /// <summary>Waits until the process has ended, whatever made it end.</summary>
    public async Task<int> WaitForExitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>
    /// Ends the app's standard input, which it takes for a wish to stop (unless its settings say otherwise), and gives
    /// its exit code.
    /// </summary>
    /// <exception cref="LocalRunException">It goes on nevertheless.</exception>
    public async Task<int> StopAsync(CancellationToken cancellationToken)
    {
        _process.StandardInput.Close();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StopLimit);
        try
        {
            return await WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new LocalRunException($"The app did not stop within {StopLimit.TotalSeconds} s.", e);
        }
    }

    /// <summary>Ends the process at once, as the Functions host does.</summary>
    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _loopback.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    private async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        while (true)
        {
            if (_process.HasExited)
            {
                // Also waits for the last lines.
                var code = await WaitForExitAsync(cancellationToken);
                throw new LocalRunException(string.Create(
                    CultureInfo.InvariantCulture, $"The app stopped at once ({code}): {string.Join(' ', _errors.TakeLast(3))}"));
            }

            try
            {
                using var answer = await Http.GetAsync(Address, limit.Token);
                if (!_process.HasExited)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                await Task.Delay(25, cancellationToken);
            }
            catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
            {
                throw new LocalRunException($"The app did not answer within {StartLimit.TotalSeconds} s.", e);
            }
        }
    }

    private void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
            _onLine?.Invoke(line);
        }
    }
}
