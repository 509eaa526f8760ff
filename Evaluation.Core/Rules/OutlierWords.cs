using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Problems;
using Evaluation.Core.Statistics;

namespace Evaluation.Core.Rules;

/// <summary>Says in French what a value is judged on.</summary>
public static class OutlierWords
{
    private const int MoreDecimals = 1;

    /// <summary>A finding for a value out of the ordinary; null for every other verdict.</summary>
    /// <param name="outlier">The verdict.</param>
    /// <param name="definition">What is measured.</param>
    public static IndicatorFinding? Finding(Outlier outlier, IndicatorDefinition definition) =>
        outlier.Verdict != OutlierVerdict.Outlier
            ? null
            : new IndicatorFinding(
                Refusals.ValueOutlier.Code,
                Severity.Warning,
                [definition.Code],
                Refusals.ValueOutlier.Say(definition.Code, Shown(outlier.Value, definition.Decimals), Grounds(outlier, definition)));

    private static string Grounds(Outlier outlier, IndicatorDefinition definition)
    {
        var decimals = definition.Decimals + MoreDecimals;
        return $"médiane {Shown(outlier.Centre!.Value, decimals)}, écart absolu médian {Shown(outlier.Spread!.Value, decimals)}, " +
            $"score {Shown(outlier.Score!.Value, 2)} pour un seuil de {Shown(outlier.Threshold, 2)}, " +
            FrenchText.Count(outlier.Points, "valeur", "valeurs");
    }

    private static string Shown(decimal value, int decimals) => FrenchNumber.FormatShort(value, decimals);
}
