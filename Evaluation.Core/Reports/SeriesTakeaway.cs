using Evaluation.Core.French;
using Evaluation.Core.Indicators;

namespace Evaluation.Core.Reports;

/// <summary>The sentence to remember of a course: computed, true in every case, absent rather than vague.</summary>
internal static class SeriesTakeaway
{
    public static string? Of(IndicatorLine line, int year)
    {
        if (line.Value.Value is not { } value)
        {
            return null;
        }

        var sentence = SeriesFigure.HasPeriodTarget(line) ? AgainstTarget(line) : OverYear(line, year, value);
        return sentence is null ? null : ReportText.Prose(sentence);
    }

    private static string OverYear(IndicatorLine line, int year, decimal value)
    {
        var head = line.Aggregation switch
        {
            AggregationRule.Sum => $"{line.Quantity(value)} sur l’année {ReportText.Year(year)}",
            AggregationRule.Last => $"{line.Quantity(value)} à la fin de {ReportText.Year(year)}",
            AggregationRule.Average or AggregationRule.Ratio => $"{line.Quantity(value)} en moyenne en {ReportText.Year(year)}",
        };
        if (line.IsPartial)
        {
            head += ", d’après les valeurs reçues";
        }

        if (line.Way is null || !line.IsChangeConclusive)
        {
            return head + ".";
        }

        var change = line.ChangeText;
        var (now, before) = line.Compared is { } compared ? (compared.Current, compared.Previous) : (value, line.Previous.Value!.Value);
        return line.Compared is not null || line.IsPartial || line.IsPreviousPartial
            ? $"{head} ; sur les mêmes membres et périodes, {line.Quantity(now)} contre {line.Quantity(before)} un an plus tôt" +
                $"{(change is null ? "" : $" ({change})")}."
            : change is null ? $"{head}, {line.Quantity(before)} un an plus tôt."
            : $"{head}, {change} en un an{Spread(line)}.";
    }

    // How widespread the change is, only when both years stand on the same perimeter.
    private static string Spread(IndicatorLine line)
    {
        var compared = line.Series.Where(p => p is { Compared: null, Way: not null }).ToList();
        if (compared.Count < 2 || compared.Count < line.Series.Count || line.Way is not { } way || way == 0)
        {
            return "";
        }

        var same = compared.Count(p => p.Way == way);
        var noun = ReportText.PeriodNoun(line.Periodicity, same);
        return $" ; la {(way > 0 ? "hausse" : "baisse")} touche {FrenchNumber.Format(same)} {noun} sur {FrenchNumber.Format(compared.Count)}";
    }

    private static string? AgainstTarget(IndicatorLine line)
    {
        var target = line.Target!;
        var known = line.Series.Where(p => p.WholeValue is not null).ToList();
        if (known.Count == 0)
        {
            return null;
        }

        var missed = known.Where(p => target.IsMaximum ? p.Value.Value > target.Value : p.Value.Value < target.Value).ToList();
        var count = FrenchNumber.Format(known.Count);
        if (missed.Count == 0)
        {
            return $"La cible est tenue {count} {ReportText.PeriodNoun(line.Periodicity, known.Count)} sur {count}.";
        }

        var worst = target.IsMaximum ? missed.Max(p => p.Value.Value!.Value) : missed.Min(p => p.Value.Value!.Value);
        return $"La cible est manquée {FrenchNumber.Format(missed.Count)} " +
            $"{ReportText.PeriodNoun(line.Periodicity, missed.Count)} sur {count} ; " +
            $"le plus loin : {SeriesFigure.PeriodsAt(worst, missed)}, {line.Quantity(worst)}.";
    }
}
