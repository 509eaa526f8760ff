using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Evaluation.Core.French;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Store;

/// <summary>What keeps storage from serving.</summary>
/// <param name="Words">In French, without a stop.</param>
/// <param name="IsMissing">Whether it answers, and says that something is not there.</param>
internal sealed record StorageFault(string Words, bool IsMissing);

/// <summary>
/// Whether storage answers now and has all it should: one cheap read of each table, container and queue, all at once,
/// without a second try.
/// </summary>
internal sealed class StorageReach
{
    // With the way there and back, an answer takes less than two seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    private readonly (string Service, string Part, Func<CancellationToken, Task> Read)[] _parts;

    private readonly TimeProvider _clock;

    public StorageReach(StorageConnection storage, TimeProvider clock)
    {
        _clock = clock;
        var tables = new TableClientOptions { Retry = { MaxRetries = 0 } };
        var service = storage.ConnectionString is { } connectionString
            ? new TableService(connectionString, tables)
            : new TableService(storage.TableEndpoint!, storage.Credential!, tables);
        var blobs = storage.OpenBlobs(new BlobClientOptions { Retry = { MaxRetries = 0 } });
        var queues = storage.OpenQueues(new QueueClientOptions { Retry = { MaxRetries = 0 } });
        _parts =
        [
            .. StorageNames.Tables.Select(name => Part("tables", $"table {name}", token =>
                service.Table(name).GetEntityIfExistsAsync("health", "ready", cancellationToken: token))),
            .. StorageNames.Containers.Select(name => Part("blobs", $"conteneur {name}", token =>
                blobs.GetBlobContainerClient(name).GetPropertiesAsync(cancellationToken: token))),
            .. StorageNames.Queues.Select(name => Part("files d’attente", $"file d’attente {name}", token =>
                queues.GetQueueClient(name).GetPropertiesAsync(token))),
        ];
    }

    /// <summary>What keeps each service of storage from answering, and what is missing; within two seconds whatever happens.</summary>
    public async Task<IReadOnlyList<StorageFault>> FaultsAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, _clock);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var faults = await Task.WhenAll(_parts.Select(part => FaultAsync(part.Service, part.Part, part.Read, patience.Token)));
        cancellationToken.ThrowIfCancellationRequested();
        return [.. faults.OfType<StorageFault>().Distinct()];
    }

    private static (string, string, Func<CancellationToken, Task>) Part(string service, string part, Func<CancellationToken, Task> read) =>
        (service, part, read);

    private static async Task<StorageFault?> FaultAsync(string service, string part, Func<CancellationToken, Task> read, CancellationToken patience)
    {
        try
        {
            // Signing in may hang without looking at the token.
            await read(patience).WaitAsync(patience);
            return null;
        }
        catch (OperationCanceledException)
        {
            return new($"{service} : pas de réponse en {FrenchQuantity.OfShort((decimal)Patience.TotalSeconds, 1, "seconde", "secondes")}", IsMissing: false);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return new(part, IsMissing: true);
        }
        catch (RequestFailedException e)
        {
            return new(
                e.Status == 0
                    ? $"{service} : connexion impossible"
                    : FormattableString.Invariant($"{service} : réponse {e.Status} {e.ErrorCode}").TrimEnd(),
                IsMissing: false);
        }
        catch (Exception e) when (e is Azure.Identity.AuthenticationFailedException)
        {
            return new($"{service} : l’identité de l’application n’a pas pu être établie", IsMissing: false);
        }
    }
}
