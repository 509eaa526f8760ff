using Evaluation.Core.Assessments;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Indicators.Statistics;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Reports;

/// <summary>Says where series go over the year and the one before, or why nothing may be said.</summary>
internal static class TrendSentence
{
    private const int MostNamed = 6;

    // Below this mean a count moves by itself: one incident more is no rise of 67 %.
    private const decimal SmallestMean = 5;

    /// <summary>At most three sentences: what moves, what is stable, what cannot be told.</summary>
    public static IReadOnlyList<string> Of(AnnualEvaluation evaluation, IReadOnlyList<IndicatorLine> lines)
    {
        var trends = lines.Where(l => l.IsConclusive)
            .Select(l => (Line: l, Outcome: evaluation.Find(l.Code)?.Trend))
            .Where(t => t.Outcome is not null && t.Line.Series.Any(p => p.Value.Value is not null))
            .Select(t => (t.Line, Outcome: t.Outcome!))
            .ToList();
        var moving = trends
            .Where(t => t.Outcome.Trend is { Rate: not null, Label: not TrendLabel.Stable } trend && IsLargeEnough(t.Line, trend))
            .OrderByDescending(t => Math.Abs(t.Outcome.Trend!.Rate!.Value))
            .Take(MostNamed)
            .Select(t => $"{ReportText.Inside(t.Line.Label)}, {InWords(t.Outcome.Trend!, t.Line.Periodicity)}")
            .ToList();
        var stable = Names(trends.Where(t => t.Outcome.Trend is { Label: TrendLabel.Stable }).Select(t => t.Line));
        List<string> sentences =
        [
            .. moving.Count > 0 ? [$"Tendance sur deux ans : {string.Join(" ; ", moving)}."] : Array.Empty<string>(),
            .. stable.Count > 0 ? [$"Stable, à moins de 1 % par période : {FrenchText.List(stable)}."] : Array.Empty<string>(),
            .. Obstacles(trends),
        ];
        return [.. sentences.Select(ReportText.Prose)];
    }

    private static IEnumerable<string> Obstacles(List<(IndicatorLine Line, TrendOutcome Outcome)> trends)
    {
        foreach (var group in trends.Where(t => t.Outcome.Obstacle is not null).GroupBy(t => t.Outcome.Obstacle!.Value).OrderBy(g => g.Key))
        {
            var names = FrenchText.List(Names(group.Select(t => t.Line)));
            yield return group.Key switch
            {
                TrendObstacle.Seasonal =>
                    $"Le service suit les saisons : seule la même période un an plus tôt se compare, sans tendance ({names}).",
                TrendObstacle.Break => $"La définition a changé trop récemment pour une tendance : {names}.",
                _ => $"Moins de quatre périodes connues, pas de tendance : {names}.",
            };
        }
    }

    private static bool IsLargeEnough(IndicatorLine line, Trend trend) =>
        line.Aggregation is Aggregation.Average or Aggregation.Ratio || Math.Abs(trend.Mean) >= SmallestMean;

    private static string InWords(Trend trend, Periodicity periodicity) =>
        $"en {(trend.Label == TrendLabel.Up ? "hausse" : "baisse")} de {FrenchNumber.Percent(Math.Abs(trend.Rate!.Value) * 100)} " +
        $"par {ReportText.PeriodNoun(periodicity, 1)}";

    private static IReadOnlyList<string> Names(IEnumerable<IndicatorLine> lines) => [.. lines.Select(l => ReportText.Inside(l.Label))];
}
