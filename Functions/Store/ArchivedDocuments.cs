using Evaluation.Core.Communities;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Store;

/// <summary>
/// Every document of a community with its versions, taken out and put back: declarations, baselines, costs, what was
/// decided of periods and fiscal years. API keys are none: they open this app only.
/// </summary>
internal sealed class ArchivedDocuments(VersionedDocuments registry, VersionedDocuments costs)
{
    private const string FirstKey = "key";
    private const string AfterKeys = "key~";

    /// <summary>All of them, by table, partition, row and version.</summary>
    public async IAsyncEnumerable<ArchivedDocument> ListAsync(
        Siren siren, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (table, document) in StoredAsync(siren, cancellationToken))
        {
            foreach (var (version, json) in await Of(table).VersionsAsync(document, cancellationToken))
            {
                yield return new ArchivedDocument(table, document.PartitionKey, document.RowKey, version, json);
            }
        }
    }

    /// <summary>The present version of each, by table, partition and row.</summary>
    public async IAsyncEnumerable<ArchivedDocument> PresentAsync(
        Siren siren, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (table, document) in StoredAsync(siren, cancellationToken))
        {
            yield return new ArchivedDocument(table, document.PartitionKey, document.RowKey, document.Version, document.Json);
        }
    }

    /// <summary>Takes a document away; earlier versions of it stay where they are.</summary>
    public Task RemoveAsync(ArchivedDocument document, CancellationToken cancellationToken) =>
        Of(document.Table).RemoveAsync(document.PartitionKey, document.RowKey, cancellationToken);

    /// <summary>Whether what is in the place of a document is the same; null when nothing is there.</summary>
    public async Task<bool?> IsThereAsync(ArchivedDocument document, CancellationToken cancellationToken) =>
        await Of(document.Table).FindAsync(document.PartitionKey, document.RowKey, cancellationToken) is { } there
            ? there.Version == document.Version && there.Says(document.Json)
            : null;

    /// <summary>Puts a document back; where it is already, nothing changes.</summary>
    /// <param name="versions">Of one document, in order, the present one last; at least one.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="StaleDocumentException">Another document is there.</exception>
    public Task RestoreAsync(IReadOnlyList<ArchivedDocument> versions, CancellationToken cancellationToken) =>
        Of(versions[0].Table).RestoreAsync(
            versions[0].PartitionKey, versions[0].RowKey, [.. versions.Select(v => (v.Version, v.Json))], cancellationToken);

    private VersionedDocuments Of(string table) => table == StorageNames.CostsTable ? costs : registry;

    private async IAsyncEnumerable<(string Table, StoredDocument Document)> StoredAsync(
        Siren siren, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (first, last) = (TableKey.Join(siren.ToString(), ""), siren + "~");
        var ofCosts = Table.CreateQueryFilter($"PartitionKey ge {first} and PartitionKey lt {last}");
        var ofRegistry = Table.CreateQueryFilter(
            $"PartitionKey eq {siren.ToString()} and (RowKey lt {FirstKey} or RowKey ge {AfterKeys})");
        foreach (var (table, documents, filter) in new[]
        {
            (StorageNames.CostsTable, costs, ofCosts), (StorageNames.RegistryTable, registry, ofRegistry),
        })
        {
            await foreach (var document in documents.ListAsync(filter, cancellationToken))
            {
                yield return (table, document);
            }
        }
    }
}
