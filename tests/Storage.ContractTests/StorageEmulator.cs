using Azure.Core;
using Azure.Data.Tables;
using Evaluation.Functions.Store.Tables;
using Evaluation.Local;
using Storage.ContractTests;

[assembly: AssemblyFixture(typeof(StorageEmulator))]

namespace Storage.ContractTests;

/// <summary>One emulator in memory for all tests; each test works in places of its own.</summary>
public sealed class StorageEmulator : IAsyncLifetime
{
    private Azurite? _azurite;

    public string ConnectionString => _azurite!.ConnectionString;

    public static string NewName(string prefix) => $"{prefix}{Guid.NewGuid():N}";

    public async ValueTask InitializeAsync() =>
        _azurite = await Azurite.StartAsync(null, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_azurite is not null)
        {
            await _azurite.DisposeAsync();
        }
    }

    internal Table Table(string name) => new TableService(ConnectionString).Table(name);

    internal async Task<Table> NewTableAsync()
    {
        var table = Table(NewName("t"));
        await table.CreateIfNotExistsAsync(TestContext.Current.CancellationToken);
        return table;
    }

    /// <summary>Settings under which a failure shows at once.</summary>
    internal static TableClientOptions Tries(int count)
    {
        var options = TableService.Options();
        options.Retry.MaxRetries = count - 1;
        options.Retry.Mode = RetryMode.Fixed;
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        return options;
    }
}
