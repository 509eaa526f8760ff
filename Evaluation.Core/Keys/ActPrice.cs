namespace Evaluation.Core.Keys;

/// <summary>What one act costs a member.</summary>
/// <param name="Indicator">Code of what is counted.</param>
/// <param name="Price">Euros, 0 or more, up to 4 decimals.</param>
public sealed record ActPrice(string Indicator, decimal Price)
{
    /// <summary>Whether it is a state or a mean: the price is for a year, and counts by days of membership.</summary>
    public bool IsStock { get; init; }
}
