using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Reports.Dashboards;

/// <summary>Six indicators, each in its own unit, against the same months of the year before.</summary>
internal static class IndicatorsPart
{
    private const string NotConcluded = "non conclue";
    private const string NotComparable = "non comparable";

    public static PaperSection Of(KnownPeriod known, IReadOnlyList<KeyIndicator> indicators)
    {
        var (now, before) = (FrenchPeriod.InWords(known.Period), FrenchPeriod.InWords(known.Period.PreviousYear));
        return new PaperSection(
            "Indicateurs",
            !known.IsInForce
                ? [new PaperText($"Le service n’était pas en vigueur pendant {FrenchPeriod.WithArticle(known.Period)}.")]
                : indicators.Count == 0
                ? [new PaperText($"Aucun indicateur suivi n’a de valeur par {(known.Period.Periodicity == Periods.Periodicity.Monthly ? "mois" : "mois ni par trimestre")}.")]
                :
                [
                    new PaperTable(
                        "Indicateurs",
                        $"Indicateurs clés, {now}",
                        "Comparé : les mêmes membres et les mêmes mois, connus les deux années ; évolution d’un pourcentage en points ; "
                        + "non comparable : définition changée, ou service qui n’a plus les mêmes membres ; "
                        + "une évolution est non conclue sous 80 % des valeurs attendues les deux années, un état tant qu’il manque une valeur",
                        [
                            PaperColumn.Words("Indicateur"),
                            PaperColumn.Count(now),
                            PaperColumn.Count($"{before} comparé"),
                            PaperColumn.Count($"{now} comparé"),
                            new("Évolution", PaperFormat.SignedPercent()),
                            PaperColumn.Count("Cible"),
                            PaperColumn.Words("État"),
                        ],
                        [.. indicators.Select(Row)]),
                ]);
    }

    private static PaperRow Row(KeyIndicator indicator)
    {
        var (definition, format) = (indicator.Definition, PaperFormat.Number(indicator.Definition.Decimals));
        var partial = indicator is { IsWhole: false, Value.Value: not null } ? " ; valeur partielle" : "";
        var answers = indicator.Answers is { } count ? $" ; {count.InWords()}" : "";
        return PaperRow.Of(
            (PaperCell)definition.Label with
            {
                Note = $"{definition.Code}, {FigureWords.Unit(definition.UnitLabel)}{partial}{answers}",
            },
            indicator.Value.Cell(format),
            indicator.Compared is { } was ? (PaperCell)was.Previous with { Format = format } : FigureCells.None,
            indicator.Compared is { } @is ? (PaperCell)@is.Current with { Format = format } : FigureCells.None,
            Change(indicator),
            indicator.Followed.Target is { } target
                ? (PaperCell)target.Value with { Format = PaperFormat.Number(Math.Max(definition.Decimals, target.Value.Scale)) }
                : FigureCells.None,
            State(indicator));
    }

    private static PaperCell Change(KeyIndicator indicator) => indicator switch
    {
        { CanCompare: false } => NotComparable,
        { Compared: null } => FigureCells.None,
        { IsChangeConclusive: false } => NotConcluded,
        { Compared: { Value: { } value } change } => (PaperCell)value with
        {
            Format = change.IsInPoints ? PaperFormat.Signed(change.Decimals) : PaperFormat.SignedPercent(change.Decimals),
        },
        _ => FigureCells.None,
    };

    private static string State(KeyIndicator indicator) => indicator.Followed.Target is not { } target
        ? FigureWords.State(TargetStatus.NoTarget)
        : indicator.Value.Absence == Absence.NotApplicable ? Figure.NotApplicableText
        : (target.IsMaximum ? "au plus\u00A0: " : "au moins\u00A0: ") + (indicator.Definition.Aggregation == AggregationRule.Sum
            ? "sur l’année"
            : FigureWords.State(indicator.State));
}
