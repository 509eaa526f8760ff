using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Evaluation.Functions.Store;

/// <summary>Reads blobs that may not be there, keeps those that never change.</summary>
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

    /// <summary>Keeps a blob that stays as it is; false when one was there before.</summary>
    public static async Task<bool> TryKeepAsync(
        this BlobClient blob, BinaryData content, string contentType, CancellationToken cancellationToken)
    {
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = contentType },
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
        };
        try
        {
            await blob.UploadAsync(content, options, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobAlreadyExists)
        {
            return false;
        }
    }
}
