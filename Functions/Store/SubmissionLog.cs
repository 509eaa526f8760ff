using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Evaluation.Core.Communities;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Store;

/// <summary>
/// What was received: table <c>Submissions</c>, one partition per mutualisation, the latest first. A row goes from
/// received to applied. While it is received a second row says that it is open, which one transaction writes with it and
/// another takes away: what a crash left is found without reading what years have gathered.
/// </summary>
internal sealed class SubmissionLog(Table table)
{
    private const string OpenRow = "open";
    private const string ChangedRow = "years";
    private const string ChangedProperty = "ChangedAt";
    private const string RequestProperty = "Request";

    /// <summary>Notes that a submission is coming in; false when another request took its id.</summary>
    /// <param name="submission">Received.</param>
    /// <param name="request">Which request, so that its own first try is known when the answer to it was lost.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<bool> TryAddAsync(LoggedSubmission submission, string request, CancellationToken cancellationToken)
    {
        var entity = SubmissionRow.Of(submission);
        entity[RequestProperty] = request;
        try
        {
            await table.SubmitTransactionAsync(
                [
                    new TableTransactionAction(TableTransactionActionType.Add, entity),
                    new TableTransactionAction(TableTransactionActionType.UpsertReplace, Open(submission)),
                ],
                cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.ErrorCode == TableErrorCode.EntityAlreadyExists)
        {
            var there = await table.GetEntityAsync(entity.PartitionKey, entity.RowKey, cancellationToken: cancellationToken);
            return there.Value.GetString(RequestProperty) == request;
        }
    }

    /// <summary>
    /// Notes how a submission ended, and of which years it changed values; the row then holds what the journal tells of it,
    /// nothing more.
    /// </summary>
    /// <param name="submission">As it ended.</param>
    /// <param name="changed">Years of which a value came, changed or went.</param>
    /// <param name="at">When that was written.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task CloseAsync(
        LoggedSubmission submission, IReadOnlyCollection<int> changed, DateTimeOffset at, CancellationToken cancellationToken)
    {
        List<TableTransactionAction> ending =
        [
            new TableTransactionAction(TableTransactionActionType.UpsertReplace, SubmissionRow.Of(submission)),
            .. changed.Select(year => new TableTransactionAction(
                TableTransactionActionType.UpsertReplace, Changed(submission.Siren, submission.Mutualisation, year, at))),
        ];
        try
        {
            await table.SubmitTransactionAsync(
                [.. ending, new TableTransactionAction(TableTransactionActionType.Delete, Open(submission))], cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            // Someone else closed it, or its row was lost: it is not open.
            await table.SubmitTransactionAsync(ending, cancellationToken);
        }
    }

    /// <summary>Notes that values of a year changed, whoever sent them.</summary>
    public Task NoteChangeAsync(Siren siren, string mutualisation, int year, DateTimeOffset at, CancellationToken cancellationToken) =>
        table.UpsertEntityAsync(Changed(siren, mutualisation, year, at), TableUpdateMode.Replace, cancellationToken);

    /// <summary>When values of each year of a mutualisation last changed; years that never did are left out.</summary>
    public async Task<IReadOnlyDictionary<int, DateTimeOffset>> ChangedAsync(
        Siren siren, string mutualisation, CancellationToken cancellationToken)
    {
        var from = TableKey.Join(ChangedRow, "");
        var filter = Table.CreateQueryFilter(
            $"PartitionKey eq {SubmissionRow.PartitionOf(siren, mutualisation)} and RowKey ge {from} and RowKey lt {from[..^1] + "}"}");
        var changed = new Dictionary<int, DateTimeOffset>();
        await foreach (var entity in table.QueryAsync(filter, cancellationToken: cancellationToken))
        {
            changed[int.Parse(TableKey.Split(entity.RowKey)[1], NumberStyles.None, CultureInfo.InvariantCulture)] =
                entity.GetDateTimeOffset(ChangedProperty) ?? throw new InvalidDataException($"{entity.RowKey} has no date.");
        }

        return changed;
    }

    /// <summary>Puts the row of a submission that ended, whatever is there.</summary>
    public Task PutAsync(LoggedSubmission submission, CancellationToken cancellationToken) =>
        table.UpsertEntityAsync(SubmissionRow.Of(submission), TableUpdateMode.Replace, cancellationToken);

    /// <summary>Takes away the row of a submission, and that it is open.</summary>
    public async Task RemoveAsync(Siren siren, string mutualisation, SubmissionId id, CancellationToken cancellationToken)
    {
        var partition = SubmissionRow.PartitionOf(siren, mutualisation);
        await table.DeleteEntityAsync(partition, TableKey.Join(OpenRow, id.Text), ETag.All, cancellationToken);
        await table.DeleteEntityAsync(partition, id.RowKey, ETag.All, cancellationToken);
    }

    /// <summary>The submission of an id; null when there is none.</summary>
    public async Task<LoggedSubmission?> FindAsync(
        Siren siren, string mutualisation, SubmissionId id, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync(
            SubmissionRow.PartitionOf(siren, mutualisation), id.RowKey, cancellationToken: cancellationToken);
        return found.HasValue ? SubmissionRow.Read(found.Value!) : null;
    }

    /// <summary>The latest submissions of a mutualisation, at most <paramref name="count"/>.</summary>
    public async Task<IReadOnlyList<LoggedSubmission>> LatestAsync(
        Siren siren, string mutualisation, int count, CancellationToken cancellationToken)
    {
        var partition = SubmissionRow.PartitionOf(siren, mutualisation);
        var filter = Table.CreateQueryFilter($"PartitionKey eq {partition} and RowKey lt {IdempotencyKeys.FirstRow}");
        var latest = new List<LoggedSubmission>();
        await foreach (var entity in table.QueryAsync(filter, maxPerPage: count, cancellationToken: cancellationToken))
        {
            latest.Add(SubmissionRow.Read(entity));
            if (latest.Count == count)
            {
                break;
            }
        }

        return latest;
    }

    /// <summary>Submissions of a mutualisation received before an instant that never ended: a crash left them half done.</summary>
    public async Task<IReadOnlyList<LoggedSubmission>> UnfinishedAsync(
        Siren siren, string mutualisation, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var partition = SubmissionRow.PartitionOf(siren, mutualisation);
        var (first, last) = (TableKey.Join(OpenRow, ""), TableKey.Join(OpenRow, SubmissionId.TimeText(before)));
        var filter = Table.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {first} and RowKey lt {last}");
        var unfinished = new List<LoggedSubmission>();
        await foreach (var entity in table.QueryAsync(filter, cancellationToken: cancellationToken))
        {
            unfinished.Add(SubmissionRow.Read(entity));
        }

        return unfinished;
    }

    private static TableEntity Changed(Siren siren, string mutualisation, int year, DateTimeOffset at) => new(
        SubmissionRow.PartitionOf(siren, mutualisation),
        TableKey.Join(ChangedRow, year.ToString("D4", CultureInfo.InvariantCulture)))
    {
        [ChangedProperty] = at,
    };

    // Everything that finishing it takes, so that it is found by one query.
    private static TableEntity Open(LoggedSubmission submission) =>
        SubmissionRow.Of(submission, TableKey.Join(OpenRow, submission.Id.Text));
}
