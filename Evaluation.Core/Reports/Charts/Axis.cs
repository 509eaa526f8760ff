namespace Evaluation.Core.Reports.Charts;

/// <summary>A scale with round steps: 1, 2, 2.5, 4 or 5 times a power of ten, about four of them.</summary>
/// <param name="Start">Value at the low end, a multiple of the step.</param>
/// <param name="End">Value at the high end, above <paramref name="Start"/>.</param>
/// <param name="Step">Distance between two ticks.</param>
internal sealed record Axis(decimal Start, decimal End, decimal Step)
{
    private const decimal WishedSteps = 4;
    private const decimal MostSteps = 7;
    private const int MostDecimals = 28;

    private static readonly decimal[] Multiples = [0.1m, 0.2m, 0.25m, 0.4m, 0.5m, 1, 2, 2.5m, 4, 5, 10];

    /// <summary>Decimals needed to write every tick.</summary>
    internal int Decimals => DecimalsOf(Step);

    /// <summary>Whether zero lies outside the scale, so that lengths do not compare.</summary>
    internal bool IsCut => Start > 0 || End < 0;

    internal IEnumerable<decimal> Ticks
    {
        get
        {
            for (var tick = Start; tick <= End; tick += Step)
            {
                yield return tick;
            }
        }
    }

    /// <summary>The tightest round scale around two values, with ticks no finer than the decimals shown.</summary>
    /// <param name="low">Lowest value to show.</param>
    /// <param name="high">Highest value to show, at least <paramref name="low"/>.</param>
    /// <param name="decimals">Decimals of the values.</param>
    /// <param name="ceiling">A natural maximum (100 %) not to exceed when the values do not.</param>
    internal static Axis Covering(decimal low, decimal high, int decimals, decimal? ceiling = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, MostDecimals);
        if (low == high)
        {
            (low, high) = (Math.Min(low, 0), low == 0 ? 1 : Math.Max(high, 0));
        }

        var range = high - low;
        var finest = new decimal(1, 0, 0, isNegative: false, (byte)decimals);
        var candidates = Multiples
            .Select(multiple => Math.Max(multiple * Magnitude(range), finest))
            .Where(step => step % finest == 0)
            .Select(step => new Axis(decimal.Floor(low / step) * step, decimal.Ceiling(high / step) * step, step))
            .Where(axis => axis.End - axis.Start <= MostSteps * axis.Step)
            .ToList();
        var within = candidates.Where(axis => !(high <= ceiling && axis.End > ceiling)).ToList();
        return (within.Count > 0 ? within : candidates).MinBy(axis => axis.Cost(range))!;
    }

    /// <summary>Where a value falls between two coordinates.</summary>
    internal double Place(decimal value, double atStart, double atEnd) =>
        atStart + ((double)((value - Start) / (End - Start)) * (atEnd - atStart));

    private decimal Cost(decimal range)
    {
        const decimal fourFewerOrMore = 0.15m, fractionalTicks = 0.1m;
        var length = End - Start;
        return ((length - range) / length)
            + (fourFewerOrMore * Math.Abs((length / Step) - WishedSteps))
            + (Step > 1 && Decimals > 0 ? fractionalTicks : 0);
    }

    private static decimal Magnitude(decimal range)
    {
        var magnitude = 1m;
        while (magnitude > range)
        {
            magnitude /= 10;
        }

        while (magnitude <= range / 10)
        {
            magnitude *= 10;
        }

        return magnitude;
    }

    private static int DecimalsOf(decimal value)
    {
        var decimals = 0;
        while (decimal.Truncate(value) != value)
        {
            value *= 10;
            decimals++;
        }

        return decimals;
    }
}
