using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Statistics;

namespace Evaluation.Core.Reports;

/// <summary>Says where series go over the year and the one before, or why nothing may be said.</summary>
internal static class TrendSentence
{
    private const int MostNamed = 6;

    // A line through two years rises over a year by about what the second has more than the first.
    private const decimal MostTimesTheChange = 2;

    /// <summary>
    /// What moves, what is stable, what goes no clear way, what cannot be told. A trend is told only when both years compare, and
    /// when it goes the way of the change of the year shown beside it, between half and twice as far; nothing is called stable
    /// whose change is noticeable, or of which a value is missing.
    /// </summary>
    public static IReadOnlyList<string> Of(AnnualEvaluation evaluation, IReadOnlyList<IndicatorLine> lines)
    {
        var outcomes = lines.Where(l => l.IsConclusive)
            .Select(l => (Line: l, Outcome: evaluation.Find(l.Code)?.Trend))
            .Where(t => t.Outcome is not null && t.Line.Series.Any(p => p.Value.Value is not null))
            .Select(t => (t.Line, Outcome: t.Outcome!))
            .ToList();
        var participants = evaluation.Perimeter.Participants.Count;
        var lonely = Names(outcomes.Where(t => t is { Outcome.Trend: not null, Line.Way: null }).Select(t => t.Line));
        var trends = outcomes.Where(t => t is { Outcome.Trend: not null, Line.Way: not null }).Select(t => new Told(t.Line, t.Outcome, participants)).ToList();
        var moving = trends.Where(t => t.IsMoving).OrderByDescending(t => Math.Abs(t.Trend.Rate!.Value)).Take(MostNamed).ToList();
        var stable = Names(trends.Where(t => t.IsStable).Select(t => t.Line));
        var unclear = Names(trends.Where(t => t is { IsMoving: false, IsStable: false }).Select(t => t.Line));
        List<string> sentences =
        [
            .. moving.Count > 0
                ? [$"Tendance sur deux ans : {string.Join(" ; ", moving.Select(t => t.InWords))}."]
                : Array.Empty<string>(),
            .. stable.Count > 0 ? [$"Stable, à moins de 2 % par an : {FrenchText.List(stable)}."] : Array.Empty<string>(),
            .. unclear.Count > 0 ? [$"Sans tendance nette sur deux ans : {FrenchText.List(unclear)}."] : Array.Empty<string>(),
            .. lonely.Count > 0
                ? [$"Une année ne fait pas une tendance, et la précédente ne se compare pas : {FrenchText.List(lonely)}."]
                : Array.Empty<string>(),
            .. Obstacles(outcomes),
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
                TrendObstacle.Perimeter =>
                    $"Des membres sont entrés ou sortis : pas de tendance de ce qui ne se répartit pas entre eux ({names}).",
                TrendObstacle.Break => $"La définition a changé trop récemment pour une tendance : {names}.",
                TrendObstacle.TooFewPoints =>
                    $"Moins de quatre périodes où toutes les valeurs sont connues, pas de tendance : {names}.",
            };
        }
    }

    private static IReadOnlyList<string> Names(IEnumerable<IndicatorLine> lines) => [.. lines.Select(l => ReportText.Inside(l.Label))];

    private sealed class Told(IndicatorLine line, TrendOutcome outcome, int participants)
    {
        public IndicatorLine Line => line;

        public Trend Trend => outcome.Trend!;

        // The figures of the change beside it, as shown.
        private ShownChange Change => line.Compared is { } c
            ? ShownChange.Of(c.Current, c.Previous, line.Unit, line.Decimals)
            : ShownChange.Of(line.Value.Value!.Value, line.Previous.Value!.Value, line.Unit, line.Decimals);

        // A percentage moves by points.
        private decimal PerPeriod => decimal.Round(
            line.Unit == "%" ? Trend.Slope : (Trend.Rate ?? 0) * 100, 1, MidpointRounding.AwayFromZero);

        public bool IsStable => Trend.Label == TrendLabel.Stable
            && !Change.IsNoticeable
            && line.State is not TargetStatus.NotConclusive
            && !line.IsPartial;

        public bool IsMoving => Trend is { Rate: not null, Label: not TrendLabel.Stable }
            && PerPeriod != 0
            && line.State is not TargetStatus.NotConclusive
            && IsThatOfTheChange()
            && (line.Aggregation is AggregationRule.Average or AggregationRule.Ratio || Math.Abs(Trend.Mean) >= ShownChange.FewUnits);

        private bool IsThatOfTheChange()
        {
            var change = Change;
            var mean = (Math.Abs(change.Current) + Math.Abs(change.Previous)) / 2;
            var perYear = change.IsInPoints ? Trend.Slope * Trend.PerYear : Trend.Rate!.Value * Trend.PerYear * mean;
            var difference = change.Current - change.Previous;
            return Math.Sign(perYear) == change.Way
                && Math.Abs(perYear) <= Math.Abs(difference) * MostTimesTheChange
                && Math.Abs(difference) <= Math.Abs(perYear) * MostTimesTheChange;
        }

        // Said where it is not that of everyone.
        private string Scope => outcome.Members is { } members && members < participants
            ? $" ({FrenchText.Count(members, "membre présent", "membres présents")} tout au long sur {FrenchNumber.Format(participants)})"
            : "";

        public string InWords =>
            $"{ReportText.Inside(line.Label)}{Scope}, en {(Trend.Label == TrendLabel.Up ? "hausse" : "baisse")} de " +
            $"{FrenchNumber.Format(Math.Abs(PerPeriod), 1)}{FrenchNumber.UnitSpace}{line.ChangeUnit} par {ReportText.PeriodNoun(line.Periodicity, 1)}";
    }
}
