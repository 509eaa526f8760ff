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

    /// <summary>A sentence for any verdict, with the figures it rests on.</summary>
    /// <param name="outlier">The verdict.</param>
    /// <param name="definition">What is measured.</param>
    public static string Explain(Outlier outlier, IndicatorDefinition definition) => Typography.Fix(outlier.Verdict switch
    {
        OutlierVerdict.HistoryTooShort =>
            $"Historique trop court : {Points(outlier)}, il en faut {FrenchNumber.Format(outlier.PointsNeeded)}.",
        OutlierVerdict.NoSpread =>
            $"L’historique ne varie pas ({Shown(outlier.Centre!.Value, definition.Decimals)} sur {Points(outlier)}) : l’écart ne se mesure pas.",
        OutlierVerdict.Outlier => $"Valeur hors de l’ordinaire : {Grounds(outlier, definition)}.",
        _ => $"Valeur ordinaire : {Grounds(outlier, definition)}.",
    });

    private static string Grounds(Outlier outlier, IndicatorDefinition definition)
    {
        var decimals = definition.Decimals + MoreDecimals;
        if (outlier is not { Centre: { } centre, Spread: { } spread, Threshold: { } threshold })
        {
            return $"de {Shown(outlier.Lowest!.Value, decimals)} à {Shown(outlier.Highest!.Value, decimals)} sur {Points(outlier)}";
        }

        var (name, gap) = outlier.Method == OutlierMethod.ZScore
            ? ("moyenne", "écart type")
            : ("médiane", "écart absolu médian");
        var score = outlier.Score is { } known ? $", score {Shown(known, 2)} pour un seuil de {Shown(threshold, 2)}" : "";
        return $"{name} {Shown(centre, decimals)}, {gap} {Shown(spread, decimals)}{score}, {Points(outlier)}";
    }

    private static string Points(Outlier outlier) => FrenchText.Count(outlier.Points, "valeur", "valeurs");

    private static string Shown(decimal value, int decimals) => FrenchNumber.FormatShort(value, decimals);
}
