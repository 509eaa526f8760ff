namespace Evaluation.Core.Communities;

/// <summary>The value of a price index in a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Value">Mean of the year, more than 0, on the index’s own base.</param>
public sealed record PriceIndexValue(int Year, decimal Value);

/// <summary>A published price index, which brings the euros of one year to those of another.</summary>
/// <param name="Code">Short code, unique in the community.</param>
/// <param name="Label">French name.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Values">Known values, one a year at most.</param>
public sealed record PriceIndex(string Code, string Label, string Source, IReadOnlyList<PriceIndexValue> Values)
{
    /// <summary>The value of a year; null when it is not known: no other year stands for it.</summary>
    public decimal? ValueIn(int year) => Values.FirstOrDefault(v => v.Year == year)?.Value;
}
