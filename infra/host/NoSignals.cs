namespace Evaluation.StandIn;

/// <summary>The servers of a stand-in end with it: signals are for the program it is part of.</summary>
internal sealed class NoSignals : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
