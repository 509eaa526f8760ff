using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Evaluation.Core.Communities;

namespace Evaluation.Functions.Store;

/// <summary>
/// The raw bodies that were accepted, written before any table and never changed: container <c>journal</c>,
/// <c>{siren}/{mutualisation}/{yyyy}/{MM}/{dd}/{submission}.json</c>, the answer beside it as <c>.answer.json</c>.
/// </summary>
internal sealed class Journal(BlobContainerClient container)
{
    /// <summary>Keeps a body; false when this very submission is already kept.</summary>
    public async Task<bool> TryWriteAsync(
        Siren siren, string mutualisation, SubmissionId id, BinaryData body, string contentType, CancellationToken cancellationToken)
    {
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = contentType },
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
        };
        try
        {
            await Blob(siren, mutualisation, id, ".json").UploadAsync(body, options, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobAlreadyExists)
        {
            return false;
        }
    }

    /// <summary>A kept body.</summary>
    /// <exception cref="RequestFailedException">It is not there, or storage failed.</exception>
    public async Task<BinaryData> ReadAsync(
        Siren siren, string mutualisation, SubmissionId id, CancellationToken cancellationToken)
    {
        var content = await Blob(siren, mutualisation, id, ".json").DownloadContentAsync(cancellationToken);
        return content.Value.Content;
    }

    /// <summary>Keeps the answer given to a submission; the same again changes nothing.</summary>
    public Task WriteAnswerAsync(
        Siren siren, string mutualisation, SubmissionId id, BinaryData answer, CancellationToken cancellationToken) =>
        Blob(siren, mutualisation, id, ".answer.json").UploadAsync(
            answer,
            new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" } },
            cancellationToken);

    /// <summary>The answer given to a submission; null while it is not applied.</summary>
    public async Task<BinaryData?> FindAnswerAsync(
        Siren siren, string mutualisation, SubmissionId id, CancellationToken cancellationToken)
    {
        try
        {
            var content = await Blob(siren, mutualisation, id, ".answer.json").DownloadContentAsync(cancellationToken);
            return content.Value.Content;
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    private BlobClient Blob(Siren siren, string mutualisation, SubmissionId id, string ending) =>
        container.GetBlobClient(string.Create(
            CultureInfo.InvariantCulture, $"{siren}/{mutualisation}/{id.ReceivedAt:yyyy/MM/dd}/{id.Text}{ending}"));
}
