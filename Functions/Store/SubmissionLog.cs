using Azure;
using Evaluation.Core.Communities;
using Evaluation.Core.Problems;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Store;

/// <summary>
/// What was received: table <c>Submissions</c>, one partition per mutualisation, the latest first. A row goes from
/// received to applied; one that stays received is finished by ReconcileOnSchedule.
/// </summary>
internal sealed class SubmissionLog(TableClient table)
{
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
            await table.AddEntityAsync(entity, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.ErrorCode == TableErrorCode.EntityAlreadyExists)
        {
            var there = await table.GetEntityAsync(entity.PartitionKey, entity.RowKey, cancellationToken: cancellationToken);
            return there.Value.GetString(RequestProperty) == request;
        }
    }

    /// <summary>Notes where a submission stands now; the row then holds what the journal tells of it, nothing more.</summary>
    public Task PutAsync(LoggedSubmission submission, CancellationToken cancellationToken) =>
        table.UpsertEntityAsync(SubmissionRow.Of(submission), TableUpdateMode.Replace, cancellationToken);

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
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey lt {IdempotencyKeys.FirstRow}");
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

    /// <summary>Submissions received before an instant that were never applied: a crash left them half done.</summary>
    public async Task<IReadOnlyList<LoggedSubmission>> UnfinishedAsync(
        DateTimeOffset before, CancellationToken cancellationToken)
    {
        var received = DomainCode.Of(SubmissionState.Received);
        var filter = TableClient.CreateQueryFilter($"State eq {received} and ReceivedAt lt {before}");
        var unfinished = new List<LoggedSubmission>();
        await foreach (var entity in table.QueryAsync(filter, cancellationToken: cancellationToken))
        {
            unfinished.Add(SubmissionRow.Read(entity));
        }

        return unfinished;
    }
}
