using Evaluation.Core.French;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Reports.Annual;

/// <summary>Who pays which part and why.</summary>
internal static class SplitPart
{
    private const int LongTable = 15;

    public static PaperSection Of(SplitSection split, int year, string noun, AnnualCharts charts) => new(
        Outline.Split,
        split.Obstacle is { } obstacle
            ? [new PaperText(obstacle)]
            :
            [
                .. Blocks.Text(split.Explanation),
                .. SplitTables.Of(split, year, noun),
                .. split.Notes.Select(note => new PaperNote(note)),
                .. split.Uses is { } uses ? Blocks.Maybe(charts.Of(uses.Name, Uses(uses))) : [],
                .. Blocks.Table(
                    "Clés de l’année",
                    ReportCaptions.Spans(year),
                    [new PaperColumn("Du", PaperFormat.Day), new PaperColumn("Au", PaperFormat.Day), PaperColumn.Words("Clé"), PaperColumn.Euros("Coût partagé (€)")],
                    split.Spans.Select(s => PaperRow.Of(s.From, s.To, s.Explanation, s.Amount.Cell()))),
                .. split.Worked is { } worked ? Worked(worked) : [],
                .. split.Settlement is { } settlement ? SettlementPart.Of(settlement, year, noun) : [],
                .. split.Statement is { } statement ? [Statement(statement, year, noun), .. Blocks.Texts(statement.Answered ?? [])] : Array.Empty<PaperBlock>(),
            ],
        OnNewPage: split.Rows.Count > LongTable);

    private static IEnumerable<PaperBlock> Worked(WorkedAmount worked) =>
        Blocks.Reasons([new PaperReason(
            $"Comment lire ces montants, exemple {FrenchText.De(worked.Member.Name)}", string.Join(' ', worked.Sentences))]);

    private static PaperTable Uses(UsesFigure figure) => new(
        "Usage et montant par habitant",
        figure.Heading,
        ReportText.Prose($"{ReportText.Year(figure.Year)} ; montants en euros"),
        [
            PaperColumn.Words(figure.MemberNoun),
            PaperColumn.Count("Population"),
            new(figure.UnitLabel, PaperFormat.Number(figure.UnitDecimals)),
            new($"Pour {FrenchNumber.Format(1000)} habitants", PaperFormat.Number(1)),
            PaperColumn.Euros("Montant"),
            PaperColumn.Euros("Par habitant"),
        ],
        [
            .. figure.Rows.Select(row => PaperRow.Of(
                row.Member.Name + FigureWords.Marks(row),
                row.Population.Cell(),
                row.Units.Cell(),
                row.UnitsPerThousand.Cell(),
                row.Amount.Cell(),
                row.PerInhabitant.Cell())),
        ]);

    private static PaperTable Statement(StatementSection statement, int year, string noun)
    {
        var caption = ReportCaptions.Statement(statement, year, "en annexe");
        var units = PaperFormat.Number(statement.Decimals);
        var isAnswered = statement.Answered is not null;
        return new PaperTable(
            "État annuel",
            $"{ReportHeadings.Statement}\u00A0: {ReportText.Inside(caption.Text)}",
            caption.Sub,
            [
                PaperColumn.Words(noun), .. statement.Columns.Select(column => new PaperColumn(column, units)), new("Année", units),
                .. isAnswered ? [PaperColumn.Words("Réponse du membre")] : Array.Empty<PaperColumn>(),
            ],
            [
                .. statement.Rows.Select(row => new PaperRow(
                [
                    row.Member.Name, .. row.Cells.Select(c => c.Cell()), row.Total.Cell(),
                    .. isAnswered ? [StatementAnswers.InWords(row.Answers)] : Array.Empty<PaperCell>(),
                ])),
            ],
            new PaperRow(
            [
                "Total",
                .. statement.Columns.Select((_, column) => Sum(statement, row => row.Cells[column])),
                Sum(statement, row => row.Total),
                .. isAnswered ? [FigureCells.None] : Array.Empty<PaperCell>(),
            ]));
    }

    // Where nobody has a figure their sum is none either, not zero.
    private static PaperCell Sum(StatementSection statement, Func<StatementRow, Figure> of) =>
        statement.Rows.Any(row => of(row).Value is not null) ? statement.Rows.Sum(row => of(row).Value ?? 0) : FigureCells.None;
}
