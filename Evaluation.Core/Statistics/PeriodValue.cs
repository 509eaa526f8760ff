using Evaluation.Core.Periods;

namespace Evaluation.Core.Statistics;

/// <summary>One point of a series.</summary>
/// <param name="Period">When.</param>
/// <param name="Value">In the unit of the indicator; null when it was not transmitted.</param>
public readonly record struct PeriodValue(Period Period, decimal? Value)
{
    /// <summary>Its place on a time axis of equal periods: a period that is missing keeps its own.</summary>
    internal int Place => (Period.Year * Period.Periodicity.PerYear()) + Period.Index;
}
