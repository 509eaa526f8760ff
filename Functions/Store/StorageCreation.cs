using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Store;

/// <summary>
/// Creates tables, containers and queues before the first request, on a developer’s machine only: in Azure they are
/// declared in <c>infra/</c> and a cold start does not pay for them.
/// </summary>
internal sealed class StorageCreation(
    IHostEnvironment environment, TableService tables, BlobServiceClient blobs, QueueServiceClient queues) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!environment.IsDevelopment())
        {
            return;
        }

        await Task.WhenAll(
        [
            .. StorageNames.Tables.Select(name => (Task)tables.Table(name).CreateIfNotExistsAsync(cancellationToken)),
            .. StorageNames.Containers.Select(name => (Task)blobs.GetBlobContainerClient(name)
                .CreateIfNotExistsAsync(cancellationToken: cancellationToken)),
            .. StorageNames.Queues.Select(name => (Task)queues.GetQueueClient(name)
                .CreateIfNotExistsAsync(cancellationToken: cancellationToken)),
        ]);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
