using Evaluation.Functions.Store;

namespace Evaluation.Functions.Runs;

/// <summary>Asks for work once per occurrence.</summary>
internal static class RunAsking
{
    /// <summary>The run of an occurrence, new or known; its message is sent while it is pending.</summary>
    /// <param name="runs">The ledger.</param>
    /// <param name="queue">What takes the runs of the job.</param>
    /// <param name="job">Name of the job in the ledger.</param>
    /// <param name="occurrence">Which time of the job.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public static async Task<Run> AskAsync(
        this RunLedger runs, WorkQueue queue, string job, string occurrence, CancellationToken cancellationToken)
    {
        var (run, _) = await runs.AddAsync(job, occurrence, cancellationToken);
        if (run.State is RunState.Pending)
        {
            // Also when the run was known: a crash may have come between the ledger and the queue.
            await queue.SendAsync(run, cancellationToken);
        }

        return run;
    }
}
