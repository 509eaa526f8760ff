namespace Evaluation.Core.Indicators;

/// <summary>A value to reach or not to exceed.</summary>
/// <param name="Value">In the unit of the indicator.</param>
/// <param name="IsMaximum">True for « au plus », false for « au moins ».</param>
/// <param name="Basis">Where it comes from.</param>
public sealed record Target(decimal Value, bool IsMaximum, TargetBasis Basis)
{
    private const decimal CloseFrom = 90m;

    /// <summary>
    /// Attainment in percent, not rounded. At least: value ÷ target × 100. At most: 100 if met, else target ÷ value ×
    /// 100. No quotient says how far a value is from a target of 0 or less: met is 100, else 0. Source:
    /// docs/spec/targets.md.
    /// </summary>
    public decimal Attainment(decimal value)
    {
        var isMet = IsMaximum ? value <= Value : value >= Value;
        if (Value <= 0)
        {
            return isMet ? 100 : 0;
        }

        if (!IsMaximum)
        {
            return value / Value * 100;
        }

        return isMet ? 100 : Value / value * 100;
    }

    /// <summary>Reached from 100 %, close from 90 %, missed below.</summary>
    public TargetStatus StatusOf(decimal? value) => value is null
        ? TargetStatus.NotKnown
        : Attainment(value.Value) switch
        {
            >= 100 => TargetStatus.Reached,
            >= CloseFrom => TargetStatus.Close,
            _ => TargetStatus.Missed,
        };
}
