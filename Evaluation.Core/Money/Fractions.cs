using System.Numerics;

namespace Evaluation.Core.Money;

/// <summary>Exact arithmetic on what decimals cannot hold.</summary>
internal static class Fractions
{
    private static readonly BigInteger[] Powers = [.. Enumerable.Range(0, 57).Select(n => BigInteger.Pow(10, n))];

    /// <summary>A quotient as a decimal of that many decimals, rounded down.</summary>
    public static decimal Of(BigInteger part, BigInteger whole, int decimals) =>
        part.IsZero ? 0 : (decimal)(part * Powers[decimals] / whole) / (decimal)Powers[decimals];

    /// <summary>The decimal × 10^scale as an integer.</summary>
    /// <param name="value">Any number.</param>
    /// <param name="scale">At least its count of decimals, at most 56.</param>
    public static BigInteger Scaled(decimal value, int scale)
    {
        Span<int> bits = stackalloc int[4];
        _ = decimal.GetBits(value, bits);
        var magnitude = bits[1] == 0 && bits[2] == 0
            ? new BigInteger(unchecked((uint)bits[0]))
            : (new BigInteger(unchecked((uint)bits[2])) << 64)
                + (new BigInteger(unchecked((uint)bits[1])) << 32) + unchecked((uint)bits[0]);
        var shifted = scale == value.Scale ? magnitude : magnitude * Powers[scale - value.Scale];
        return value < 0 ? -shifted : shifted;
    }

    /// <summary>Most decimals among numbers.</summary>
    public static int ScaleOf(IEnumerable<decimal> values)
    {
        var scale = 0;
        foreach (var value in values)
        {
            scale = Math.Max(scale, value.Scale);
        }

        return scale;
    }
}

/// <summary>Euros as whole cents.</summary>
internal static class Cents
{
    /// <summary>The cents of an amount.</summary>
    /// <exception cref="ArgumentException">The amount has more than two decimals.</exception>
    public static BigInteger Of(decimal amount) => decimal.Round(amount, 2) == amount
        ? new BigInteger(amount * 100)
        : throw new ArgumentException("An amount is in whole cents.", nameof(amount));

    /// <summary>The amount of some cents.</summary>
    public static decimal Euros(BigInteger cents) => (decimal)cents / 100;

    /// <summary>An amount at the cent, half away from zero.</summary>
    public static decimal Round(decimal euros) => decimal.Round(euros, 2, MidpointRounding.AwayFromZero);
}
