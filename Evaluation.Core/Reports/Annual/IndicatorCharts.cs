using Evaluation.Core.French;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Reports.Annual;

/// <summary>The figures that the charts of indicators show.</summary>
internal static class IndicatorCharts
{
    /// <summary>Period by period.</summary>
    /// <param name="table">Name of the table.</param>
    /// <param name="figure">The chart.</param>
    public static PaperTable Course(string table, SeriesFigure figure)
    {
        var (line, year) = (figure.Line, figure.Year);
        var hasCompared = line.Compared is not null || line.Series.Any(p => p.Compared is not null);
        return new PaperTable(
            table,
            figure.Heading,
            IndicatorTables.UnitOf(FigureWords.Unit(line.Unit), [line], hasCompared),
            [
                PaperColumn.Words(FigureWords.PeriodHead(line.Periodicity)),
                .. IndicatorTables.Years(year),
                .. hasCompared ? IndicatorTables.ComparedYears(year) : [],
            ],
            [.. line.Series.Select(period => Row(period, line, year, hasCompared))],
            new PaperRow(
            [
                $"Année{FigureWords.Partial(line, year)}",
                line.Previous.Cell(line.Decimals),
                line.Value.Cell(line.Decimals),
                line.Change.Change(line),
                .. hasCompared ? IndicatorTables.Pair(line.Compared, line) : [],
            ]));
    }

    /// <summary>A period of an indicator.</summary>
    public static PaperRow Row(PeriodFigure period, IndicatorLine line, int year, bool hasCompared) => new(
    [
        (PaperCell)$"{period.Label}{FigureWords.Mark(period)}" with
        {
            Note = period.IsPreviousPartial ? $"valeur de {ReportText.Year(year - 1)} partielle" : null,
        },
        period.Previous.Cell(line.Decimals),
        period.Value.Cell(line.Decimals),
        period.Change.Change(line),
        .. hasCompared ? IndicatorTables.Pair(period.Compared, line) : [],
    ]);

    /// <summary>Member by member.</summary>
    /// <param name="table">Name of the table.</param>
    /// <param name="figure">The chart.</param>
    public static PaperTable ByMember(string table, MembersFigure figure)
    {
        var (line, format) = (figure.Line, PaperFormat.Number(figure.Line.Decimals));
        return new PaperTable(
            table,
            figure.Heading,
            ReportText.Prose($"{FigureWords.Unit(line.Unit)} ; par valeur décroissante"),
            [
                PaperColumn.Words(figure.MemberNoun),
                new(ReportText.Year(figure.Year - 1), format),
                new(ReportText.Year(figure.Year), format),
            ],
            [
                .. figure.Sorted.Select(m => PaperRow.Of(
                    $"{m.Member.Name}{(m.IsPartial ? " (valeur partielle)" : null)}", m.Previous.Cell(), m.Value.Cell())),
            ],
            PaperRow.Of($"Ensemble{FigureWords.Partial(line, figure.Year)}", line.Previous.Cell(), line.Value.Cell()));
    }

    /// <summary>Member by member and month by month.</summary>
    public static PaperTable ByMonth(MonthsFigure figure) => new(
        "Activité par membre et par mois",
        figure.Heading,
        ReportText.Prose($"{FigureWords.Unit(figure.Line.Unit)} ; par valeur décroissante de l’année"),
        [
            PaperColumn.Words(figure.MemberNoun),
            .. Enumerable.Range(1, 12).Select(month => new PaperColumn(FrenchDate.MonthName(month), PaperFormat.Number(figure.Line.Decimals))),
        ],
        [.. figure.Rows.Select(row => new PaperRow([row.Member.Name, .. row.Months.Select(m => m.Cell())]))]);
}
