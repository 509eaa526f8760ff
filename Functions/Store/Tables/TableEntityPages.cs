using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Evaluation.Functions.Store.Tables;

/// <summary>
/// A query's pages. The service may end a page early, even without any entity: only a missing continuation ends the
/// query.
/// </summary>
internal sealed class TableEntityPages(
    TableRequests requests,
    HttpPipeline pipeline,
    string? filter,
    int? maxPerPage,
    string? select,
    CancellationToken cancellationToken) : AsyncPageable<TableEntity>(cancellationToken)
{
    private const string NextPartition = "x-ms-continuation-NextPartitionKey";
    private const string NextRow = "x-ms-continuation-NextRowKey";

    public override IAsyncEnumerable<Page<TableEntity>> AsPages(
        string? continuationToken = null, int? pageSizeHint = null) =>
        PagesAsync(continuationToken, pageSizeHint ?? maxPerPage, CancellationToken);

    private async IAsyncEnumerable<Page<TableEntity>> PagesAsync(
        string? continuation, int? size, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        do
        {
            var page = await PageAsync(continuation, size, cancellationToken);
            yield return page;
            continuation = page.ContinuationToken;
        }
        while (continuation is not null);
    }

    private async Task<Page<TableEntity>> PageAsync(
        string? continuation, int? size, CancellationToken cancellationToken)
    {
        using var message = pipeline.CreateMessage();
        requests.Fill(message.Request, RequestMethod.Get, requests.QueryPath);
        var address = message.Request.Uri;
        Append(address, "$filter", filter);
        Append(address, "$top", size?.ToString(CultureInfo.InvariantCulture));
        Append(address, "$select", select);
        var next = continuation?.Split(' ');
        Append(address, "NextPartitionKey", next?[0]);
        Append(address, "NextRowKey", next is [_, var row] ? row : null);
        await pipeline.SendAsync(message, cancellationToken);
        TableClient.RequireSuccess(message.Response);
        var entities = TableEntityReader.ReadPage(message.Response.Content);
        return Page<TableEntity>.FromValues(entities, ContinuationOf(message.Response), message.Response);
    }

    private static void Append(RequestUriBuilder address, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            address.AppendQuery(name, Uri.EscapeDataString(value), escapeValue: false);
        }
    }

    // The service encodes both parts, so that neither holds a space.
    private static string? ContinuationOf(Response response) =>
        !response.Headers.TryGetValue(NextPartition, out var partition) ? null
        : response.Headers.TryGetValue(NextRow, out var row) ? $"{partition} {row}"
        : partition;
}
