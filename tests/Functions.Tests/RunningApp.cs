using Evaluation.Functions.Tests;
using Evaluation.Functions.Tests.Describe;
using Evaluation.Local;

[assembly: AssemblyFixture(typeof(RunningApp))]

namespace Evaluation.Functions.Tests;

/// <summary>
/// One storage emulator and one process of the built app for all tests of this assembly. Its triggers are off: tests fire
/// them through the stand-in. Tests keep apart by their own communities, queues and names.
/// </summary>
public sealed class RunningApp : IAsyncLifetime
{
    private Azurite? _storage;
    private readonly SocketsHttpHandler _loopback = new() { UseProxy = false };
    private FunctionsApp? _app;
    private HttpClient? _http;

    /// <summary>The connection string of the emulator.</summary>
    public string Storage => Started(_storage).ConnectionString;

    /// <summary>The shared process.</summary>
    public FunctionsApp App => Started(_app);

    /// <summary>A client of the shared process, for its public addresses; what the API answers it is what the API says of itself.</summary>
    public HttpClient Http => Started(_http);

    public async ValueTask InitializeAsync()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        _storage = await Azurite.StartAsync(null, cancellationToken);
        _app = await StartPrivateAsync([], cancellationToken);
        _http = new HttpClient(new DescribedAnswers(_loopback)) { BaseAddress = _app.Address };
    }

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        _loopback.Dispose();
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        if (_storage is not null)
        {
            await _storage.DisposeAsync();
        }
    }

    /// <summary>Another process of the app on the same storage; the caller disposes of it.</summary>
    public Task<FunctionsApp> StartPrivateAsync(Dictionary<string, string> settings, CancellationToken cancellationToken) =>
        FunctionsApp.StartAsync(SettingsWith(settings), onLine: null, cancellationToken);

    /// <summary>A process of the app on a storage account of its own; the caller disposes of it.</summary>
    public static Task<FunctionsApp> StartOnAsync(Azurite storage, CancellationToken cancellationToken) =>
        FunctionsApp.StartAsync(SettingsOn(storage.ConnectionString), onLine: null, cancellationToken);

    /// <summary>What is said when the app does not start with these settings.</summary>
    public Task<string> FailToStartAsync(Dictionary<string, string> settings, CancellationToken cancellationToken) =>
        FailToStartWithAsync(SettingsWith(settings), cancellationToken);

    /// <summary>What is said when the app does not start with these settings and no others.</summary>
    public static async Task<string> FailToStartWithAsync(Dictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var failure = await Assert.ThrowsAsync<LocalRunException>(async () =>
        {
            await using var app = await FunctionsApp.StartAsync(settings, onLine: null, cancellationToken);
        });
        return failure.Message;
    }

    private Dictionary<string, string> SettingsWith(Dictionary<string, string> settings)
    {
        var all = SettingsOn(Storage);
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        return all;
    }

    private static Dictionary<string, string> SettingsOn(string storage) => new()
    {
        ["AzureWebJobsStorage"] = storage,
        ["LocalTriggers__Enabled"] = "false",
    };

    private static T Started<T>(T? part)
        where T : class => part ?? throw new InvalidOperationException("The fixture has not started.");
}
