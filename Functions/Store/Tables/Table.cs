using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Polly;

namespace Evaluation.Functions.Store.Tables;

/// <summary>
/// One table through Azure.Data.Tables, with what the package (12.13.0) does not do: a missing table is never taken for
/// a missing entity, decimals never become numbers, transactions are checked before they are sent, sent again where the
/// service was busy, and answered action by action. The methods are those of the package.
/// </summary>
/// <remarks>
/// Throttling, server errors and broken connections are tried again. A write whose answer got lost is then sent twice,
/// so that an insertion may find its own entity (<see cref="TableErrorCode.EntityAlreadyExists"/>) and an update its own
/// version (<see cref="TableErrorCode.UpdateConditionNotSatisfied"/>).
/// </remarks>
internal sealed class Table(TableClient client, ResiliencePipeline busy)
{
    public string Name => client.Name;

    /// <summary>A filter whose values are written as literals: quotes in them end nothing.</summary>
    /// <exception cref="ArgumentException">
    /// A value other than text, a truth value or an integer: the package writes it as something that finds nothing.
    /// </exception>
    public static string CreateQueryFilter(FormattableString filter) =>
        filter.GetArguments().FirstOrDefault(value => value is not (string or bool or int or long)) is { } refused
            ? throw new ArgumentException($"A filter cannot compare with a {refused.GetType().Name}.", nameof(filter))
            : filter.GetArguments().Contains(null)
                ? throw new ArgumentException("A filter cannot compare with null.", nameof(filter))
                : TableClient.CreateQueryFilter(filter);

    public Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default) =>
        client.CreateIfNotExistsAsync(cancellationToken);

    /// <summary>Inserts; the answer's headers have the ETag.</summary>
    /// <exception cref="ArgumentException">The entity cannot be stored; see <see cref="TableRules"/>.</exception>
    /// <exception cref="RequestFailedException">409 where the entity is there, and any other failure.</exception>
    public Task<Response> AddEntityAsync(TableEntity entity, CancellationToken cancellationToken = default) =>
        client.AddEntityAsync(TableRules.Storable(entity), cancellationToken);

    /// <exception cref="RequestFailedException">404 where there is no such entity, and any other failure.</exception>
    public Task<Response<TableEntity>> GetEntityAsync(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default) =>
        client.GetEntityAsync<TableEntity>(partitionKey, rowKey, select, cancellationToken);

    /// <exception cref="RequestFailedException">Any failure but a missing entity.</exception>
    public async Task<NullableResponse<TableEntity>> GetEntityIfExistsAsync(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
    {
        var found = await client.GetEntityIfExistsAsync<TableEntity>(partitionKey, rowKey, select, cancellationToken);
        if (!found.HasValue)
        {
            RequireTable(found.GetRawResponse());
        }

        return found;
    }

    /// <param name="entity">The entity.</param>
    /// <param name="ifMatch">The version it must have, or <see cref="ETag.All"/> for any.</param>
    /// <param name="mode">What becomes of properties it does not name.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <exception cref="ArgumentException">No version was named, or the entity cannot be stored.</exception>
    /// <exception cref="RequestFailedException">404, 412 for another version, and any other failure.</exception>
    public Task<Response> UpdateEntityAsync(
        TableEntity entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default) =>
        client.UpdateEntityAsync(TableRules.Storable(entity), ifMatch, mode, cancellationToken);

    /// <summary>Inserts, or writes over whatever version there is.</summary>
    /// <exception cref="ArgumentException">The entity cannot be stored.</exception>
    public Task<Response> UpsertEntityAsync(
        TableEntity entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default) =>
        client.UpsertEntityAsync(TableRules.Storable(entity), mode, cancellationToken);

    /// <summary>Deletes; without a version, whatever there is. The answer is 404 where there was nothing.</summary>
    /// <exception cref="RequestFailedException">412 where the version is another, and any other failure.</exception>
    public async Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        var answer = await client.DeleteEntityAsync(partitionKey, rowKey, ifMatch, cancellationToken);
        RequireTable(answer);
        return answer;
    }

    /// <summary>
    /// All the actions or none: an entity-group transaction. The answers, in order, have the ETags. A version counts only
    /// where it is given to the action; that of the entity is not looked at.
    /// </summary>
    /// <exception cref="ArgumentException">The service would refuse it as a whole; nothing was sent.</exception>
    /// <exception cref="TableTransactionFailedException">The service refused an action, and so all of them.</exception>
    /// <exception cref="RequestFailedException">Any other failure.</exception>
    public async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        TableTransactionAction[] actions = [.. transactionActions];
        TableRules.RequireValid(actions);
        var answer = await busy.ExecuteAsync(
            static async (sent, token) => await sent.client.SubmitTransactionAsync(sent.actions, token), (client, actions), cancellationToken);
        return answer.Value.Count == actions.Length
            ? answer
            : throw new RequestFailedException(
                $"The answer has {answer.Value.Count} parts for {actions.Length} actions: what was done is not known.");
    }

    /// <summary>The entities that the filter lets through, in the order of their keys, page after page.</summary>
    /// <param name="filter">See <see cref="CreateQueryFilter"/>; everything when null.</param>
    /// <param name="maxPerPage">At most 1 000, which is also what null means.</param>
    /// <param name="select">Only these properties; all when null.</param>
    /// <param name="cancellationToken">Stops the enumeration.</param>
    public AsyncPageable<TableEntity> QueryAsync(
        string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default) =>
        client.QueryAsync<TableEntity>(filter, maxPerPage, select, cancellationToken);

    // Of a 404 the package only says that there is nothing; the answer says what is not there.
    private static void RequireTable(Response answer)
    {
        if (answer.Status == 404 && CodeOf(answer) == TableErrorCode.TableNotFound)
        {
            throw new RequestFailedException(404, "The table does not exist.", TableErrorCode.TableNotFound.ToString(), null);
        }
    }

    private static string? CodeOf(Response answer)
    {
        if (answer.Headers.TryGetValue("x-ms-error-code", out var code))
        {
            return code;
        }

        try
        {
            using var body = JsonDocument.Parse(answer.Content);
            return body.RootElement.GetProperty("odata.error").GetProperty("code").GetString();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new RequestFailedException(answer);
        }
    }
}
