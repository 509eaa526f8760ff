using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Evaluation.Local;

namespace Evaluation.Functions.Tests.Soak;

/// <summary>
/// The built app on one address, killed and started again. Each process finds its clock moved on by more than a request
/// lasts, so that what the one before left half done is finished when the timer fires.
/// </summary>
internal sealed class KilledApp(string storage) : IAsyncDisposable
{
    private const string Secret = "the-tests-play-the-functions-host";
    private const int MostStarts = 20;

    private static readonly TimeSpan Jump = TimeSpan.FromMinutes(15);

    private readonly int _port = FreePorts.Take(1)[0];
    private readonly string _tick = File.ReadAllText(
        RepositoryRoot.PathOf("tests/Functions.Tests/Hosting/payloads/timer-regular.json"));
    private FunctionsApp? _app;
    private DateTimeOffset _started = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
    private long _since = Stopwatch.GetTimestamp();

    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}/"));

    /// <summary>How often it was killed.</summary>
    public int Kills { get; private set; }

    /// <summary>The memory of the process that runs now, in bytes.</summary>
    public long WorkingSet => _app!.WorkingSet;

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
    public async Task<bool> ReconcileAsync(HttpClient http, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "ReconcileOnSchedule");
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(_tick));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Add("X-Azure-Functions-HostVersion", "4.1037.0.0");
        request.Headers.Add("X-Azure-Functions-InvocationId", "5b6c1b1e-0c0c-4a53-9f4e-0c3c2f0b7a11");
        request.Headers.Add("X-Local-Trigger-Secret", Secret);
        try
        {
            using var answer = await http.SendAsync(request, cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

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
        ["LocalTriggers__Secret"] = Secret,
        ["Port"] = _port.ToString(CultureInfo.InvariantCulture),
        ["Clock__Start"] = _started.ToString("O", CultureInfo.InvariantCulture),
        ["Logging__LogLevel__Default"] = "Warning",
    };
}
