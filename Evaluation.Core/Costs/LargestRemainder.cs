using System.Numerics;

namespace Evaluation.Core.Costs;

/// <summary>
/// Splits an amount in whole cents without losing or making one: largest remainder (Hamilton). Each share is its exact
/// quota rounded down, then one more cent for the largest remainders, ties to the first in order
/// (docs/spec/allocation.md).
/// </summary>
public static class LargestRemainder
{
    /// <summary>Shares in euros, in the order of the weights; they add up to the amount exactly.</summary>
    /// <param name="amount">Euros, to the cent; negative for a credit, which is the mirror of a charge.</param>
    /// <param name="weights">Not negative, at least one positive.</param>
    /// <exception cref="ArgumentException">The amount has more than two decimals, a weight is negative or all are 0.</exception>
    public static IReadOnlyList<decimal> Split(decimal amount, IReadOnlyList<BigInteger> weights)
    {
        if (decimal.Round(amount, 2) != amount)
        {
            throw new ArgumentException("An amount is in whole cents.", nameof(amount));
        }

        var total = weights.Aggregate(BigInteger.Zero, BigInteger.Add);
        if (total.Sign <= 0 || weights.Any(w => w.Sign < 0))
        {
            throw new ArgumentException("Weights are not negative and at least one is positive.", nameof(weights));
        }

        var cents = new BigInteger(Math.Abs(amount) * 100);
        var shares = new BigInteger[weights.Count];
        var remainders = new BigInteger[weights.Count];
        for (var i = 0; i < weights.Count; i++)
        {
            shares[i] = BigInteger.DivRem(cents * weights[i], total, out remainders[i]);
        }

        var left = (int)(cents - shares.Aggregate(BigInteger.Zero, BigInteger.Add));
        foreach (var i in Enumerable.Range(0, weights.Count).OrderByDescending(i => remainders[i]).ThenBy(i => i).Take(left))
        {
            shares[i]++;
        }

        return [.. shares.Select(share => Math.Sign(amount) * (decimal)share / 100)];
    }
}
