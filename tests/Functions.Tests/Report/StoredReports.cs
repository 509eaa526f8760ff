using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Evaluation.Core.Communities;
using Evaluation.Functions.Store;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Tests.Report;

/// <summary>What storage holds of the reports of a community, behind the back of the app.</summary>
/// <param name="storage">Connection string.</param>
/// <param name="siren">Community.</param>
/// <param name="under">What the keys of rows and the folders of files begin with; empty for all.</param>
/// <param name="tables">Where rows of it are.</param>
internal sealed class StoredReports(string storage, Siren siren, string under, params IReadOnlyList<string> tables)
{
    private readonly BlobContainerClient _files = new(storage, StorageNames.ReportsContainer);

    /// <summary>Each property of each row, and each file by what is in it.</summary>
    public async Task<IReadOnlyList<string>> HeldAsync(CancellationToken cancellationToken)
    {
        var held = new List<string>();
        await foreach (var (table, row) in RowsAsync(cancellationToken))
        {
            held.AddRange(row
                .Where(p => p.Key is not ("Timestamp" or "odata.etag"))
                .OrderBy(p => p.Key, StringComparer.Ordinal)
                .Select(p => FormattableString.Invariant($"{table} {p.Key}={p.Value}")));
        }

        await foreach (var blob in BlobsAsync(cancellationToken))
        {
            var content = await _files.GetBlobClient(blob.Name).DownloadContentAsync(cancellationToken);
            held.Add($"{blob.Name} sha256 {Convert.ToHexStringLower(SHA256.HashData(content.Value.Content.ToMemory().Span))}");
        }

        return held;
    }

    /// <summary>Leaves nothing of it.</summary>
    public async Task WipeAsync(CancellationToken cancellationToken)
    {
        await foreach (var (table, row) in RowsAsync(cancellationToken))
        {
            await new TableService(storage).Table(table).DeleteEntityAsync(row.PartitionKey, row.RowKey, Azure.ETag.All, cancellationToken);
        }

        await foreach (var blob in BlobsAsync(cancellationToken))
        {
            await _files.DeleteBlobAsync(blob.Name, cancellationToken: cancellationToken);
        }
    }

    private Azure.AsyncPageable<BlobItem> BlobsAsync(CancellationToken cancellationToken) =>
        _files.GetBlobsAsync(new GetBlobsOptions { Prefix = $"{siren}/{under}" }, cancellationToken);

    private async IAsyncEnumerable<(string Table, TableEntity Row)> RowsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var table in tables)
        {
            await foreach (var row in new TableService(storage).Table(table).QueryAsync(
                Table.CreateQueryFilter($"PartitionKey eq {siren.ToString()} and RowKey ge {under} and RowKey lt {under + "~"}"), cancellationToken: cancellationToken))
            {
                yield return (table, row);
            }
        }
    }
}
