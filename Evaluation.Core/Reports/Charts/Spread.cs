namespace Evaluation.Core.Reports.Charts;

/// <summary>Moves labels apart as little as possible.</summary>
internal static class Spread
{
    /// <summary>Positions in the order given, at least <paramref name="gap"/> apart and within the bounds.</summary>
    /// <remarks>
    /// Labels that would touch form a block around the mean of where they want to be (pool adjacent violators). Ties
    /// keep the order given. When the bounds are too narrow for all, the upper bound gives way.
    /// </remarks>
    internal static double[] Apart(IReadOnlyList<double> wished, double gap, double low, double high)
    {
        var order = Enumerable.Range(0, wished.Count).OrderBy(i => wished[i]).ToArray();
        var blocks = new List<(double Sum, int Count)>();
        for (var rank = 0; rank < order.Length; rank++)
        {
            blocks.Add((wished[order[rank]] - (rank * gap), 1));
            while (blocks.Count > 1 && blocks[^1].Sum / blocks[^1].Count < blocks[^2].Sum / blocks[^2].Count)
            {
                blocks[^2] = (blocks[^2].Sum + blocks[^1].Sum, blocks[^2].Count + blocks[^1].Count);
                blocks.RemoveAt(blocks.Count - 1);
            }
        }

        var positions = new double[wished.Count];
        var next = 0;
        foreach (var (sum, count) in blocks)
        {
            for (var end = next + count; next < end; next++)
            {
                var highest = high - ((order.Length - 1 - next) * gap);
                var position = (sum / count) + (next * gap);
                positions[order[next]] = Math.Max(Math.Min(position, highest), low + (next * gap));
            }
        }

        return positions;
    }
}
