using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Evaluation.Core.Calendar;
using Evaluation.Core.Communities;
using Evaluation.Core.Problems;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Store;

/// <summary>A notice, with the version that was read.</summary>
internal sealed record KeptNotice(Notice Notice, ETag ETag);

/// <summary>
/// The outbox: table <c>Notices</c>, partition the community, the latest day first. Insert-if-absent makes one notice
/// per occurrence and recipient; rows are never deleted.
/// </summary>
internal sealed class NoticeStore(Table table)
{
    private const int LongestId = 60;

    /// <summary>Keeps a notice unless it is kept already; false when it was.</summary>
    public async Task<bool> AddAsync(Notice notice, CancellationToken cancellationToken)
    {
        try
        {
            await table.AddEntityAsync(NoticeRows.Entity(notice), cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.ErrorCode == TableErrorCode.EntityAlreadyExists)
        {
            return false;
        }
    }

    /// <summary>The notice of an id; null when there is none.</summary>
    public async Task<KeptNotice?> FindAsync(Siren siren, string id, CancellationToken cancellationToken)
    {
        if (id.Length > LongestId)
        {
            return null;
        }

        var found = await table.GetEntityIfExistsAsync(
            TableKey.Join(siren.ToString()), TableKey.Join(id), cancellationToken: cancellationToken);
        return found.HasValue ? new KeptNotice(NoticeRows.Read(found.Value!), found.Value!.ETag) : null;
    }

    /// <summary>The notices of a community, the latest day first.</summary>
    /// <param name="siren">Community.</param>
    /// <param name="state">Only those in this state; all when null.</param>
    /// <param name="mutualisation">Only those of this service; all when null.</param>
    /// <param name="after">The id after which to begin; null for the latest.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async IAsyncEnumerable<KeptNotice> ListAsync(
        Siren siren,
        NoticeState? state,
        string? mutualisation,
        string? after,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = Table.CreateQueryFilter($"PartitionKey eq {TableKey.Join(siren.ToString())} and RowKey gt {after ?? ""}");
        if (state is { } wanted)
        {
            filter += Table.CreateQueryFilter($" and State eq {DomainCode.Of(wanted)}");
        }

        if (mutualisation is not null)
        {
            filter += Table.CreateQueryFilter($" and Mutualisation eq {mutualisation}");
        }

        await foreach (var entity in table.QueryAsync(filter, cancellationToken: cancellationToken))
        {
            yield return new KeptNotice(NoticeRows.Read(entity), entity.ETag);
        }
    }

    /// <summary>The notices of a community of a kind, those of a day or later, the latest day first.</summary>
    public async Task<IReadOnlyList<Notice>> SinceAsync(Siren siren, CalendarKind kind, DateOnly since, CancellationToken cancellationToken)
    {
        var filter = Table.CreateQueryFilter(
            $"PartitionKey eq {TableKey.Join(siren.ToString())} and RowKey lt {Notice.AfterDay(since)} and Kind eq {DomainCode.Of(kind)}");
        var notices = new List<Notice>();
        await foreach (var entity in table.QueryAsync(filter, cancellationToken: cancellationToken))
        {
            notices.Add(NoticeRows.Read(entity));
        }

        return notices;
    }

    /// <summary>
    /// The same as putting a notice in place of the version that was read, and keeps another with it unless that is kept already:
    /// both or neither.
    /// </summary>
    public async Task<KeptNotice?> TryReplaceAsync(KeptNotice read, Notice notice, Notice with, CancellationToken cancellationToken)
    {
        if (await FindAsync(with.Siren, with.Id, cancellationToken) is not null)
        {
            return await TryReplaceAsync(read, notice, cancellationToken);
        }

        try
        {
            var answers = await table.SubmitTransactionAsync(
                [
                    new TableTransactionAction(TableTransactionActionType.UpdateReplace, NoticeRows.Entity(notice), read.ETag),
                    new TableTransactionAction(TableTransactionActionType.Add, NoticeRows.Entity(with)),
                ],
                cancellationToken);
            return new KeptNotice(notice, answers.Value[0].Headers.ETag ?? throw new InvalidDataException("Storage gave no ETag."));
        }
        catch (TableTransactionFailedException e) when (e.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied)
        {
            return null;
        }
    }

    /// <summary>Puts a notice in place of the version that was read; null when someone else wrote in between.</summary>
    public async Task<KeptNotice?> TryReplaceAsync(KeptNotice read, Notice notice, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await table.UpdateEntityAsync(
                NoticeRows.Entity(notice), read.ETag, TableUpdateMode.Replace, cancellationToken);
            return new KeptNotice(notice, answer.Headers.ETag ?? throw new InvalidDataException("Storage gave no ETag."));
        }
        catch (RequestFailedException e) when (e.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied)
        {
            return null;
        }
    }
}
