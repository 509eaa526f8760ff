using Azure;

namespace Evaluation.Functions.Store;

/// <summary>Takes back what was written.</summary>
internal sealed partial class VersionedDocuments
{
    /// <summary>Takes a document that was just written back: what was there before stands again, unless somebody wrote since.</summary>
    /// <param name="written">As it was written.</param>
    /// <param name="before">What was there; null for nothing.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task TakeBackAsync(StoredDocument written, StoredDocument? before, CancellationToken cancellationToken)
    {
        try
        {
            if (before is null)
            {
                await table.DeleteEntityAsync(written.PartitionKey, written.RowKey, written.ETag, cancellationToken);
            }
            else
            {
                await PutAsync(written.PartitionKey, written.RowKey, before.Json, new PutTerms { IfMatch = [written.Tag] }, cancellationToken);
            }
        }
        catch (Exception e) when (e is StaleDocumentException or RequestFailedException { Status: 404 or 412 })
        {
            // Somebody wrote since, and was checked for it: there is nothing left to take back.
        }
    }
}
