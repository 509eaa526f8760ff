using Azure;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Submissions;
using Evaluation.Functions.Operate;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Store;

/// <summary>The rows of one partition as they are, and what a submission changes in them.</summary>
internal sealed class YearChanges(string partition)
{
    private const int MaxActions = 100;

    private readonly Dictionary<(string Indicator, Siren? Member), string> _rowKeys = [];
    private readonly Dictionary<string, TableEntity> _known = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, TableEntity> _changed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<TableEntity>> _archives = new(StringComparer.Ordinal);

    /// <summary>
    /// Insertions of new rows and merges into known ones, in row order, in transactions of at most 100; a row and the
    /// earlier revisions that leave it are never parted.
    /// </summary>
    public IEnumerable<IReadOnlyList<TableTransactionAction>> Transactions()
    {
        var transaction = new List<TableTransactionAction>(MaxActions);
        foreach (var (rowKey, row) in _changed)
        {
            var archives = _archives.GetValueOrDefault(rowKey) ?? [];
            if (transaction.Count + 1 + archives.Count > MaxActions)
            {
                yield return transaction;
                transaction = new List<TableTransactionAction>(MaxActions);
            }

            transaction.Add(_known.TryGetValue(rowKey, out var known)
                ? new TableTransactionAction(TableTransactionActionType.UpdateMerge, row, known.ETag)
                : new TableTransactionAction(TableTransactionActionType.Add, row, ETag.All));
            transaction.AddRange(archives.Select(a => new TableTransactionAction(TableTransactionActionType.Add, a, ETag.All)));
        }

        if (transaction.Count > 0)
        {
            yield return transaction;
        }
    }

    /// <summary>Whether a value was written before by the submission that is put now.</summary>
    public bool WasHereBefore { get; private set; }

    public void Know(TableEntity row) => _known[row.RowKey] = row;

    private ValueCell? Find(CheckedRow row)
    {
        var key = row.Key!.Value;
        return _known.GetValueOrDefault(RowOf(key))?.GetString(ValueCell.NameOf(key.Period)) is { } text
            ? ValueCell.Parse(text)
            : null;
    }

    /// <summary>Notes what an accepted row changes, and says what becomes of it.</summary>
    public AppliedRow Put(CheckedRow row, WriteStrategy strategy, string submission)
    {
        var current = Find(row);
        if (current is null)
        {
            return strategy == WriteStrategy.Delete
                ? new AppliedRow(RowOutcome.Unchanged, null)
                : Write(row, null, Next(row, null, submission), RowOutcome.Created);
        }

        if (string.CompareOrdinal(current.Submission, submission) >= 0 && Given(row, current, submission) is { } before)
        {
            WasHereBefore = true;
            return before;
        }

        var next = Next(row, current, submission);
        if (current.SaysTheSameAs(next))
        {
            return new AppliedRow(RowOutcome.Unchanged, null);
        }

        if (strategy == WriteStrategy.Create && !current.IsDeleted)
        {
            return new AppliedRow(RowOutcome.Rejected, null);
        }

        return string.CompareOrdinal(current.Submission, submission) > 0
            ? new AppliedRow(RowOutcome.Superseded, null)
            : Write(row, current, next, OutcomeOf(next, current));
    }

    // This submission again, after a crash or a lost answer: its first outcome still holds.
    private AppliedRow? Given(CheckedRow row, ValueCell current, string submission)
    {
        var key = row.Key!.Value;
        var (rowKey, cell) = (RowOf(key), ValueCell.NameOf(key.Period));
        var beside = CellRevisions.Beside(_known[rowKey], cell);
        var archived = CellRevisions.ArchiveKeysOf(rowKey, cell, current.Revision - beside.Count - 1)
            .SelectMany(archive => CellRevisions.Archived(_known[archive]));
        IReadOnlyList<ValueCell> all = [.. archived, .. beside, current];
        return all.Index().FirstOrDefault(c => c.Item.Submission == submission) is (var at, { } mine)
            ? new AppliedRow(OutcomeOf(mine, at == 0 ? null : all[at - 1]), mine.Revision)
            : null;
    }

    private static RowOutcome OutcomeOf(ValueCell next, ValueCell? before) =>
        next.IsDeleted ? RowOutcome.Deleted : before is null or { IsDeleted: true } ? RowOutcome.Created : RowOutcome.Changed;

    private AppliedRow Write(CheckedRow row, ValueCell? current, ValueCell next, RowOutcome outcome)
    {
        var key = row.Key!.Value;
        var rowKey = RowOf(key);
        if (!_changed.TryGetValue(rowKey, out var changed))
        {
            _changed[rowKey] = changed = new TableEntity(partition, rowKey);
        }

        var known = current is null ? null : _known[rowKey];
        if (CellRevisions.Put(known, changed, ValueCell.NameOf(key.Period), next) is { } archive)
        {
            if (!_archives.TryGetValue(rowKey, out var archives))
            {
                _archives[rowKey] = archives = [];
            }

            archives.Add(archive);
        }

        return new AppliedRow(outcome, next.Revision);
    }

    private string RowOf(ValueKey key)
    {
        if (!_rowKeys.TryGetValue((key.Indicator, key.Member), out var row))
        {
            _rowKeys[(key.Indicator, key.Member)] = row = ValueStore.RowOf(key.Indicator, key.Member);
        }

        return row;
    }

    private static ValueCell Next(CheckedRow row, ValueCell? current, string submission) =>
        Revision(row, (current?.Revision ?? 0) + 1, current?.FirstReceivedOn ?? ReceivedOn(submission), submission);

    /// <summary>The cell that a row makes as a revision.</summary>
    public static ValueCell Revision(CheckedRow row, int revision, DateOnly firstReceivedOn, string submission) => new(
        row.Value?.Value,
        row.Value?.Status ?? default,
        row.Value?.Quality ?? default,
        revision,
        firstReceivedOn,
        submission,
        string.IsNullOrWhiteSpace(row.Row.Comment) ? null : row.Row.Comment.Trim());

    /// <summary>The local date on which a submission was received.</summary>
    public static DateOnly ReceivedOn(string submission) =>
        SubmissionId.TryParse(submission, out var id)
            ? ParisTime.DateOf(id.ReceivedAt)
            : throw new ArgumentException($"'{submission}' is not a submission id.", nameof(submission));
}
