using System.Collections.Concurrent;
using Evaluation.StandIn;

namespace Evaluation.Local;

/// <summary>
/// The built app behind a stand-in for the Functions host, on a loopback port. Its worker ends with this object, and with
/// this process however that ends.
/// </summary>
public sealed class FunctionsApp : IAsyncDisposable
{
    private readonly SocketsHttpHandler _loopback = new() { UseProxy = false };
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _errors = new();
    private FunctionsHost? _host;

    private FunctionsApp()
    {
    }

    /// <summary>Where the app answers.</summary>
    public Uri Address => Host.Address;

    /// <summary>A client for <see cref="Address"/>.</summary>
    public HttpClient Http { get; private set; } = null!;

    /// <summary>The stand-in: what a Functions host does to the app.</summary>
    public FunctionsHost Host => _host ?? throw new InvalidOperationException("The app has not started.");

    /// <summary>The lines below the level of an error so far.</summary>
    public IReadOnlyCollection<string> Output => _output;

    /// <summary>The lines of errors so far.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    /// <summary>How the app ended; null while it runs.</summary>
    public int? ExitCode => Host.Ended.IsCompletedSuccessfully ? Host.Ended.Result : null;

    /// <summary>Starts the app and waits until it can answer.</summary>
    /// <param name="settings">Its settings, as environment variables; they win over the defaults of a local run.</param>
    /// <param name="onLine">Is given every line the app writes; may be called from several threads.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <param name="published">The folder of a published app to start in place of the built one; null for that.</param>
    /// <exception cref="LocalRunException">
    /// The app is not built, stopped at once or did not start in time; the message ends with its last lines.
    /// </exception>
    public static async Task<FunctionsApp> StartAsync(
        IReadOnlyDictionary<string, string> settings,
        Action<string>? onLine,
        CancellationToken cancellationToken,
        string? published = null)
    {
        var app = new FunctionsApp();
        try
        {
            app._host = await FunctionsHost.StartAsync(
                AppStart.Of(settings, published), (level, line) => app.Keep(level, line, onLine), cancellationToken);
            app.Http = new HttpClient(app._loopback, disposeHandler: false) { BaseAddress = app.Address };
            return app;
        }
        catch (StandInException e)
        {
            app._loopback.Dispose();
            throw new LocalRunException(string.Join(' ', [e.Message, .. app._errors.TakeLast(3)]), e);
        }
    }

    /// <summary>Waits until the app has ended by itself, which it does when it does not start again after a crash.</summary>
    public Task<int> WaitForExitAsync(CancellationToken cancellationToken) => Host.Ended.WaitAsync(cancellationToken);

    /// <summary>Ends the app well and gives its exit code.</summary>
    public Task<int> StopAsync(CancellationToken cancellationToken) => Host.StopAsync().WaitAsync(cancellationToken);

    /// <summary>Ends the app at once.</summary>
    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _loopback.Dispose();
        await Host.DisposeAsync();
    }

    private void Keep(LogLevel level, string line, Action<string>? onLine)
    {
        (level >= LogLevel.Error ? _errors : _output).Enqueue(line);
        onLine?.Invoke(line);
    }
}
