using Azure.Data.Tables;
using Evaluation.Core.Indicators;

namespace Evaluation.Functions.Store.Rebuild;

/// <summary>The revisions of one value, made again.</summary>
internal sealed class RebuiltCell(ValueKey key)
{
    private int _last;

    public ValueKey Key => key;

    /// <summary>By number, from 1.</summary>
    public SortedDictionary<int, ValueCell> Revisions { get; } = [];

    /// <summary>Notes that there was a revision.</summary>
    public void Expect(int revision) => _last = Math.Max(_last, revision);

    /// <summary>The numbers of the revisions that were and are not known.</summary>
    public IEnumerable<int> Missing()
    {
        var last = Math.Max(_last, Revisions.Count == 0 ? 0 : Revisions.Keys.Last());
        return Enumerable.Range(1, last).Where(revision => !Revisions.ContainsKey(revision));
    }

    /// <summary>Puts the revisions in a cell of a row, and those that do not stay beside it in rows of their own.</summary>
    public void Fill(TableEntity row, string cell, Dictionary<string, TableEntity> rows)
    {
        var firstReceivedOn = Revisions.First().Value.FirstReceivedOn;
        foreach (var revision in Revisions.Values)
        {
            if (CellRevisions.Put(row, row, cell, revision with { FirstReceivedOn = firstReceivedOn }) is { } archive)
            {
                rows[archive.RowKey] = archive;
            }
        }
    }
}
