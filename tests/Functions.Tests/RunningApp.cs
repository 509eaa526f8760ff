using System.Net.Http.Headers;
using System.Text;
using Evaluation.Functions.Tests;
using Evaluation.Local;

[assembly: AssemblyFixture(typeof(RunningApp))]

namespace Evaluation.Functions.Tests;

/// <summary>
/// One storage emulator and one process of the built app for all tests of this assembly. Its triggers are off: the
/// tests play the Functions host. Tests keep apart by their own communities, queues and names.
/// </summary>
public sealed class RunningApp : IAsyncLifetime
{
    /// <summary>What the app takes for the mark of its own triggers.</summary>
    public const string Secret = "the-tests-play-the-functions-host";

    public const string SecretHeader = "X-Local-Trigger-Secret";

    private Azurite? _storage;
    private FunctionsApp? _app;

    /// <summary>The connection string of the emulator.</summary>
    public string Storage => Started(_storage).ConnectionString;

    /// <summary>The shared process.</summary>
    public FunctionsApp App => Started(_app);

    /// <summary>A client of the shared process, for its public addresses.</summary>
    public HttpClient Http => App.Http;

    public async ValueTask InitializeAsync()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        _storage = await Azurite.StartAsync(null, cancellationToken);
        _app = await StartPrivateAsync([], cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
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

    /// <summary>The settings of the shared process with these over them.</summary>
    public Dictionary<string, string> SettingsWith(Dictionary<string, string> settings)
    {
        var all = SettingsOn(Storage);
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        return all;
    }

    /// <summary>Calls a function of the shared process as the Functions host does.</summary>
    public Task<HttpResponseMessage> InvokeAsync(string function, string payload, CancellationToken cancellationToken) =>
        InvokeAsync(Http, function, payload, cancellationToken);

    /// <summary>Calls a function as the Functions host does: chunked, with its headers.</summary>
    public static async Task<HttpResponseMessage> InvokeAsync(
        HttpClient http, string function, string payload, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, function);
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(payload));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Add("X-Azure-Functions-HostVersion", "4.1037.0.0");
        request.Headers.Add("X-Azure-Functions-InvocationId", Guid.NewGuid().ToString());
        request.Headers.Add(SecretHeader, Secret);
        return await http.SendAsync(request, cancellationToken);
    }

    private static Dictionary<string, string> SettingsOn(string storage) => new()
    {
        ["AzureWebJobsStorage"] = storage,
        ["LocalTriggers__Enabled"] = "false",
        ["LocalTriggers__Secret"] = Secret,
    };

    private static T Started<T>(T? part)
        where T : class => part ?? throw new InvalidOperationException("The fixture has not started.");
}
