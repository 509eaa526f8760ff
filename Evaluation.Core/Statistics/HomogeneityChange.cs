using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Statistics;

/// <summary>A commune in two years.</summary>
/// <param name="Current">In the year; null when not known.</param>
/// <param name="Previous">In the year before; null when not known.</param>
public readonly record struct TwoYears(decimal? Current, decimal? Previous);

/// <summary>Whether a service became more equal, on the communes known in both years.</summary>
/// <param name="Current">In the year.</param>
/// <param name="Previous">In the year before.</param>
public sealed record HomogeneityChange(Homogeneity Current, Homogeneity Previous)
{
    /// <summary>Change of the coefficient: −0.05 when it falls by five points, and the service is more equal.</summary>
    public decimal Change => Current.Coefficient - Previous.Coefficient;

    /// <summary>
    /// The change over a year; null when fewer than three communes are known in both, or the definition changed between.
    /// </summary>
    /// <param name="definition">What is measured.</param>
    /// <param name="period">The current one; the other is the same one year before.</param>
    /// <param name="communes">One entry each.</param>
    /// <param name="catalogue">Definitions of its parts.</param>
    public static HomogeneityChange? Of(
        IndicatorDefinition definition, Period period, IReadOnlyList<TwoYears> communes, Catalogue catalogue)
    {
        if (catalogue.BreaksBetween(definition, period.PreviousYear, period).Count > 0)
        {
            return null;
        }

        var current = new List<decimal>(communes.Count);
        var previous = new List<decimal>(communes.Count);
        foreach (var commune in communes)
        {
            if (commune is { Current: { } now, Previous: { } before })
            {
                current.Add(now);
                previous.Add(before);
            }
        }

        return Homogeneity.Of(current) is { } after && Homogeneity.Of(previous) is { } earlier
            ? new HomogeneityChange(after, earlier)
            : null;
    }
}
