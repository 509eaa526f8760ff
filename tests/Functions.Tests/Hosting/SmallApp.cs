using System.Globalization;
using Evaluation.Functions.Hosting;

namespace Evaluation.Functions.Tests.Hosting;

/// <summary>
/// An app of this process with the hosting of the real one and the functions a test gives it: real server, real
/// storage, function folders of its own.
/// </summary>
internal sealed class SmallApp : IAsyncDisposable
{
    private static readonly string HostFile = Path.Combine(AppContext.BaseDirectory, "host.json");

    private readonly SocketsHttpHandler _loopback = new() { UseProxy = false };
    private readonly WebApplication _app;
    private readonly DirectoryInfo _root;

    private SmallApp(WebApplication app, DirectoryInfo root, RecordedLogs logs)
    {
        _app = app;
        _root = root;
        Logs = logs;
        Http = new HttpClient(_loopback, disposeHandler: false) { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Http { get; }

    public RecordedLogs Logs { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Starts an app on any free port; local triggers are off unless a setting puts them on.</summary>
    public static async Task<SmallApp> StartAsync(
        string storage, Dictionary<string, string> functions, Dictionary<string, string> settings, Action<WebApplication> map,
        CancellationToken cancellationToken)
    {
        var root = Directory.CreateTempSubdirectory("small-app-");
        foreach (var (name, trigger) in functions)
        {
            var folder = root.CreateSubdirectory(name);
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "function.json"), $$"""{ "bindings": [ {{trigger}} ] }""", cancellationToken);
        }

        File.Copy(HostFile, Path.Combine(root.FullName, "host.json"));
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { EnvironmentName = Environments.Development, ContentRootPath = root.FullName });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Port"] = "0",
            ["AzureWebJobsStorage"] = storage,
            ["LocalTriggers:Enabled"] = "false",
            ["LocalTriggers:Secret"] = RunningApp.Secret,
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        var logs = new RecordedLogs();
        builder.AddHosting(root.FullName);
        builder.Logging.ClearProviders().AddProvider(logs);
        var app = builder.Build();
        try
        {
            app.UseHosting();
            map(app);
            await app.StartAsync(cancellationToken);
            return new SmallApp(app, root, logs);
        }
        catch
        {
            await app.DisposeAsync();
            root.Delete(recursive: true);
            throw;
        }
    }

    public static string Timer(string schedule) =>
        string.Create(CultureInfo.InvariantCulture, $$"""{ "type": "timerTrigger", "name": "timer", "schedule": "{{schedule}}" }""");

    public static string Queue(string name) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""{ "type": "queueTrigger", "name": "message", "queueName": "{{name}}", "dataType": "binary" }""");

    /// <summary>A name nothing else on the shared storage bears.</summary>
    public static string Fresh(string prefix) => $"{prefix}-{Guid.NewGuid():N}";

    public Task StopAsync(CancellationToken cancellationToken) => _app.StopAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _loopback.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _root.Delete(recursive: true);
    }
}
