using Azure.Storage.Queues;

namespace Evaluation.Functions.Hosting.LocalTriggers;

/// <summary>Creates the queues that functions read, which the deployment does in Azure.</summary>
internal sealed class LocalQueueCreation(FunctionFolders functions, QueueServiceClient queues) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var queue in functions.All.Select(function => function.Trigger.QueueName).OfType<string>())
        {
            await queues.GetQueueClient(queue).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
