namespace Evaluation.Core.Communities;

/// <summary>A range of population: communes are compared with those of their size.</summary>
/// <param name="From">Inhabitants, included.</param>
/// <param name="Below">Inhabitants, excluded; null when it has no upper end.</param>
/// <param name="Label">French name.</param>
public sealed record PopulationStratum(int From, int? Below, string Label)
{
    /// <summary>From the smallest; together they hold every population once (docs/spec/statistics.md).</summary>
    public static IReadOnlyList<PopulationStratum> All { get; } =
    [
        new(0, 1_000, "Moins de 1\u202F000 habitants"),
        new(1_000, 3_500, "De 1\u202F000 à 3\u202F499 habitants"),
        new(3_500, 10_000, "De 3\u202F500 à 9\u202F999 habitants"),
        new(10_000, null, "10\u202F000 habitants et plus"),
    ];

    /// <summary>The stratum of a population.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The population is negative.</exception>
    public static PopulationStratum Of(int inhabitants)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(inhabitants);
        return All.First(stratum => stratum.Holds(inhabitants));
    }

    /// <summary>Whether a population is in the range.</summary>
    public bool Holds(int inhabitants) => inhabitants >= From && (Below is null || inhabitants < Below);
}
