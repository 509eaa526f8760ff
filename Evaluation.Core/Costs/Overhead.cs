using System.Numerics;
using Evaluation.Core.Money;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Costs;

/// <summary>A cost that several services share before their members do (direction, human resources, buildings).</summary>
/// <param name="Id">Its name, unique among pools and services.</param>
/// <param name="Amount">Euros, to the cent.</param>
/// <param name="Parts">To whom it goes: services, or other pools; together exactly 1.</param>
public sealed record OverheadPool(string Id, decimal Amount, IReadOnlyList<OverheadPart> Parts);

/// <summary>A part of a pool.</summary>
/// <param name="To">A service, or another pool.</param>
/// <param name="Part">More than 0, at most 1.</param>
public sealed record OverheadPart(string To, decimal Part);

/// <summary>What a pool gives.</summary>
/// <param name="Pool">From.</param>
/// <param name="To">A service or another pool.</param>
/// <param name="Amount">Euros, to the cent.</param>
public sealed record OverheadTransfer(string Pool, string To, decimal Amount);

/// <summary>Pools shared among services, to the cent: Σ by service = Σ pools.</summary>
/// <param name="Transfers">Every step, pools first served first.</param>
/// <param name="ByService">What each service gets in the end, by name.</param>
public sealed record OverheadDistribution(
    IReadOnlyList<OverheadTransfer> Transfers, IReadOnlyDictionary<string, decimal> ByService)
{
    /// <summary>The cost line of a service, to be shared among its members; null when it gets nothing.</summary>
    public CostLine? LineOf(string service, CostStage stage) => ByService.TryGetValue(service, out var amount)
        ? new CostLine(CostCategory.FraisStructure, stage, amount)
        {
            Evidence = string.Join(", ", Transfers.Where(t => t.To == service).Select(t => t.Pool)),
        }
        : null;
}

/// <summary>Shares pools of overhead among services in two steps (docs/spec/costs.md).</summary>
public static class Overhead
{
    /// <summary>The distribution, or what prevents it: parts that do not add up, a name twice, a cycle.</summary>
    /// <exception cref="ArgumentException">An amount has more than two decimals.</exception>
    public static Outcome<OverheadDistribution> Distribute(IReadOnlyList<OverheadPool> pools)
    {
        var checks = new DocumentChecks();
        var byId = new Dictionary<string, OverheadPool>(StringComparer.Ordinal);
        foreach (var (pool, index) in pools.Select((p, i) => (p, i)))
        {
            if (!byId.TryAdd(pool.Id, pool))
            {
                checks.Add(Refusals.OverheadDuplicate, $"/{index}/id", pool.Id);
            }

            if (pool.Parts.Any(p => p.Part is <= 0 or > 1) || pool.Parts.Sum(p => p.Part) != 1)
            {
                checks.Add(Refusals.OverheadParts, $"/{index}/parts");
            }
        }

        var order = checks.Problems.Count == 0 ? new OverheadOrder(byId).Sorted(checks) : [];
        return Outcome<OverheadDistribution>.Of(checks.Problems, () => Distribute(order, byId));
    }

    private static OverheadDistribution Distribute(
        IReadOnlyList<OverheadPool> order, Dictionary<string, OverheadPool> pools)
    {
        var received = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        var transfers = new List<OverheadTransfer>();
        foreach (var pool in order)
        {
            var scale = Fractions.ScaleOf(pool.Parts.Select(p => p.Part));
            List<BigInteger> parts = [.. pool.Parts.Select(p => Fractions.Scaled(p.Part, scale))];
            var amounts = LargestRemainder.Split(pool.Amount + received.GetValueOrDefault(pool.Id), parts);
            foreach (var (part, amount) in pool.Parts.Zip(amounts))
            {
                transfers.Add(new OverheadTransfer(pool.Id, part.To, amount));
                received[part.To] = received.GetValueOrDefault(part.To) + amount;
            }
        }

        return new OverheadDistribution(
            transfers, received.Where(r => !pools.ContainsKey(r.Key)).ToDictionary(r => r.Key, r => r.Value, StringComparer.Ordinal));
    }
}
