using Evaluation.Core.Communities;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Store;

/// <summary>How many rows became what.</summary>
public sealed record SubmissionCounts(
    int Received, int Created, int Changed, int Unchanged, int Superseded, int Rejected, int Warnings);

/// <summary>A submission as the log knows it.</summary>
/// <param name="Siren">Community.</param>
/// <param name="Mutualisation">Slug.</param>
/// <param name="Id">Which.</param>
/// <param name="Source">Application that sent it.</param>
/// <param name="Sha256">Of the body.</param>
/// <param name="Counts">What became of its rows; null until applied.</param>
public sealed record LoggedSubmission(
    Siren Siren, string Mutualisation, SubmissionId Id, string Source, string Sha256, SubmissionCounts? Counts);

/// <summary>
/// What was received: table <c>Submissions</c>, one partition per mutualisation, the latest first. A row goes from
/// received to applied; one that stays received is finished by ReconcileOnSchedule.
/// </summary>
internal sealed class SubmissionLog(TableClient table)
{
    private const string Received = "received";
    private const string Applied = "applied";

    /// <summary>Notes that a body is in the journal; the same again changes nothing.</summary>
    public Task NoteReceivedAsync(LoggedSubmission submission, CancellationToken cancellationToken) =>
        table.UpsertEntityAsync(Entity(submission, Received), TableUpdateMode.Merge, cancellationToken);

    /// <summary>Notes what became of its rows.</summary>
    public Task NoteAppliedAsync(LoggedSubmission submission, CancellationToken cancellationToken) =>
        table.UpsertEntityAsync(Entity(submission, Applied), TableUpdateMode.Merge, cancellationToken);

    /// <summary>The submission of an id; null when there is none.</summary>
    public async Task<LoggedSubmission?> FindAsync(
        Siren siren, string mutualisation, SubmissionId id, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync(
            PartitionOf(siren, mutualisation), id.RowKey, cancellationToken: cancellationToken);
        return found.HasValue ? Read(found.Value!) : null;
    }

    /// <summary>The latest submissions of a mutualisation, at most <paramref name="count"/>.</summary>
    public async Task<IReadOnlyList<LoggedSubmission>> LatestAsync(
        Siren siren, string mutualisation, int count, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {PartitionOf(siren, mutualisation)}");
        var latest = new List<LoggedSubmission>();
        await foreach (var entity in table.QueryAsync(filter, maxPerPage: count, cancellationToken: cancellationToken))
        {
            latest.Add(Read(entity));
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
        var filter = TableClient.CreateQueryFilter($"State eq {Received} and ReceivedAt lt {before}");
        var unfinished = new List<LoggedSubmission>();
        await foreach (var entity in table.QueryAsync(filter, cancellationToken: cancellationToken))
        {
            unfinished.Add(Read(entity));
        }

        return unfinished;
    }

    private static string PartitionOf(Siren siren, string mutualisation) =>
        TableKey.Join(siren.ToString(), mutualisation);

    private static TableEntity Entity(LoggedSubmission submission, string state)
    {
        var entity = new TableEntity(PartitionOf(submission.Siren, submission.Mutualisation), submission.Id.RowKey)
        {
            ["SubmissionId"] = submission.Id.Text,
            ["State"] = state,
            ["ReceivedAt"] = submission.Id.ReceivedAt,
            ["Source"] = submission.Source,
            ["Sha256"] = submission.Sha256,
        };
        if (submission.Counts is { } counts)
        {
            entity["Received"] = counts.Received;
            entity["Created"] = counts.Created;
            entity["Changed"] = counts.Changed;
            entity["Unchanged"] = counts.Unchanged;
            entity["Superseded"] = counts.Superseded;
            entity["Rejected"] = counts.Rejected;
            entity["Warnings"] = counts.Warnings;
        }

        return entity;
    }

    private static LoggedSubmission Read(TableEntity entity)
    {
        var key = TableKey.Split(entity.PartitionKey);
        int Count(string name) => entity.GetInt32(name) ?? 0;
        return new LoggedSubmission(
            Siren.Parse(key[0]),
            key[1],
            new SubmissionId(entity.GetString("SubmissionId")!),
            entity.GetString("Source") ?? "",
            entity.GetString("Sha256") ?? "",
            entity.GetString("State") == Applied
                ? new SubmissionCounts(
                    Count("Received"),
                    Count("Created"),
                    Count("Changed"),
                    Count("Unchanged"),
                    Count("Superseded"),
                    Count("Rejected"),
                    Count("Warnings"))
                : null);
    }
}
