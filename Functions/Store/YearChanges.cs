using Azure;
using Azure.Data.Tables;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Submissions;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Store;

/// <summary>The rows of one partition as they are, and what a submission changes in them.</summary>
/// <param name="partition">Of one year.</param>
/// <param name="submission">Whose rows are put.</param>
/// <param name="strategy">What the rows are for.</param>
/// <param name="hasReason">Whether the sender says why: what it changes is then corrected, and holds.</param>
internal sealed class YearChanges(string partition, SubmissionId submission, WriteStrategy strategy, bool hasReason)
{
    private const int MaxActions = 100;

    private readonly DateOnly _receivedOn = ReceivedOn(submission);

    private readonly Dictionary<Row, string> _rowKeys = [];
    private readonly Dictionary<string, TableEntity> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TableEntity> _changed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<TableEntity>> _archives = new(StringComparer.Ordinal);

    /// <summary>
    /// Insertions of new rows and merges into known ones, in row order, in transactions of at most 100; a row and the
    /// earlier revisions that leave it are never parted.
    /// </summary>
    public IEnumerable<IReadOnlyList<TableTransactionAction>> Transactions()
    {
        var transaction = new List<TableTransactionAction>(MaxActions);
        foreach (var rowKey in _changed.Keys.Order(StringComparer.Ordinal))
        {
            var row = _changed[rowKey];
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
    public AppliedRow Put(CheckedRow row)
    {
        var (applied, current, next) = Judge(row);
        if (next is not null)
        {
            Write(row, current, next);
        }

        return applied;
    }

    /// <summary>Says what would become of an accepted row, without noting it.</summary>
    public AppliedRow Try(CheckedRow row) => Judge(row).Applied;

    // What becomes of a row, what is there, and what is to be written; null when nothing is.
    private (AppliedRow Applied, ValueCell? Current, ValueCell? Next) Judge(CheckedRow row)
    {
        var current = Find(row);
        if (current is null)
        {
            return strategy == WriteStrategy.Delete
                ? (new AppliedRow(RowOutcome.Unchanged, null), null, null)
                : Written(Next(row, null));
        }

        if (string.CompareOrdinal(current.Submission, submission.Text) >= 0 && Given(row, current) is { } before)
        {
            WasHereBefore = true;
            return (before, current, null);
        }

        var next = Next(row, current);
        if (current.SaysTheSameAs(next) || current.SaysTheSameAs(next with { Status = row.Value?.Status ?? default }))
        {
            return (new AppliedRow(RowOutcome.Unchanged, null), current, null);
        }

        if (strategy == WriteStrategy.Create && !current.IsDeleted)
        {
            return (new AppliedRow(RowOutcome.Rejected, null), current, null);
        }

        if (string.CompareOrdinal(current.Submission, submission.Text) > 0)
        {
            return (new AppliedRow(RowOutcome.Superseded, null), current, null);
        }

        // The same value under another status is what the correction asked for, come from its source at last.
        return current.Status == ValueStatus.Corrected && next.Status != ValueStatus.Corrected
            ? (new AppliedRow(RowOutcome.Unchanged, null) { IsHeld = !current.SaysTheSameAs(next with { Status = current.Status }) }, current, null)
            : Written(next);

        (AppliedRow Applied, ValueCell? Current, ValueCell? Next) Written(ValueCell cell) =>
            (new AppliedRow(OutcomeOf(cell, current), cell.Revision), current, cell);
    }

    // This submission again, after a crash or a lost answer: its first outcome still holds.
    private AppliedRow? Given(CheckedRow row, ValueCell current)
    {
        var key = row.Key!.Value;
        var (rowKey, cell) = (RowOf(key), ValueCell.NameOf(key.Period));
        var beside = CellRevisions.Beside(_known[rowKey], cell);
        IReadOnlyList<ValueCell> all = [.. Archived(rowKey, cell, current, beside), .. beside, current];
        return all.Index().FirstOrDefault(c => c.Item.Submission == submission.Text) is (var at, { } mine)
            ? new AppliedRow(OutcomeOf(mine, at == 0 ? null : all[at - 1]), mine.Revision)
            : null;
    }

    private IEnumerable<ValueCell> Archived(string rowKey, string cell, ValueCell current, IReadOnlyList<ValueCell> beside)
    {
        if (!CellRevisions.HasArchives(current, beside))
        {
            return [];
        }

        var (first, after) = (CellRevisions.FirstArchiveKey(rowKey, cell), CellRevisions.AfterArchiveKeys(rowKey, cell));
        return _known.Keys
            .Where(key => string.CompareOrdinal(key, first) >= 0 && string.CompareOrdinal(key, after) < 0)
            .Order(StringComparer.Ordinal)
            .SelectMany(key => CellRevisions.Archived(_known[key]));
    }

    private static RowOutcome OutcomeOf(ValueCell next, ValueCell? before) =>
        next.IsDeleted ? RowOutcome.Deleted : before is null or { IsDeleted: true } ? RowOutcome.Created : RowOutcome.Changed;

    private void Write(CheckedRow row, ValueCell? current, ValueCell next)
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
    }

    private string RowOf(ValueKey key)
    {
        var row = new Row(key.Indicator, key.Member);
        if (!_rowKeys.TryGetValue(row, out var written))
        {
            _rowKeys[row] = written = ValueStore.RowOf(key.Indicator, key.Member);
        }

        return written;
    }

    private ValueCell Next(CheckedRow row, ValueCell? current) =>
        Revision(row, (current?.Revision ?? 0) + 1, current?.FirstReceivedOn ?? _receivedOn, submission, hasReason);

    /// <summary>The cell that a row makes as a revision: what was there and is changed with a reason is corrected.</summary>
    public static ValueCell Revision(
        CheckedRow row, int revision, DateOnly firstReceivedOn, SubmissionId submission, bool hasReason) => new(
        row.Value?.Value,
        hasReason && revision > 1 ? ValueStatus.Corrected : row.Value?.Status ?? default,
        row.Value?.Quality ?? default,
        revision,
        firstReceivedOn,
        submission.Text,
        string.IsNullOrWhiteSpace(row.Row.Comment) ? null : row.Row.Comment.Trim());

    /// <summary>The local date on which a submission was received.</summary>
    public static DateOnly ReceivedOn(SubmissionId submission) => ParisTime.DateOf(submission.ReceivedAt);

    private readonly record struct Row(string Indicator, Siren? Member);
}
