using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;

namespace Evaluation.StandIn.LocalTriggers;

/// <summary>The records of the timers, kept where the Functions host keeps its own.</summary>
internal sealed class TimerStatusBlob(BlobServiceClient blobs)
{
    public const string Container = "azure-webjobs-hosts";

    private readonly BlobContainerClient _container = blobs.GetBlobContainerClient(Container);

    public static string NameFor(string function) => $"timers/local/{function}/status";

    /// <summary>The record; null when there is none, or none that can be read.</summary>
    public async Task<TimerStatus?> FindAsync(string function, CancellationToken cancellationToken)
    {
        try
        {
            var blob = await _container.GetBlobClient(NameFor(function)).DownloadContentAsync(cancellationToken);
            return JsonSerializer.Deserialize(blob.Value.Content, TimerStatusJson.Default.TimerStatus);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public async Task SaveAsync(string function, TimerStatus status, CancellationToken cancellationToken)
    {
        await _container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await _container.GetBlobClient(NameFor(function)).UploadAsync(
            BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(status, TimerStatusJson.Default.TimerStatus)),
            overwrite: true,
            cancellationToken);
    }
}
