using Evaluation.Local;
using Evaluation.StandIn.Tests;

[assembly: AssemblyFixture(typeof(StandInStorage))]

namespace Evaluation.StandIn.Tests;

/// <summary>One storage emulator for all tests of this assembly; they keep apart by their own names.</summary>
public sealed class StandInStorage : IAsyncLifetime
{
    private Azurite? _storage;

    public string ConnectionString =>
        _storage?.ConnectionString ?? throw new InvalidOperationException("The fixture has not started.");

    public async ValueTask InitializeAsync() => _storage = await Azurite.StartAsync(null, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_storage is not null)
        {
            await _storage.DisposeAsync();
        }
    }
}
