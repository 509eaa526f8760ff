using Azure.Storage.Queues;

namespace Evaluation.Functions.Store;

/// <summary>A queue of runs to do: a message is the run’s operation id, nothing else.</summary>
internal sealed class WorkQueue(QueueClient queue)
{
    /// <summary>Asks a worker to do a run.</summary>
    public Task SendAsync(Run run, CancellationToken cancellationToken) =>
        queue.SendMessageAsync(run.OperationId, cancellationToken);
}
