using Evaluation.Local;

namespace Evaluation.Functions.Tests.Operate.Notices;

/// <summary>Storage of its own: reminders go over every community there is.</summary>
public sealed class NoticeStorage : IAsyncLifetime
{
    private Azurite? _storage;

    public string ConnectionString => _storage!.ConnectionString;

    public async ValueTask InitializeAsync() => _storage = await Azurite.StartAsync(null, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_storage is not null)
        {
            await _storage.DisposeAsync();
        }
    }
}
