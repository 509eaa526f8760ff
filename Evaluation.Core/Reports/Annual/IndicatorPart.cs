using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Reports.Annual;

/// <summary>What was done and how well.</summary>
internal static class IndicatorPart
{
    public static PaperSection Activity(IndicatorSection section, int year, AnnualCharts charts) => new(
        Outline.Activity,
        [
            .. Blocks.Texts(section.Notes),
            .. Course("Cours de l’activité", section.Course, charts),
            .. Blocks.Texts(section.Trends),
            .. IndicatorTables.Of("Activité", ReportCaptions.Activity, section.Lines, year),
            .. ByMember("Activité par membre", section.ByMember, charts),
            .. section.ByMonth is { } months ? Blocks.Maybe(charts.Of(months.Name, IndicatorCharts.ByMonth(months))) : [],
        ],
        OnNewPage: section.ByMember is not null);

    public static PaperSection Quality(IndicatorSection section, int year, AnnualCharts charts) => new(
        Outline.Quality,
        [
            .. Blocks.Texts(section.Notes),
            .. IndicatorTables.Of("Qualité", new TableCaption(ReportCaptions.Quality, ReportCaptions.OnTheSameMembers), section.Lines, year),
            .. Blocks.Texts(section.Trends),
            .. Equality(section.Equality, year),
            .. Course("Cours de la qualité", section.Course, charts),
            .. ByMember("Qualité par membre", section.ByMember, charts),
        ],
        OnNewPage: section.ByMember is not null);

    private static IEnumerable<PaperBlock> Course(string table, SeriesFigure? figure, AnnualCharts charts) =>
        Blocks.Maybe(figure is null ? null : charts.Of(figure.Name, IndicatorCharts.Course(table, figure)));

    private static IEnumerable<PaperBlock> ByMember(string table, MembersFigure? figure, AnnualCharts charts) =>
        Blocks.Maybe(figure is null ? null : charts.Of(figure.Name, IndicatorCharts.ByMember(table, figure)));

    private static IEnumerable<PaperBlock> Equality(IReadOnlyList<EqualityRow> rows, int year)
    {
        var hasGroups = rows.Any(r => r.Centre.Value is not null);
        return Blocks.Table(
            "Égalité entre communes",
            ReportCaptions.Equality(hasGroups),
            [
                PaperColumn.Words("Indicateur"),
                PaperColumn.Count("Communes comparées"),
                new($"Écarts {ReportText.Year(year - 1)}", PaperFormat.Percent()),
                new($"Écarts {ReportText.Year(year)}", PaperFormat.Percent()),
                new("Évolution (points)", PaperFormat.Signed(1)),
                PaperColumn.Words("Service"),
                .. hasGroups ? [PaperColumn.Count("Ville-centre"), PaperColumn.Count("Autres communes")] : Array.Empty<PaperColumn>(),
            ],
            rows.Select(row => new PaperRow(
            [
                (PaperCell)row.Label with { Note = $"{row.Code}, {FigureWords.Unit(row.Unit)}" },
                (decimal)row.Communes,
                row.Previous.Cell(),
                row.Coefficient.Cell(),
                row.Change.Cell(),
                row.Reading,
                .. hasGroups ? [row.Centre.Cell(row.Decimals), row.Others.Cell(row.Decimals)] : Array.Empty<PaperCell>(),
            ])));
    }
}
