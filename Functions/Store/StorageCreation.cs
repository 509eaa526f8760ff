using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Evaluation.Functions.Hosting;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Store;

/// <summary>
/// Makes the tables, containers and queues that are missing, once for a storage account and a list of names: a row of
/// table <c>Runs</c> says that it was done, and a start with that row costs one read. In a local run before the first
/// request; in Azure beside it, so that no cold start waits for it.
/// </summary>
internal sealed partial class StorageCreation(
    LocalRun local,
    TableService tables,
    BlobServiceClient blobs,
    QueueServiceClient queues,
    TimeProvider clock,
    ILogger<StorageCreation> logger) : BackgroundService, IHostedLifecycleService
{
    private const string Partition = "storage";

    private readonly TaskCompletionSource _tried = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static readonly string Names = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join(' ', [.. StorageNames.Tables, .. StorageNames.Containers, .. StorageNames.Queues]))))[..16];

    /// <summary>Waits until what was missing is made, or could not be made: work then says itself what it lacks.</summary>
    public Task TriedAsync(CancellationToken cancellationToken) => _tried.Task.WaitAsync(cancellationToken);

    /// <summary>Before anything else starts, the server and the worker’s link to its host included.</summary>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (local.IsIt)
        {
            await MakeAsync(cancellationToken);
            _tried.TrySetResult();
        }
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (local.IsIt)
        {
            return;
        }

        try
        {
            await MakeAsync(stoppingToken);
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException)
        {
            // Requests say so themselves, and the next start tries again.
            LogNotMade(e);
        }
        finally
        {
            _tried.TrySetResult();
        }
    }

    private async Task MakeAsync(CancellationToken cancellationToken)
    {
        var runs = tables.Table(StorageNames.RunsTable);
        if (await IsMadeAsync(runs, cancellationToken))
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
        await runs.UpsertEntityAsync(
            new TableEntity(Partition, Names) { ["MadeAt"] = clock.GetUtcNow() }, TableUpdateMode.Replace, cancellationToken);
        LogMade(string.Join(", ", [.. StorageNames.Tables, .. StorageNames.Containers, .. StorageNames.Queues]));
    }

    private static async Task<bool> IsMadeAsync(Table runs, CancellationToken cancellationToken)
    {
        try
        {
            return (await runs.GetEntityIfExistsAsync(Partition, Names, cancellationToken: cancellationToken)).HasValue;
        }
        catch (RequestFailedException e) when (e.ErrorCode == "TableNotFound")
        {
            return false;
        }
    }

    [LoggerMessage(EventId = 1201, Level = LogLevel.Information, Message = "Storage was made where it was missing: {Names}")]
    private partial void LogMade(string names);

    [LoggerMessage(EventId = 1202, Level = LogLevel.Error, Message = "Storage could not be made where it was missing")]
    private partial void LogNotMade(Exception exception);
}
