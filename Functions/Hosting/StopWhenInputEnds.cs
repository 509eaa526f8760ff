namespace Evaluation.Functions.Hosting;

/// <summary>
/// Stops the app of a local run when standard input ends, which it does whichever way the parent process ended: a worker
/// does not notice by itself that its host is gone.
/// </summary>
internal sealed class StopWhenInputEnds(IHostApplicationLifetime lifetime) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // A thread of its own, for a read of standard input cannot be cancelled.
        var waiting = new Thread(() =>
        {
            using var input = Console.OpenStandardInput();
            Span<byte> ignored = stackalloc byte[256];
            while (input.Read(ignored) > 0)
            {
            }

            lifetime.StopApplication();
        })
        {
            IsBackground = true,
            Name = nameof(StopWhenInputEnds),
        };
        waiting.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
