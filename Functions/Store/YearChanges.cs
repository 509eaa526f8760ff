using Azure;
using Evaluation.Core.Submissions;
using Evaluation.Functions.Operate;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Store;

/// <summary>The rows of one partition as they are, and what a submission changes in them.</summary>
internal sealed class YearChanges(string partition)
{
    private readonly Dictionary<string, TableEntity> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TableEntity> _changed = new(StringComparer.Ordinal);

    /// <summary>Insertions of new rows and merges into known ones, in row order.</summary>
    public IEnumerable<TableTransactionAction> Actions => _changed
        .OrderBy(c => c.Key, StringComparer.Ordinal)
        .Select(c => _known.TryGetValue(c.Key, out var known)
            ? new TableTransactionAction(TableTransactionActionType.UpdateMerge, c.Value, known.ETag)
            : new TableTransactionAction(TableTransactionActionType.Add, c.Value, ETag.All));

    public void Know(TableEntity row) => _known[row.RowKey] = row;

    public RowOutcome Put(CheckedRow row, string submission)
    {
        var value = row.Value!;
        var rowKey = ValueStore.RowOf(value.Key.Indicator, value.Key.Member);
        var name = ValueCell.NameOf(value.Key.Period);
        var current = _known.GetValueOrDefault(rowKey)?.GetString(name) is { } text ? ValueCell.Parse(text) : null;
        var next = new ValueCell(
            value.Value,
            value.Status,
            value.Quality,
            (current?.Revision ?? 0) + 1,
            current?.FirstReceivedOn ?? ReceivedOn(submission),
            submission,
            Comment(row.Row));
        if (current?.Submission == submission)
        {
            // This submission again, after a crash or a lost answer: its first outcome still holds.
            return current.Revision == 1 ? RowOutcome.Created : RowOutcome.Changed;
        }

        if (current is not null && current.SaysTheSameAs(next))
        {
            return RowOutcome.Unchanged;
        }

        if (current is not null && string.CompareOrdinal(current.Submission, submission) > 0)
        {
            return RowOutcome.Superseded;
        }

        if (!_changed.TryGetValue(rowKey, out var entity))
        {
            _changed[rowKey] = entity = new TableEntity(partition, rowKey);
        }

        entity[name] = next.ToString();
        return current is null ? RowOutcome.Created : RowOutcome.Changed;
    }

    private static DateOnly ReceivedOn(string submission) =>
        SubmissionId.TryParse(submission, out var id)
            ? ParisTime.DateOf(id.ReceivedAt)
            : throw new ArgumentException($"'{submission}' is not a submission id.", nameof(submission));

    private static string? Comment(SubmittedRow row) =>
        string.IsNullOrWhiteSpace(row.Comment) ? null : row.Comment.Trim();
}
