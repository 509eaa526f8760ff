using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Evaluation.Functions.Store;

/// <summary>Reads blobs that may not be there.</summary>
internal static class BlobContent
{
    /// <summary>What a blob holds; null when there is none.</summary>
    public static async Task<BinaryData?> FindContentAsync(this BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            return (await blob.DownloadContentAsync(cancellationToken)).Value.Content;
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }
}
