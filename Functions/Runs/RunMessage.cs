using Azure.Storage.Queues.Models;
using Evaluation.Functions.Hosting;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Runs;

/// <summary>Reads the message of a work queue: the operation id of a run, nothing else.</summary>
internal static class RunMessage
{
    /// <summary>Begins the run a message names; null when it is done or in other hands.</summary>
    /// <exception cref="PermanentFailureException">The message names no run of the job: trying again cannot help.</exception>
    public static async Task<Run?> BeginAsync(
        RunLedger runs, string job, QueueMessage message, int parts, CancellationToken cancellationToken)
    {
        var operationId = message.Body.ToString();
        if (!operationId.StartsWith($"{job}~", StringComparison.Ordinal) || operationId.Split('~').Length != parts + 1)
        {
            throw new PermanentFailureException($"The message is not the id of a {job} run.");
        }

        if (await runs.FindAsync(operationId, cancellationToken) is null)
        {
            throw new PermanentFailureException($"The ledger has no run {operationId}.");
        }

        return await runs.TryBeginAsync(operationId, message.DequeueCount > 1, cancellationToken);
    }
}
