using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Evaluation.Core.Problems;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Store;

/// <summary>A message that was put aside, with the version that was read.</summary>
internal sealed record KeptMessage(PoisonedMessage Message, ETag ETag);

/// <summary>
/// Messages that were put aside, each once: table <c>Poison</c>, one partition, the latest first. Rows are never
/// deleted: what was decided, by whom and why, stays.
/// </summary>
internal sealed class PoisonStore(Table table)
{
    private const string Partition = "poison";

    /// <summary>Keeps a message unless it is kept already; false when it was.</summary>
    public async Task<bool> AddAsync(PoisonedMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await table.AddEntityAsync(Entity(message), cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.ErrorCode == TableErrorCode.EntityAlreadyExists)
        {
            return false;
        }
    }

    /// <summary>The message of an id; null when there is none.</summary>
    public async Task<KeptMessage?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync(Partition, TableKey.Join(id), cancellationToken: cancellationToken);
        return found.HasValue ? new KeptMessage(Read(found.Value!), found.Value!.ETag) : null;
    }

    /// <summary>Messages in a state, the latest first, at most <paramref name="count"/>.</summary>
    public async Task<IReadOnlyList<PoisonedMessage>> LatestAsync(
        PoisonState? state, int count, CancellationToken cancellationToken)
    {
        var filter = state is { } wanted
            ? Table.CreateQueryFilter($"PartitionKey eq {Partition} and State eq {DomainCode.Of(wanted)}")
            : Table.CreateQueryFilter($"PartitionKey eq {Partition}");
        var latest = new List<PoisonedMessage>();
        await foreach (var entity in table.QueryAsync(filter, maxPerPage: count, cancellationToken: cancellationToken).Take(count))
        {
            latest.Add(Read(entity));
        }

        return latest;
    }

    /// <summary>Notes what was decided about a message; false when someone else decided in between.</summary>
    public async Task<bool> TryDecideAsync(KeptMessage read, PoisonedMessage decided, CancellationToken cancellationToken)
    {
        try
        {
            await table.UpdateEntityAsync(Entity(decided), read.ETag, TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied)
        {
            return false;
        }
    }

    private static TableEntity Entity(PoisonedMessage message) => new(Partition, TableKey.Join(message.Id))
    {
        ["Queue"] = message.Queue,
        ["Body"] = message.Body,
        ["Cause"] = message.Cause,
        ["FirstSeenAt"] = message.FirstSeenAt,
        ["Attempts"] = message.Attempts,
        ["OperationId"] = message.OperationId,
        ["State"] = DomainCode.Of(message.State),
        ["DecidedBy"] = message.DecidedBy,
        ["DecidedAt"] = message.DecidedAt,
        ["Reason"] = message.Reason,
    };

    private static PoisonedMessage Read(TableEntity entity) => new(
        TableKey.Split(entity.RowKey)[0],
        entity.GetString("Queue") ?? "",
        entity.GetString("Body") ?? "",
        entity.GetString("Cause") ?? "",
        entity.GetDateTimeOffset("FirstSeenAt") ?? default,
        entity.GetInt32("Attempts") ?? 0,
        entity.GetString("OperationId"))
    {
        State = DomainCode.TryParse<PoisonState>(entity.GetString("State"), out var state)
            ? state
            : throw new InvalidDataException("A kept message has no state."),
        DecidedBy = entity.GetString("DecidedBy"),
        DecidedAt = entity.GetDateTimeOffset("DecidedAt"),
        Reason = entity.GetString("Reason"),
    };
}
