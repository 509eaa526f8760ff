using Azure;

namespace Evaluation.Functions.Store;

/// <summary>
/// Keeps a run in the hands of who began it for as long as the work lasts: its lease is renewed long before it ends.
/// Disposing of it, which comes after the run’s end, only stops that.
/// </summary>
internal sealed class RunHold : IAsyncDisposable
{
    private readonly CancellationTokenSource _workEnded = new();
    private readonly Task _renewing;

    public RunHold(RunLedger runs, Run run, TimeProvider clock) => _renewing = RenewAsync(runs, run, clock, _workEnded.Token);

    public async ValueTask DisposeAsync()
    {
        await _workEnded.CancelAsync();
        await _renewing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _workEnded.Dispose();
    }

    private static async Task RenewAsync(RunLedger runs, Run run, TimeProvider clock, CancellationToken workEnded)
    {
        using var timer = new PeriodicTimer(RunLedger.Lease / 3, clock);
        while (await timer.WaitForNextTickAsync(workEnded))
        {
            try
            {
                if (!await runs.TryRenewAsync(run, workEnded))
                {
                    return;
                }
            }
            catch (RequestFailedException)
            {
                // Storage did not answer: there is time for another try before the lease ends.
                continue;
            }
        }
    }
}
