using System.Numerics;

namespace Evaluation.Core.Money;

/// <summary>
/// Splits an amount in whole cents without losing or making one: largest remainder (Hamilton). Each share is its exact
/// quota rounded down, then one more cent for the largest remainders, ties to the first in order
/// (docs/spec/allocation.md).
/// </summary>
public static class LargestRemainder
{
    private const int RemainderDecimals = 12;

    /// <summary>Shares in euros, in the order of the weights; they add up to the amount exactly.</summary>
    /// <param name="amount">Euros, to the cent; negative for a credit, which is the mirror of a charge.</param>
    /// <param name="weights">Not negative, at least one positive.</param>
    /// <exception cref="ArgumentException">The amount has more than two decimals, a weight is negative or all are 0.</exception>
    public static IReadOnlyList<decimal> Split(decimal amount, IReadOnlyList<BigInteger> weights) =>
        [.. Quotas(amount, weights).Select(quota => Euros(quota, Math.Sign(amount)))];

    /// <summary>The exact quotas of the same split, with the cents left over.</summary>
    internal static ExactQuota[] Quotas(decimal amount, IReadOnlyList<BigInteger> weights)
    {
        var cents = Cents.Of(Math.Abs(amount));
        var total = Sum(weights);
        if (total.Sign <= 0 || weights.Any(w => w.Sign < 0))
        {
            throw new ArgumentException("Weights are not negative and at least one is positive.", nameof(weights));
        }

        var whole = new BigInteger[weights.Count];
        var remainders = new BigInteger[weights.Count];
        var order = new int[weights.Count];
        var given = BigInteger.Zero;
        for (var i = 0; i < weights.Count; i++)
        {
            whole[i] = BigInteger.DivRem(cents * weights[i], total, out remainders[i]);
            given += whole[i];
            order[i] = i;
        }

        Array.Sort(order, (a, b) => remainders[b].CompareTo(remainders[a]) is var byRemainder and not 0 ? byRemainder : a.CompareTo(b));
        var left = (int)(cents - given);
        var quotas = new ExactQuota[weights.Count];
        for (var rank = 0; rank < order.Length; rank++)
        {
            var i = order[rank];
            quotas[i] = new ExactQuota(
                (decimal)whole[i], Fractions.Of(remainders[i], total, RemainderDecimals), rank + 1, rank < left);
        }

        return quotas;
    }

    /// <summary>The euros of a quota: its cents, the one left over if it gets it, the sign of the amount split.</summary>
    internal static decimal Euros(ExactQuota quota, int sign) =>
        sign * (quota.HasRoundingCent ? quota.Cents + 1 : quota.Cents) / 100;

    private static BigInteger Sum(IReadOnlyList<BigInteger> weights)
    {
        var sum = BigInteger.Zero;
        foreach (var weight in weights)
        {
            sum += weight;
        }

        return sum;
    }
}
