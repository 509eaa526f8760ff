namespace Evaluation.Core.Statistics;

/// <summary>
/// How equal a service is between communes (docs/spec/statistics.md): the coefficient of variation of a value of each.
/// </summary>
/// <param name="Communes">Values known, at least 3.</param>
/// <param name="Mean">Each commune counts once, whatever its size.</param>
/// <param name="StandardDeviation">Of all the communes, in the unit of the indicator.</param>
public sealed record Homogeneity(int Communes, decimal Mean, decimal StandardDeviation)
{
    /// <summary>Communes needed.</summary>
    public const int FewestCommunes = 3;

    /// <summary>Standard deviation ÷ mean, 0.202 for 20.2 %: 0 is the same everywhere.</summary>
    public decimal Coefficient => StandardDeviation / Math.Abs(Mean);

    /// <summary>The homogeneity of one value per commune; null under three, or when their mean is zero.</summary>
    public static Homogeneity? Of(IReadOnlyList<decimal> values)
    {
        if (values.Count < FewestCommunes)
        {
            return null;
        }

        var (mean, deviation) = Dispersion.Of(values);
        return mean == 0 ? null : new Homogeneity(values.Count, mean, deviation);
    }
}
