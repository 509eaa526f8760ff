using System.Globalization;
using Azure.Storage.Blobs;

namespace Evaluation.Functions.Store;

/// <summary>The earlier versions of the documents of a table: blobs <c>{table}/{partition}/{row}/v0001.json</c>.</summary>
internal sealed class DocumentHistory(string table, BlobContainerClient container)
{
    /// <summary>Where a version of a document is kept once another took its place.</summary>
    public static string NameOf(string table, string partitionKey, string rowKey, int version) => string.Create(
        CultureInfo.InvariantCulture, $"{table}/{BlobPath.Of(partitionKey)}/{BlobPath.Of(rowKey)}/v{version:D4}.json");

    /// <summary>Keeps a version before another takes its place.</summary>
    public Task KeepAsync(string partitionKey, string rowKey, int version, BinaryData json, CancellationToken cancellationToken) =>
        container.GetBlobClient(NameOf(table, partitionKey, rowKey, version)).UploadAsync(json, overwrite: true, cancellationToken);

    /// <summary>A version that was replaced; null when it was not kept.</summary>
    public Task<BinaryData?> FindAsync(string partitionKey, string rowKey, int version, CancellationToken cancellationToken) =>
        container.GetBlobClient(NameOf(table, partitionKey, rowKey, version)).FindContentAsync(cancellationToken);
}
