using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Reports.Annual;

/// <summary>Indicators over the year, each in its own unit.</summary>
internal static class IndicatorTables
{
    private const string OfPoints = "évolution d’un pourcentage en points";
    private const string Compared = "comparé : les chiffres de l’évolution, sur les mêmes membres et périodes, s’ils diffèrent de ceux de l’année";

    /// <summary>The table; none without a line.</summary>
    /// <param name="name">Of the table.</param>
    /// <param name="caption">What it shows, and on what both years are compared.</param>
    /// <param name="lines">In order.</param>
    /// <param name="year">Evaluated.</param>
    public static IEnumerable<PaperBlock> Of(string name, TableCaption caption, IReadOnlyList<IndicatorLine> lines, int year)
    {
        var hasTargets = lines.Any(l => l.Target is not null);
        var hasCompared = lines.Any(l => l.Compared is not null);
        return Blocks.Table(
            name,
            caption with { Sub = UnitOf(caption.Sub, lines, hasCompared) },
            [
                PaperColumn.Words("Indicateur"),
                .. Years(year),
                .. hasTargets ? [PaperColumn.Count("Cible"), PaperColumn.Words("Sens"), PaperColumn.Words("État")] : Array.Empty<PaperColumn>(),
                .. hasCompared ? ComparedYears(year) : [],
            ],
            lines.Select(line => new PaperRow(
            [
                (PaperCell)line.Label with { Note = $"{line.Code}, {FigureWords.Unit(line.Unit)}{FigureWords.Partial(line, year)}{FigureWords.Answers(line, year)}" },
                line.Previous.Cell(line.Decimals),
                line.Value.Cell(line.Decimals),
                line.Change.Change(line),
                .. hasTargets ? TargetOf(line) : [],
                .. hasCompared ? Pair(line.Compared, line) : [],
            ])));
    }

    /// <summary>Both years and their change.</summary>
    public static IReadOnlyList<PaperColumn> Years(int year) =>
    [
        PaperColumn.Count(ReportText.Year(year - 1)),
        PaperColumn.Count(ReportText.Year(year)),
        new("Évolution", PaperFormat.SignedPercent()),
    ];

    /// <summary>The figures compared.</summary>
    public static IReadOnlyList<PaperColumn> ComparedYears(int year) =>
        [PaperColumn.Count($"{ReportText.Year(year - 1)} comparé"), PaperColumn.Count($"{ReportText.Year(year)} comparé")];

    /// <summary>The figures compared, or that they are those of the year.</summary>
    public static IReadOnlyList<PaperCell> Pair(ComparedFigures? compared, IndicatorLine line) => compared is null
        ? [FigureCells.None, FigureCells.None]
        : [Rounded(compared.Previous, line), Rounded(compared.Current, line)];

    /// <summary>What is said of units and of what is compared.</summary>
    public static string? UnitOf(string? sub, IReadOnlyList<IndicatorLine> lines, bool hasCompared)
    {
        var said = new[] { sub, hasCompared ? Compared : null, lines.Any(l => l.ChangeUnit != "%") ? OfPoints : null }.OfType<string>().ToList();
        return said.Count == 0 ? null : ReportText.Prose(FrenchText.Opening(string.Join(" ; ", said)));
    }

    private static IReadOnlyList<PaperCell> TargetOf(IndicatorLine line) => line.Target is { } target
        ?
        [
            (PaperCell)target.Value with { Format = PaperFormat.Number(Math.Max(line.Decimals, target.Value.Scale)) },
            target.IsMaximum ? "au plus" : "au moins",
            FigureWords.State(line.State),
        ]
        : [FigureCells.None, FigureCells.None, FigureWords.State(TargetStatus.NoTarget)];

    private static PaperCell Rounded(decimal value, IndicatorLine line) =>
        (PaperCell)value with { Format = PaperFormat.Number(line.Decimals) };
}
