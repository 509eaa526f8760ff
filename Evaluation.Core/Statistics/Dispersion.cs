namespace Evaluation.Core.Statistics;

/// <summary>Where values lie and how far from one another.</summary>
/// <param name="Mean">Σ values ÷ their number.</param>
/// <param name="StandardDeviation">Of the values themselves (÷ n, not n − 1): they are all there is, not a sample.</param>
internal readonly record struct Dispersion(decimal Mean, decimal StandardDeviation)
{
    // Squares of larger gaps would not fit when summed.
    private const decimal LargestSquared = 1_000_000_000m;

    /// <summary>The dispersion of at least one value.</summary>
    public static Dispersion Of(IReadOnlyList<decimal> values)
    {
        var sum = 0m;
        for (var i = 0; i < values.Count; i++)
        {
            sum += values[i];
        }

        var mean = sum / values.Count;
        var farthest = 0m;
        for (var i = 0; i < values.Count; i++)
        {
            farthest = Math.Max(farthest, Math.Abs(values[i] - mean));
        }

        var unit = farthest > LargestSquared ? farthest : 1;
        var squares = 0m;
        for (var i = 0; i < values.Count; i++)
        {
            var gap = (values[i] - mean) / unit;
            squares += gap * gap;
        }

        return new(mean, unit * SquareRoot.Of(squares / values.Count));
    }
}
