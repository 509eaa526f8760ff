using Evaluation.Local;

namespace Evaluation.Functions.Tests.Operate.Notices;

/// <summary>Storage of its own: reminders go over every community there is.</summary>
public sealed class NoticeStorage : IAsyncLifetime
{
    private Azurite? _storage;

    public string ConnectionString => _storage!.ConnectionString;

    /// <summary>A process of the app on it, whose timers and queues only act when a test says so.</summary>
    /// <param name="at">What its clock says first, ISO 8601.</param>
    /// <param name="settings">Others than these.</param>
    public Task<FunctionsApp> StartAsync(string at, Dictionary<string, string>? settings = null) => FunctionsApp.StartAsync(
        new Dictionary<string, string>(settings ?? [])
        {
            ["AzureWebJobsStorage"] = ConnectionString,
            ["LocalTriggers__Enabled"] = "false",
            ["Clock__Start"] = at,
        },
        onLine: null,
        TestContext.Current.CancellationToken);

    public async ValueTask InitializeAsync() => _storage = await Azurite.StartAsync(null, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_storage is not null)
        {
            await _storage.DisposeAsync();
        }
    }
}
