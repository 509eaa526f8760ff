using Azure;
using Azure.Data.Tables;

namespace Evaluation.Functions.Store.Rebuild;

/// <summary>What must change in a partition for it to hold the expected rows, and nothing else.</summary>
internal sealed class PartitionMending(Dictionary<string, TableEntity> expected)
{
    private readonly HashSet<string> _met = new(StringComparer.Ordinal);
    private readonly List<TableTransactionAction> _actions = [];

    /// <summary>The submissions that the differing rows present name.</summary>
    public HashSet<string> Submissions { get; } = new(StringComparer.Ordinal);

    /// <summary>Rows that were missing or different; known once <see cref="Actions"/> was asked for.</summary>
    public int Written { get; private set; }

    /// <summary>Rows that nothing explains.</summary>
    public int Removed { get; private set; }

    /// <summary>Compares a row that is there with what is expected.</summary>
    public void Compare(TableEntity row)
    {
        _met.Add(row.RowKey);
        if (expected.TryGetValue(row.RowKey, out var wanted))
        {
            if (IsSame(row, wanted))
            {
                return;
            }

            _actions.Add(new TableTransactionAction(TableTransactionActionType.UpdateReplace, wanted, row.ETag));
            Written++;
        }
        else
        {
            _actions.Add(new TableTransactionAction(TableTransactionActionType.Delete, row, row.ETag));
            Removed++;
        }

        Submissions.UnionWith(ValueCell.Names.Select(row.GetString).OfType<string>().Select(ValueCell.SubmissionIn).OfType<string>());
    }

    /// <summary>All that must be written, once every row was compared.</summary>
    public IReadOnlyList<TableTransactionAction> Actions()
    {
        var missing = expected.Where(e => !_met.Contains(e.Key)).OrderBy(e => e.Key, StringComparer.Ordinal).ToList();
        Written += missing.Count;
        return [.. _actions, .. missing.Select(e => new TableTransactionAction(TableTransactionActionType.Add, e.Value, ETag.All))];
    }

    private static bool IsSame(TableEntity row, TableEntity wanted)
    {
        var (there, should) = (Content(row), Content(wanted));
        return there.Count == should.Count && should.All(p => there.TryGetValue(p.Key, out var value) && Equals(value, p.Value));
    }

    private static Dictionary<string, object?> Content(TableEntity entity) => entity
        .Where(p => p.Key is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag") && p.Value is not null)
        .ToDictionary(p => p.Key, p => (object?)p.Value, StringComparer.Ordinal);
}
