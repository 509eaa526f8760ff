using Evaluation.Core.Communities;
using Evaluation.Core.Submissions;
using Evaluation.Functions.Store;
using Evaluation.Functions.Store.Tables;

namespace Evaluation.Functions.Operate.Rebuild;

/// <summary>The rows of values of a mutualisation as the journal tells them, whatever the table holds.</summary>
internal sealed class RebuiltValues(Siren siren, string mutualisation)
{
    private readonly SortedDictionary<(string Partition, string Row, string Cell), SortedDictionary<int, (CheckedRow Row, SubmissionId Submission, bool HasReason)>> _cells = [];

    /// <summary>How many values the journal tells of.</summary>
    public int Count => _cells.Count;

    /// <summary>Adds a revision that a submission made.</summary>
    public void Add(SubmissionId submission, CheckedRow row, int revision, bool hasReason)
    {
        var key = row.Key!.Value;
        var place = (
            ValueStore.PartitionOf(siren, mutualisation, key.Period.Year),
            ValueStore.RowOf(key.Indicator, key.Member),
            ValueCell.NameOf(key.Period));
        if (!_cells.TryGetValue(place, out var revisions))
        {
            _cells[place] = revisions = [];
        }

        if (!revisions.TryAdd(revision, (row, submission, hasReason)))
        {
            throw new InvalidDataException($"The journal gives revision {revision} of a value twice.");
        }
    }

    /// <summary>The rows of every partition.</summary>
    /// <exception cref="InvalidDataException">A revision is missing from the journal.</exception>
    public Dictionary<string, Dictionary<string, TableEntity>> Partitions()
    {
        var partitions = new Dictionary<string, Dictionary<string, TableEntity>>(StringComparer.Ordinal);
        foreach (var (place, revisions) in _cells)
        {
            if (!partitions.TryGetValue(place.Partition, out var rows))
            {
                partitions[place.Partition] = rows = new Dictionary<string, TableEntity>(StringComparer.Ordinal);
            }

            if (!rows.TryGetValue(place.Row, out var entity))
            {
                rows[place.Row] = entity = new TableEntity(place.Partition, place.Row);
            }

            Fill(entity, place.Cell, revisions, rows);
        }

        return partitions;
    }

    private static void Fill(
        TableEntity entity,
        string cell,
        SortedDictionary<int, (CheckedRow Row, SubmissionId Submission, bool HasReason)> revisions,
        Dictionary<string, TableEntity> rows)
    {
        var firstReceivedOn = YearChanges.ReceivedOn(revisions.First().Value.Submission);
        var expected = 1;
        foreach (var (revision, (row, submission, hasReason)) in revisions)
        {
            if (revision != expected++)
            {
                throw new InvalidDataException($"The journal lacks revision {expected - 1} of {entity.RowKey} {cell}.");
            }

            var next = YearChanges.Revision(row, revision, firstReceivedOn, submission, hasReason);
            if (CellRevisions.Put(entity, entity, cell, next) is { } archive)
            {
                rows[archive.RowKey] = archive;
            }
        }
    }
}
