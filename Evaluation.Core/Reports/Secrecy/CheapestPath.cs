namespace Evaluation.Core.Reports.Secrecy;

/// <summary>Finds the cheapest way round a figure of a table, from its row to its column or back (Dijkstra).</summary>
internal sealed class CheapestPath(SuppressionGraph graph, int rows, int columns)
{
    /// <summary>The other figures of the cheapest cycle through one; none when it is on no cycle.</summary>
    public IReadOnlyList<TableEntry> Around(TableEntry entry)
    {
        // The figure falls on a way that comes back from its column, and rises on one that leaves from its row.
        var falling = graph.MayFall(entry.Row, entry.Column) ? Between(rows + entry.Column, entry.Row, entry) : null;
        var rising = graph.MayRise(entry.Row, entry.Column) ? Between(entry.Row, rows + entry.Column, entry) : null;
        return (falling, rising) switch
        {
            ({ } one, { } other) => one.Cost <= other.Cost ? one.Entries : other.Entries,
            _ => (falling ?? rising)?.Entries ?? [],
        };
    }

    // Nodes are the rows, then the columns. Leaving a row makes a figure fall, leaving a column makes one rise.
    private Way? Between(int from, int to, TableEntry without)
    {
        var count = rows + columns;
        var (costs, before, isSettled) = (new decimal?[count], new int[count], new bool[count]);
        costs[from] = 0;
        while (Nearest(costs, isSettled) is { } node)
        {
            if (node == to)
            {
                return new Way(costs[to]!.Value, Trace(before, from, to));
            }

            isSettled[node] = true;
            var isRow = node < rows;
            var (first, last) = isRow ? (rows, count) : (0, rows);
            for (var next = first; next < last; next++)
            {
                var (row, column) = isRow ? (node, next - rows) : (next, node - rows);
                if (isSettled[next] || (row == without.Row && column == without.Column)
                    || !(isRow ? graph.MayFall(row, column) : graph.MayRise(row, column))
                    || graph.Cost(row, column) is not { } cost)
                {
                    continue;
                }

                if (costs[next] is not { } known || costs[node] + cost < known)
                {
                    (costs[next], before[next]) = (costs[node] + cost, node);
                }
            }
        }

        return null;
    }

    private static int? Nearest(decimal?[] costs, bool[] isSettled)
    {
        int? nearest = null;
        for (var node = 0; node < costs.Length; node++)
        {
            if (!isSettled[node] && costs[node] is { } cost && (nearest is not { } other || cost < costs[other]))
            {
                nearest = node;
            }
        }

        return nearest;
    }

    private List<TableEntry> Trace(int[] before, int from, int to)
    {
        var entries = new List<TableEntry>();
        for (var node = to; node != from; node = before[node])
        {
            var (row, column) = node < rows ? (node, before[node] - rows) : (before[node], node - rows);
            entries.Add(new TableEntry(row, column));
        }

        return entries;
    }

    private sealed record Way(decimal Cost, IReadOnlyList<TableEntry> Entries);
}
