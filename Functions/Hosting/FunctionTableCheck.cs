namespace Evaluation.Functions.Hosting;

/// <summary>Stops the start when a declared function has no code, before the host sends it anything.</summary>
internal sealed class FunctionTableCheck(FunctionTable functions) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        functions.CheckComplete();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
