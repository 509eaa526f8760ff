using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Evaluation.Functions.Hosting;
using Evaluation.Functions.Store;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Operate;

/// <summary>
/// Whether storage answers now: one cheap read of a table, a container and a queue, all at once, without a second try.
/// </summary>
internal sealed class StorageReach
{
    // With the way there and back, an answer takes less than two seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    private readonly (string Service, Func<CancellationToken, Task> Read)[] _services;

    public StorageReach(StorageConnection storage)
    {
        var tables = new TableClientOptions { Retry = { MaxRetries = 0 } };
        var table = (storage.ConnectionString is { } connectionString
            ? new TableService(connectionString, tables)
            : new TableService(storage.TableEndpoint!, storage.Credential!, tables)).Table(StorageNames.RunsTable);
        var container = storage.OpenBlobs(new BlobClientOptions { Retry = { MaxRetries = 0 } })
            .GetBlobContainerClient(StorageNames.JournalContainer);
        var queue = storage.OpenQueues(new QueueClientOptions { Retry = { MaxRetries = 0 } }).GetQueueClient(StorageNames.Queues[0]);
        _services =
        [
            ("tables", cancellation => table.GetEntityIfExistsAsync("health", "ready", cancellationToken: cancellation)),
            ("blobs", cancellation => container.GetPropertiesAsync(cancellationToken: cancellation)),
            ("files d’attente", cancellation => queue.GetPropertiesAsync(cancellation)),
        ];
    }

    /// <summary>What keeps each service of storage from answering; empty when all do, within two seconds whatever happens.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        var faults = await Task.WhenAll(_services.Select(service => FaultAsync(service.Service, service.Read, patience.Token)));
        cancellationToken.ThrowIfCancellationRequested();
        return [.. faults.OfType<string>()];
    }

    private static async Task<string?> FaultAsync(string service, Func<CancellationToken, Task> read, CancellationToken patience)
    {
        try
        {
            // Signing in may hang without looking at the token.
            await read(patience).WaitAsync(patience);
            return null;
        }
        catch (OperationCanceledException)
        {
            return $"{service} : pas de réponse en 1,5 seconde";
        }
        catch (RequestFailedException e)
        {
            return e.Status == 0
                ? $"{service} : connexion impossible"
                : FormattableString.Invariant($"{service} : réponse {e.Status} {e.ErrorCode}").TrimEnd();
        }
        catch (Exception e) when (e is Azure.Identity.AuthenticationFailedException)
        {
            return $"{service} : l’identité de l’application n’a pas pu être établie";
        }
    }
}
