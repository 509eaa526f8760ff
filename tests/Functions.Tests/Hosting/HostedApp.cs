using System.Globalization;
using Evaluation.Local;

namespace Evaluation.Functions.Tests.Hosting;

/// <summary>A process of the app that believes a Functions host started it.</summary>
public sealed class HostedApp(RunningApp running) : IAsyncLifetime
{
    private FunctionsApp? _app;

    public HttpClient Http => _app?.Http ?? throw new InvalidOperationException("The fixture has not started.");

    public async ValueTask InitializeAsync() => _app = await running.StartPrivateAsync(
        new() { ["FUNCTIONS_CUSTOMHANDLER_PORT"] = FreePorts.Take(1)[0].ToString(CultureInfo.InvariantCulture) },
        TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }
}
