using Azure.Data.Tables;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;
using Evaluation.Core.Submissions;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Store.Rebuild;

/// <summary>The rows of values of a mutualisation as the journal tells them, whatever the table holds.</summary>
internal sealed class RebuiltValues(Siren siren, string mutualisation)
{
    private readonly SortedDictionary<(string Partition, string Row, string Cell), RebuiltCell> _cells = [];

    /// <summary>How many values the journal tells of.</summary>
    public int Count => _cells.Count(cell => cell.Value.Revisions.Count > 0);

    /// <summary>Adds a revision that a submission made; false when another submission made it.</summary>
    public bool TryAdd(SubmissionId submission, CheckedRow row, int revision, bool hasReason) => Cell(row.Key!.Value).Revisions.TryAdd(
        revision, YearChanges.Revision(row, revision, YearChanges.ReceivedOn(submission), submission, hasReason));

    /// <summary>Notes that a value had a revision, when nothing else is known of it.</summary>
    public void Expect(ValueKey key, int revision) => Cell(key).Expect(revision);

    /// <summary>Takes over from a row of the table what submissions wrote of which the journal no longer tells.</summary>
    public void TakeOver(TableEntity row, IReadOnlySet<string> submissions)
    {
        foreach (var (rowKey, cell, revision) in CellRevisions.In(row))
        {
            if (submissions.Contains(revision.Submission) && KeyOf(row.PartitionKey, rowKey, cell) is { } key)
            {
                Cell(key).Revisions.TryAdd(revision.Revision, revision);
            }
        }
    }

    /// <summary>The revisions of which nothing is left, by value.</summary>
    public IEnumerable<(ValueKey Key, int Revision)> Missing() =>
        _cells.Values.SelectMany(cell => cell.Missing().Select(revision => (cell.Key, revision)));

    /// <summary>The rows of every partition.</summary>
    public Dictionary<string, Dictionary<string, TableEntity>> Partitions()
    {
        var partitions = new Dictionary<string, Dictionary<string, TableEntity>>(StringComparer.Ordinal);
        foreach (var (place, cell) in _cells.Where(c => c.Value.Revisions.Count > 0))
        {
            if (!partitions.TryGetValue(place.Partition, out var rows))
            {
                partitions[place.Partition] = rows = new Dictionary<string, TableEntity>(StringComparer.Ordinal);
            }

            if (!rows.TryGetValue(place.Row, out var entity))
            {
                rows[place.Row] = entity = new TableEntity(place.Partition, place.Row);
            }

            cell.Fill(entity, place.Cell, rows);
        }

        return partitions;
    }

    private RebuiltCell Cell(ValueKey key)
    {
        var place = (
            ValueStore.PartitionOf(siren, mutualisation, key.Period.Year),
            ValueStore.RowOf(key.Indicator, key.Member),
            ValueCell.NameOf(key.Period));
        if (!_cells.TryGetValue(place, out var cell))
        {
            _cells[place] = cell = new RebuiltCell(key);
        }

        return cell;
    }

    private static ValueKey? KeyOf(string partition, string row, string cell)
    {
        var (year, key) = (TableKey.Split(partition)[^1], TableKey.Split(row));
        return Period.TryParse(year, out var annual) && key is [var indicator, var member]
            ? new ValueKey(
                indicator,
                Siren.TryParse(member, out var siren) ? siren : null,
                Enum.GetValues<Periodicity>().SelectMany(p => Period.InYear(annual.Year, p)).First(p => ValueCell.NameOf(p) == cell))
            : null;
    }
}
