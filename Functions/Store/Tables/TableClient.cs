using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Evaluation.Functions.Store.Tables;

/// <summary>
/// One table. It is shaped like the TableClient of Azure.Data.Tables, which cannot be restored from every package
/// source, so that the package can take its place; entities are always <see cref="TableEntity"/>.
/// </summary>
/// <remarks>
/// Throttling, server errors and broken connections are tried again as the options say. A write whose answer got lost
/// is then sent twice, so that an insertion may find its own entity (<see cref="TableErrorCode.EntityAlreadyExists"/>)
/// and an update its own version (<see cref="TableErrorCode.UpdateConditionNotSatisfied"/>). Where Azure.Data.Tables
/// takes a missing table for a missing entity, this one throws.
/// </remarks>
internal sealed class TableClient
{
    private readonly TableRequests _requests;
    private readonly HttpPipeline _pipeline;

    internal TableClient(string name, TableRequests requests, HttpPipeline pipeline)
    {
        Name = name;
        _requests = requests;
        _pipeline = pipeline;
    }

    public string Name { get; }

    /// <summary>A filter whose values are written as literals: quotes in them end nothing.</summary>
    /// <exception cref="ArgumentException">The service cannot compare with such a value.</exception>
    public static string CreateQueryFilter(FormattableString filter) => filter.ToString(TableQueryFilter.Literals);

