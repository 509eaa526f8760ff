using System.Text;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Evaluation.Core.Communities;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Store;

/// <summary>What an idempotency key stands for.</summary>
/// <param name="Id">The submission that first came with it.</param>
/// <param name="IsNew">Whether it came just now.</param>
internal sealed record IdempotencyClaim(SubmissionId Id, bool IsNew);

/// <summary>
/// The keys that senders give to be answered once: table <c>Submissions</c>, beside the submissions of the service,
/// after them. A key is that of one caller.
/// </summary>
internal sealed class IdempotencyKeys(Table table)
{
    /// <summary>Rows of keys come after every row of a submission.</summary>
    public const string FirstRow = "key";

    /// <summary>Takes a key for a submission; the submission that has it when it is taken.</summary>
    /// <param name="siren">Community.</param>
    /// <param name="mutualisation">Slug.</param>
    /// <param name="caller">Who sends.</param>
    /// <param name="key">As sent.</param>
    /// <param name="request">What is asked, so that the same key for something else is seen.</param>
    /// <param name="id">The submission it would stand for.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Null when the key stands for something else.</returns>
    public async Task<IdempotencyClaim?> ClaimAsync(
        Siren siren,
        string mutualisation,
        string caller,
        string key,
        string request,
        SubmissionId id,
        CancellationToken cancellationToken)
    {
        var row = TableKey.Join(FirstRow, SubmissionId.HashOf(Encoding.UTF8.GetBytes($"{caller}\n{key}")));
        var entity = new TableEntity(SubmissionRow.PartitionOf(siren, mutualisation), row)
        {
            ["SubmissionId"] = id.Text,
            ["Request"] = request,
        };
        try
        {
            await table.AddEntityAsync(entity, cancellationToken);
            return new IdempotencyClaim(id, IsNew: true);
        }
        catch (RequestFailedException e) when (e.ErrorCode == TableErrorCode.EntityAlreadyExists)
        {
            var taken = (await table.GetEntityAsync(entity.PartitionKey, entity.RowKey, cancellationToken: cancellationToken)).Value;
            return taken.GetString("Request") == request
                ? new IdempotencyClaim(new SubmissionId(taken.GetString("SubmissionId")!), IsNew: false)
                : null;
        }
    }
}
