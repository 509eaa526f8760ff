using System.Diagnostics;
using System.Globalization;
using Evaluation.Local;

namespace Evaluation.Functions.Tests.Soak;

/// <summary>
/// The built app on one address, killed and started again. Each process finds its clock moved on by more than a request
/// lasts, so that what the one before left half done is finished when the timer fires.
/// </summary>
internal sealed class KilledApp(string storage) : IAsyncDisposable
{
    private const int MostStarts = 20;

    private static readonly TimeSpan Jump = TimeSpan.FromMinutes(15);

    private readonly int _port = FreePorts.Take(1)[0];
    private FunctionsApp? _app;
    private DateTimeOffset _started = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
    private long _since = Stopwatch.GetTimestamp();

    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}/"));

    /// <summary>How often it was killed.</summary>
    public int Kills { get; private set; }

    /// <summary>The memory of the process that runs now, in bytes.</summary>
    public long WorkingSet => _app!.Host.WorkingSet;

    /// <summary>Starts it; storage that is out of order makes a start fail, and the host then starts it again.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        for (var start = 1; ; start++)
        {
            try
            {
                _since = Stopwatch.GetTimestamp();
                _app = await FunctionsApp.StartAsync(Settings(), onLine: null, cancellationToken);
                return;
            }
            catch (LocalRunException) when (start < MostStarts)
            {
                _started += Jump;
            }
        }
    }

    /// <summary>SIGKILL, then another process, later.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        Kills++;
        await DisposeAsync();
        _started += Stopwatch.GetElapsedTime(_since) + Jump;
        await StartAsync(cancellationToken);
    }

    /// <summary>Fires the timer that finishes what was left; false when it failed, and is to be fired again.</summary>
    public async Task<bool> ReconcileAsync(CancellationToken cancellationToken) =>
        (await _app!.Host.RunTimerAsync("ReconcileOnSchedule", cancellationToken)).Succeeded;

    /// <summary>Kills it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
            _app = null;
        }
    }

    private Dictionary<string, string> Settings() => new()
    {
        ["AzureWebJobsStorage"] = storage,
        ["LocalTriggers__Enabled"] = "false",
        ["Port"] = _port.ToString(CultureInfo.InvariantCulture),
        ["Clock__Start"] = _started.ToString("O", CultureInfo.InvariantCulture),
        ["Logging__LogLevel__Default"] = "Warning",
    };
}