    public async Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default)
    {
        using var message = _pipeline.CreateMessage();
        var json = BinaryData.FromString($$"""{"TableName":"{{Name}}"}""");
        _requests.FillWrite(message.Request, RequestMethod.Post, TableRequests.TablesPath, json.ToMemory());
        await _pipeline.SendAsync(message, cancellationToken);
        RequireSuccess(message.Response, TableErrorCode.TableAlreadyExists);
        return Response.FromValue(new TableItem(Name), message.Response);
    }

    /// <summary>Inserts; the answer's headers have the ETag.</summary>
    /// <exception cref="RequestFailedException">409 where the entity is there, and any other failure.</exception>
    public Task<Response> AddEntityAsync(TableEntity entity, CancellationToken cancellationToken = default) =>
        WriteAsync(RequestMethod.Post, _requests.InsertPath, entity, default, cancellationToken);

    /// <exception cref="RequestFailedException">404 where there is no such entity, and any other failure.</exception>
    public async Task<Response<TableEntity>> GetEntityAsync(
        string partitionKey,
        string rowKey,
        IEnumerable<string>? select = null,
        CancellationToken cancellationToken = default)
    {
        var found = await GetEntityIfExistsAsync(partitionKey, rowKey, select, cancellationToken);
        return found.HasValue
            ? Response.FromValue(found.Value!, found.GetRawResponse())
            : throw new RequestFailedException(found.GetRawResponse());
    }

    /// <exception cref="RequestFailedException">Any failure but a missing entity.</exception>
    public async Task<NullableResponse<TableEntity>> GetEntityIfExistsAsync(
        string partitionKey,
        string rowKey,
        IEnumerable<string>? select = null,
        CancellationToken cancellationToken = default)
    {
        using var message = _pipeline.CreateMessage();
        _requests.Fill(message.Request, RequestMethod.Get, _requests.EntityPath(partitionKey, rowKey));
        if (select is not null)
        {
            message.Request.Uri.AppendQuery("$select", string.Join(',', select));
        }

        await _pipeline.SendAsync(message, cancellationToken);
        RequireSuccess(message.Response, TableErrorCode.ResourceNotFound);
        return message.Response.Status == 200
            ? Response.FromValue(TableEntityReader.ReadEntity(message.Response.Content), message.Response)
            : new NoValueResponse<TableEntity>(message.Response);
    }

    /// <param name="entity">The entity.</param>
    /// <param name="ifMatch">The version it must have, or <see cref="ETag.All"/> for any.</param>
    /// <param name="mode">What becomes of properties it does not name.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <exception cref="ArgumentException">No version was named.</exception>
    /// <exception cref="RequestFailedException">404, 412 for another version, and any other failure.</exception>
    public Task<Response> UpdateEntityAsync(
        TableEntity entity,
        ETag ifMatch,
        TableUpdateMode mode = TableUpdateMode.Merge,
        CancellationToken cancellationToken = default) => ifMatch == default
            ? throw new ArgumentException("Name the version to update, or ETag.All.", nameof(ifMatch))
            : WriteAsync(MethodOf(mode), PathOf(entity), entity, ifMatch, cancellationToken);

    /// <summary>Inserts, or writes over whatever version there is.</summary>
    public Task<Response> UpsertEntityAsync(
        TableEntity entity,
        TableUpdateMode mode = TableUpdateMode.Merge,
        CancellationToken cancellationToken = default) =>
        WriteAsync(MethodOf(mode), PathOf(entity), entity, default, cancellationToken);

    /// <summary>Deletes; without a version, whatever there is. The answer is 404 where there was nothing.</summary>
    /// <exception cref="RequestFailedException">412 where the version is another, and any other failure.</exception>
    public async Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        using var message = _pipeline.CreateMessage();
        _requests.Fill(message.Request, RequestMethod.Delete, _requests.EntityPath(partitionKey, rowKey));
        message.Request.Headers.Add(
            HttpHeader.Names.IfMatch, (ifMatch == default ? ETag.All : ifMatch).ToString("H"));
        await _pipeline.SendAsync(message, cancellationToken);
        RequireSuccess(message.Response, TableErrorCode.ResourceNotFound);
        return message.Response;
    }

    /// <summary>All the actions or none: an entity-group transaction. The answers, in order, have the ETags.</summary>
    /// <exception cref="ArgumentException">
    /// No or more than 100 actions, several partitions, a row twice, or more than 4 MiB; nothing was sent.
    /// </exception>
    /// <exception cref="TableTransactionFailedException">The service refused an action, and so all of them.</exception>
    /// <exception cref="RequestFailedException">Any other failure.</exception>
    public async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        TableTransactionAction[] actions = [.. transactionActions];
        TableTransactionBody.RequireValid(actions);
        using var message = _pipeline.CreateMessage();
        _requests.Fill(message.Request, RequestMethod.Post, TableRequests.TransactionPath);
        message.Request.Headers.Add(HttpHeader.Names.ContentType, TableTransactionBody.ContentType);
        message.Request.Content = RequestContent.Create(TableTransactionBody.Write(_requests, actions));
        await _pipeline.SendAsync(message, cancellationToken);
        if (message.Response is TableTransactionPart refusal)
        {
            throw new TableTransactionFailedException(refusal);
        }

        RequireSuccess(message.Response);
        var answers = TableTransactionAnswer.Read(message.Response, actions.Length);
        return Response.FromValue(answers, message.Response);
    }

    /// <summary>The entities that the filter lets through, in the order of their keys, page after page.</summary>
    /// <param name="filter">See <see cref="CreateQueryFilter"/>; everything when null.</param>
    /// <param name="maxPerPage">At most 1 000, which is also what null means.</param>
    /// <param name="select">Only these properties, keys included; all when null.</param>
    /// <param name="cancellationToken">Stops the enumeration.</param>
    public AsyncPageable<TableEntity> QueryAsync(
        string? filter = null,
        int? maxPerPage = null,
        IEnumerable<string>? select = null,
        CancellationToken cancellationToken = default) =>
        new TableEntityPages(
            _requests,
            _pipeline,
            filter,
            maxPerPage,
            select is null ? null : string.Join(',', select),
            cancellationToken);

    internal static void RequireSuccess(Response response, string? tolerated = null)
    {
        if (response.Status is >= 200 and < 300)
        {
            return;
        }

        var failure = new RequestFailedException(response);
        if (tolerated is null || failure.ErrorCode != tolerated)
        {
            throw failure;
        }
    }

    private static RequestMethod MethodOf(TableUpdateMode mode) =>
        mode == TableUpdateMode.Replace ? RequestMethod.Put : RequestMethod.Patch;

    private string PathOf(TableEntity entity) => _requests.EntityPath(entity.PartitionKey, entity.RowKey);

    private async Task<Response> WriteAsync(
        RequestMethod method, string path, TableEntity entity, ETag ifMatch, CancellationToken cancellationToken)
    {
        using var writer = new TableEntityWriter();
        using var message = _pipeline.CreateMessage();
        _requests.FillWrite(message.Request, method, path, writer.Write(entity));
        if (ifMatch != default)
        {
            message.Request.Headers.Add(HttpHeader.Names.IfMatch, ifMatch.ToString("H"));
        }

        await _pipeline.SendAsync(message, cancellationToken);
        RequireSuccess(message.Response);
        return message.Response;
    }
}
