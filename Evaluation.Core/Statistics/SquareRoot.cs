namespace Evaluation.Core.Statistics;

/// <summary>The square root of a decimal, by Newton’s method: no binary fraction, the same on every machine.</summary>
internal static class SquareRoot
{
    /// <summary>
    /// The root, within 10⁻²⁶ of its own size, or 10⁻²⁸ where that is more; exact where the root has few digits.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static decimal Of(decimal value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        if (value == 0)
        {
            return 0;
        }

        var (mantissa, scale) = (value, 1m);
        for (; mantissa >= 100; scale *= 10)
        {
            mantissa /= 100;
        }

        for (; mantissa < 1; scale /= 10)
        {
            mantissa *= 100;
        }

        // From above, each step comes down, until rounding stops it.
        var root = (1 + mantissa) / 2;
        for (var next = Step(mantissa, root); next < root; next = Step(mantissa, root))
        {
            root = next;
        }

        return root * scale;
    }

    private static decimal Step(decimal square, decimal root) => (root + (square / root)) / 2;
}
