using System.Globalization;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Store;

/// <summary>A JSON document and its version, from 1.</summary>
internal sealed record StoredDocument(string PartitionKey, string RowKey, BinaryData Json, int Version, ETag ETag)
{
    /// <summary>The strong entity tag that HTTP readers see.</summary>
    public string Tag => string.Create(CultureInfo.InvariantCulture, $"\"v{Version}\"");
}

/// <summary>
/// JSON documents in a table, replaced whole with optimistic concurrency. Every earlier version stays readable as
/// blob <c>history/{table}/{partition}/{row}/v0001.json</c>, written before the table changes.
/// </summary>
internal sealed class VersionedDocuments(TableClient table, BlobContainerClient history)
{
    private const string VersionProperty = "Version";
    private const int ChunkLength = 30_000;
    private const int MaxAttempts = 50;

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
    /// <param name="ifMatch">The tag that the caller last read; null to replace whatever is there.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="StaleDocumentException">The document is no longer the one the caller read.</exception>
    public async Task<(StoredDocument Document, bool Changed)> PutAsync(
        string partitionKey, string rowKey, BinaryData json, string? ifMatch, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var current = await FindAsync(partitionKey, rowKey, cancellationToken);
            if (ifMatch is not null && ifMatch != current?.Tag)
            {
                throw new StaleDocumentException();
            }

            if (current is not null && current.Json.ToMemory().Span.SequenceEqual(json.ToMemory().Span))
            {
                return (current, false);
            }

            try
            {
                return (await ReplaceAsync(current, partitionKey, rowKey, json, cancellationToken), true);
            }
            catch (RequestFailedException e) when (e.Status is 409 or 412 && attempt < MaxAttempts)
            {
                // Someone else wrote in between: read again and decide again.
            }
        }
    }

    /// <summary>Puts a document in the place of the one the caller read, or where there was none.</summary>
    /// <exception cref="RequestFailedException">409 or 412 when the document is no longer that one, or storage failed.</exception>
    public async Task<StoredDocument> ReplaceAsync(
        StoredDocument? current, string partitionKey, string rowKey, BinaryData json, CancellationToken cancellationToken)
    {
        var version = (current?.Version ?? 0) + 1;
        var entity = new TableEntity(partitionKey, rowKey) { [VersionProperty] = version };
        var text = json.ToString();
        for (var (at, chunk) = (0, 0); at < text.Length; at += ChunkLength, chunk++)
        {
            entity[ChunkName(chunk)] = text.Substring(at, Math.Min(ChunkLength, text.Length - at));
        }

        Response response;
        if (current is null)
        {
            response = await table.AddEntityAsync(entity, cancellationToken);
        }
        else
        {
            await KeepAsync(current, cancellationToken);
            response = await table.UpdateEntityAsync(entity, current.ETag, TableUpdateMode.Replace, cancellationToken);
        }

        return new StoredDocument(partitionKey, rowKey, json, version, response.Headers.ETag ?? ETag.All);
    }

    private async Task KeepAsync(StoredDocument document, CancellationToken cancellationToken)
    {
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"{table.Name}/{BlobPath.Of(document.PartitionKey)}/{BlobPath.Of(document.RowKey)}/v{document.Version:D4}.json");
        await history.GetBlobClient(name).UploadAsync(document.Json, overwrite: true, cancellationToken);
    }

    private static StoredDocument Read(TableEntity entity)
    {
        var text = new StringBuilder();
        for (var chunk = 0; entity.GetString(ChunkName(chunk)) is { } part; chunk++)
        {
            text.Append(part);
        }

        return new StoredDocument(
            entity.PartitionKey,
            entity.RowKey,
            BinaryData.FromString(text.ToString()),
            entity.GetInt32(VersionProperty) ?? throw new InvalidDataException("A stored document has no version."),
            entity.ETag);
    }

    private static string ChunkName(int index) => string.Create(CultureInfo.InvariantCulture, $"Json{index:D2}");
}

/// <summary>A document changed since the caller read it.</summary>
internal sealed class StaleDocumentException : Exception;
