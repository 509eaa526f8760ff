using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Store;

/// <summary>
/// JSON documents in a table, replaced whole with optimistic concurrency. Every earlier version stays readable as
/// blob <c>history/{table}/{partition}/{row}/v0001.json</c>, written before the table changes.
/// </summary>
internal sealed partial class VersionedDocuments(Table table, BlobContainerClient history, TimeProvider clock)
{
    /// <summary>When what a document says last changed; absent where that was not noted.</summary>
    public const string ChangedProperty = "ChangedAt";

    private const string VersionProperty = "Version";
    private const int MaxAttempts = 50;

    private readonly DocumentHistory _history = new(table.Name, history);

    /// <summary>The document of a key; null when there is none.</summary>
    public async Task<StoredDocument?> FindAsync(string partitionKey, string rowKey, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync(partitionKey, rowKey, cancellationToken: cancellationToken);
        return found.HasValue ? Read(found.Value!) : null;
    }

    /// <summary>The documents a filter selects, by partition then row.</summary>
    public async IAsyncEnumerable<StoredDocument> ListAsync(
        string filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var entity in table.QueryAsync(filter, cancellationToken: cancellationToken))
        {
            yield return Read(entity);
        }
    }

    /// <summary>The keys of the documents a filter selects, by partition then row, whether they can be read or not.</summary>
    public async Task<IReadOnlyList<(string PartitionKey, string RowKey)>> KeysAsync(
        string filter, CancellationToken cancellationToken)
    {
        var keys = new List<(string PartitionKey, string RowKey)>();
        await foreach (var entity in table.QueryAsync(filter, select: ["PartitionKey", "RowKey"], cancellationToken: cancellationToken))
        {
            keys.Add((entity.PartitionKey, entity.RowKey));
        }

        return keys;
    }

    /// <summary>Puts a document in place. The same bytes again change nothing.</summary>
    /// <param name="partitionKey">Where.</param>
    /// <param name="rowKey">Where.</param>
    /// <param name="json">Canonical bytes: the same document is always written the same.</param>
    /// <param name="terms">What must be there, and whether anything is written.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <param name="isAside">
    /// Whether what it takes the place of bears on reports as it does: the date of the last change then stays. Never when null.
    /// </param>
    /// <exception cref="StaleDocumentException">What is there is not what the caller asks for.</exception>
    public async Task<(StoredDocument Document, bool Changed)> PutAsync(
        string partitionKey,
        string rowKey,
        BinaryData json,
        PutTerms terms,
        CancellationToken cancellationToken,
        Func<StoredDocument, bool>? isAside = null)
    {
        var (document, changed) = await DecideAsync(
            partitionKey, rowKey, current => current?.Says(json) is true ? null : json, terms, cancellationToken, isAside);
        return (document!, changed);
    }

    /// <summary>Decides of a document on what is there, again whenever somebody else wrote in between.</summary>
    /// <param name="partitionKey">Where.</param>
    /// <param name="rowKey">Where.</param>
    /// <param name="decide">Gives the bytes that take the place of what is there; null where that stays.</param>
    /// <param name="terms">What must be there, and whether anything is written.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <param name="isAside">As for a document that is put.</param>
    /// <returns>The document as it then is; null where there was none and none is made.</returns>
    /// <exception cref="StaleDocumentException">What is there is not what the caller asks for.</exception>
    public async Task<(StoredDocument? Document, bool Changed)> DecideAsync(
        string partitionKey,
        string rowKey,
        Func<StoredDocument?, BinaryData?> decide,
        PutTerms terms,
        CancellationToken cancellationToken,
        Func<StoredDocument, bool>? isAside = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            var current = await FindAsync(partitionKey, rowKey, cancellationToken);
            if (!terms.Admit(current?.Tag))
            {
                throw new StaleDocumentException();
            }

            if (decide(current) is not { } json)
            {
                return (current, false);
            }

            if (terms.DryRun)
            {
                return (new StoredDocument(partitionKey, rowKey, json, (current?.Version ?? 0) + 1, default), true);
            }

            try
            {
                return (await ReplaceAsync(current, partitionKey, rowKey, json, isAside, cancellationToken), true);
            }
            catch (RequestFailedException e) when (e.Status is 409 or 412 && attempt < MaxAttempts)
            {
                // Someone else wrote in between: read again and decide again.
            }
        }
    }

    // 409 or 412 when the document is no longer the one that was read.
    private async Task<StoredDocument> ReplaceAsync(
        StoredDocument? current,
        string partitionKey,
        string rowKey,
        BinaryData json,
        Func<StoredDocument, bool>? isAside,
        CancellationToken cancellationToken)
    {
        var version = (current?.Version ?? 0) + 1;
        var changedAt = current is not null && isAside?.Invoke(current) is true ? current.ChangedAt : clock.GetUtcNow();
        var entity = Entity(partitionKey, rowKey, version, json);
        entity[ChangedProperty] = changedAt;
        Response response;
        if (current is null)
        {
            response = await table.AddEntityAsync(entity, cancellationToken);
        }
        else
        {
            await _history.KeepAsync(partitionKey, rowKey, current.Version, current.Json, cancellationToken);
            response = await table.UpdateEntityAsync(entity, current.ETag, TableUpdateMode.Replace, cancellationToken);
        }

        return new StoredDocument(partitionKey, rowKey, json, version, response.Headers.ETag ?? ETag.All) { ChangedAt = changedAt };
    }

    /// <summary>Every version of a document that is kept, in order, the present one last.</summary>
    public async Task<IReadOnlyList<(int Version, BinaryData Json)>> VersionsAsync(
        StoredDocument document, CancellationToken cancellationToken)
    {
        var versions = new List<(int Version, BinaryData Json)>();
        for (var version = 1; version < document.Version; version++)
        {
            if (await _history.FindAsync(document.PartitionKey, document.RowKey, version, cancellationToken) is { } json)
            {
                versions.Add((version, json));
            }
        }

        return [.. versions, (document.Version, document.Json)];
    }

    /// <summary>Puts a document back with its versions where there is none; where it is the same already, nothing changes.</summary>
    /// <param name="partitionKey">Where.</param>
    /// <param name="rowKey">Where.</param>
    /// <param name="versions">In order, the present one last; at least one.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="StaleDocumentException">Another document is there.</exception>
    public async Task RestoreAsync(
        string partitionKey, string rowKey, IReadOnlyList<(int Version, BinaryData Json)> versions, CancellationToken cancellationToken)
    {
        var (present, json) = versions[^1];
        if (await FindAsync(partitionKey, rowKey, cancellationToken) is { } there)
        {
            if (there.Version != present || !there.Says(json))
            {
                throw new StaleDocumentException();
            }

            return;
        }

        foreach (var (version, earlier) in versions.SkipLast(1))
        {
            await _history.KeepAsync(partitionKey, rowKey, version, earlier, cancellationToken);
        }

        await table.AddEntityAsync(Entity(partitionKey, rowKey, present, json), cancellationToken);
    }

    /// <summary>Takes a document away; earlier versions of it stay readable.</summary>
    public Task RemoveAsync(string partitionKey, string rowKey, CancellationToken cancellationToken) =>
        table.DeleteEntityAsync(partitionKey, rowKey, ETag.All, cancellationToken);

    private static TableEntity Entity(string partitionKey, string rowKey, int version, BinaryData json)
    {
        var entity = new TableEntity(partitionKey, rowKey) { [VersionProperty] = version };
        DocumentText.Put(entity, json);
        return entity;
    }

    private static StoredDocument Read(TableEntity entity) => new(
        entity.PartitionKey,
        entity.RowKey,
        DocumentText.Of(entity),
        entity.GetInt32(VersionProperty) ?? throw new InvalidDataException("A stored document has no version."),
        entity.ETag)
    {
        ChangedAt = entity.GetDateTimeOffset(ChangedProperty),
    };
}
