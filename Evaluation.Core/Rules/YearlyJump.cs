using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Rules;

/// <summary>A value far from that of the same period one year before (docs/spec/rules.md).</summary>
public static class YearlyJump
{
    /// <summary>Changes of up to a half either way are ordinary.</summary>
    public const decimal DefaultLimit = 0.5m;

    /// <summary>Below ten both years, a half is a matter of chance.</summary>
    public const decimal DefaultFloor = 10;

    /// <summary>
    /// What is found; null for an ordinary change, for two values below the floor, or when the definition changed between.
    /// </summary>
    /// <param name="definition">What is measured.</param>
    /// <param name="period">Of the value.</param>
    /// <param name="current">The value.</param>
    /// <param name="previous">That of the same period one year before.</param>
    /// <param name="catalogue">Definitions of its parts.</param>
    /// <param name="limit">Largest ordinary change: 0.5 for ±50 %.</param>
    /// <param name="floor">In the unit of the indicator: of two values below it nothing is said.</param>
    public static IndicatorFinding? Check(
        IndicatorDefinition definition,
        Period period,
        decimal current,
        decimal previous,
        Catalogue catalogue,
        decimal limit = DefaultLimit,
        decimal floor = DefaultFloor)
    {
        var size = Math.Abs(previous);
        if ((Math.Abs(current) < floor && size < floor)
            || Math.Abs(current - previous) <= limit * size
            || catalogue.BreaksBetween(definition, period.PreviousYear, period).Count > 0)
        {
            return null;
        }

        // A percentage changes by points.
        var change = definition.UnitLabel == "%" ? $" ({FrenchNumber.WithSign(current - previous, Math.Max(1, definition.Decimals))}{FrenchNumber.UnitSpace}pt)"
            : size == 0 ? ""
            : $" ({FrenchNumber.SignedPercent((current - previous) / size * 100)})";
        return new IndicatorFinding(
            Refusals.ValueJump.Code,
            Severity.Warning,
            [definition.Code],
            Refusals.ValueJump.Say(
                definition.Code,
                Shown(previous),
                FrenchPeriod.WithArticle(period.PreviousYear),
                Shown(current),
                FrenchPeriod.WithArticle(period),
                change));

        string Shown(decimal value) => FrenchNumber.FormatShort(value, definition.Decimals);
    }
}
