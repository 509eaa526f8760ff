using System.Numerics;
using Evaluation.Core.Money;

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

    /// <summary>The same weights, each multiplied by a fraction.</summary>
    public static BigInteger[] Times(IReadOnlyList<BigInteger> weights, IReadOnlyList<(decimal Above, int Below)> parts)
    {
        var scale = Fractions.ScaleOf(parts.Select(p => p.Above));
        var common = parts.Aggregate(BigInteger.One, (lcm, p) => lcm / BigInteger.GreatestCommonDivisor(lcm, p.Below) * p.Below);
        return [.. weights.Select((weight, i) => weight * Fractions.Scaled(parts[i].Above, scale) * (common / parts[i].Below))];
    }

    /// <summary>The weights of members over several spans, each of which shares its own part of the cost.</summary>
    /// <param name="spans">By span: its part, and the weights of all members in it, 0 for who does not take part.</param>
    public static BigInteger[] Together(IReadOnlyList<(BigInteger Part, BigInteger[] Weights)> spans)
    {
        if (spans is [var only])
        {
            return only.Weights;
        }

        var totals = spans.Select(s => Sum(s.Weights)).ToList();
        var together = new BigInteger[spans[0].Weights.Length];
        for (var s = 0; s < spans.Count; s++)
        {
            var factor = totals.Where((_, other) => other != s).Aggregate(spans[s].Part, (product, total) => product * total);
            for (var i = 0; i < together.Length; i++)
            {
                together[i] += factor * spans[s].Weights[i];
            }
        }

        return together;
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
