using Azure.Data.Tables;
using Evaluation.Core.Communities;
using Evaluation.Core.Problems;
using Evaluation.Core.Submissions;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Store;

/// <summary>A submission as a row of table <c>Submissions</c>.</summary>
internal static class SubmissionRow
{
    public static string PartitionOf(Siren siren, string mutualisation) => TableKey.Join(siren.ToString(), mutualisation);

    public static TableEntity Of(LoggedSubmission submission) => Of(submission, submission.Id.RowKey);

    /// <summary>The same under another key of its partition.</summary>
    public static TableEntity Of(LoggedSubmission submission, string rowKey)
    {
        var entity = new TableEntity(PartitionOf(submission.Siren, submission.Mutualisation), rowKey)
        {
            ["SubmissionId"] = submission.Id.Text,
            ["State"] = DomainCode.Of(submission.State),
            ["ReceivedAt"] = submission.Id.ReceivedAt,
            ["Source"] = submission.Terms.Source,
            ["Reason"] = submission.Terms.Reason,
            ["Caller"] = submission.Terms.Caller,
            ["MediaType"] = submission.Terms.MediaType,
            ["Period"] = submission.Terms.Period,
            ["Sheet"] = submission.Terms.Sheet,
            ["Strategy"] = DomainCode.Of(submission.Terms.Strategy),
            ["Mode"] = DomainCode.Of(submission.Terms.Mode),
            ["Sha256"] = submission.Sha256,
        };
        if (submission.Counts is { } counts)
        {
            entity["Received"] = counts.Received;
            entity["Created"] = counts.Created;
            entity["Changed"] = counts.Changed;
            entity["Unchanged"] = counts.Unchanged;
            entity["Superseded"] = counts.Superseded;
            entity["Deleted"] = counts.Deleted;
            entity["Rejected"] = counts.Rejected;
            entity["Warnings"] = counts.Warnings;
            entity["NotSent"] = counts.NotSent;
        }

        return entity;
    }

    /// <exception cref="InvalidDataException">The row cannot be read.</exception>
    public static LoggedSubmission Read(TableEntity entity)
    {
        var key = TableKey.Split(entity.PartitionKey);
        var state = Choice<SubmissionState>(entity, "State");
        return new LoggedSubmission(
            Siren.Parse(key[0]),
            key[1],
            new SubmissionId(Text(entity, "SubmissionId")),
            new SubmissionTerms(
                Text(entity, "Source"),
                entity.GetString("Reason"),
                Text(entity, "Caller"),
                Text(entity, "MediaType"),
                entity.GetString("Period"),
                entity.GetString("Sheet"),
                Choice<WriteStrategy>(entity, "Strategy"),
                Choice<SubmissionMode>(entity, "Mode")),
            Text(entity, "Sha256"),
            state,
            state == SubmissionState.Applied && entity.ContainsKey("Received") ? Counts(entity) : null);
    }

    private static SubmissionCounts Counts(TableEntity entity)
    {
        return new SubmissionCounts(
            Count("Received"),
            Count("Created"),
            Count("Changed"),
            Count("Unchanged"),
            Count("Superseded"),
            Count("Deleted"),
            Count("Rejected"),
            Count("Warnings"))
        {
            NotSent = entity.GetInt32("NotSent"),
        };

        int Count(string name) => entity.GetInt32(name) ?? throw Unreadable(name);
    }

    private static string Text(TableEntity entity, string name) => entity.GetString(name) ?? throw Unreadable(name);

    private static T Choice<T>(TableEntity entity, string name)
        where T : struct, Enum =>
        DomainCode.TryParse<T>(entity.GetString(name), out var value) ? value : throw Unreadable(name);

    private static InvalidDataException Unreadable(string name) => new($"A stored submission has no readable {name}.");
}
