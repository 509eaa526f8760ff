using Evaluation.Core.Problems;

namespace Evaluation.Core.Costs;

/// <summary>The order in which pools are emptied: each after those that give to it.</summary>
internal sealed class OverheadOrder(Dictionary<string, OverheadPool> pools)
{
    private readonly List<string> _path = [];
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);
    private readonly List<OverheadPool> _sorted = [];

    /// <summary>The pools, givers first; a cycle is told with its names.</summary>
    public IReadOnlyList<OverheadPool> Sorted(DocumentChecks checks)
    {
        foreach (var id in pools.Keys.Order(StringComparer.Ordinal))
        {
            if (Visit(id) is { } cycle)
            {
                checks.Add(Refusals.OverheadCycle, "", string.Join(" → ", cycle));
                return [];
            }
        }

        _sorted.Reverse();
        return _sorted;
    }

    private IReadOnlyList<string>? Visit(string id)
    {
        if (_path.IndexOf(id) is var start and >= 0)
        {
            return [.. _path[start..], id];
        }

        if (!pools.TryGetValue(id, out var pool) || !_done.Add(id))
        {
            return null;
        }

        _path.Add(id);
        foreach (var part in pool.Parts)
        {
            if (Visit(part.To) is { } cycle)
            {
                return cycle;
            }
        }

        _path.RemoveAt(_path.Count - 1);
        _sorted.Add(pool);
        return null;
    }
}
