using System.Numerics;

namespace Evaluation.Core.Costs;

/// <summary>Weights of members over common denominators, so that no quota is ever rounded.</summary>
internal static class QuotaWeights
{
    /// <summary>Σ weight × units ÷ total units, as integers in proportion.</summary>
    /// <param name="live">Columns whose total is positive.</param>
    /// <param name="count">How many members.</param>
    public static BigInteger[] Of(IReadOnlyList<UnitColumn> live, int count)
    {
        var weightScale = Fractions.ScaleOf(live.Select(c => c.Criterion.Weight));
        var scales = live.Select(c => Fractions.ScaleOf(c.Counted)).ToArray();
        var totals = live.Select((c, k) => Fractions.Scaled(c.Total, scales[k])).ToArray();
        var weights = new BigInteger[count];
        for (var k = 0; k < live.Count; k++)
        {
            var factor = live.Count == 1 ? BigInteger.One : Fractions.Scaled(live[k].Criterion.Weight, weightScale);
            for (var other = 0; other < live.Count; other++)
            {
                factor *= other == k ? BigInteger.One : totals[other];
            }

            for (var i = 0; i < count; i++)
            {
                weights[i] += factor * Fractions.Scaled(live[k].Counted[i], scales[k]);
            }
        }

        return weights;
    }

    /// <summary>The same weights, each multiplied by a part from 0 to 1.</summary>
    public static BigInteger[] Times(IReadOnlyList<BigInteger> weights, IReadOnlyList<decimal> parts)
    {
        var scale = Fractions.ScaleOf(parts);
        return [.. weights.Select((weight, i) => weight * Fractions.Scaled(parts[i], scale))];
    }

    public static BigInteger Sum(IReadOnlyList<BigInteger> weights)
    {
        var sum = BigInteger.Zero;
        foreach (var weight in weights)
        {
            sum += weight;
        }

        return sum;
    }

    /// <summary>Each weight as a part of the whole, 20 decimals, rounded down; 0 when the whole is 0.</summary>
    public static decimal[] Parts(IReadOnlyList<BigInteger> weights)
    {
        var whole = Sum(weights);
        return [.. weights.Select(weight => whole.IsZero ? 0 : Fractions.Of(weight, whole, 20))];
    }
}
