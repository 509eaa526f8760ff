using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Reports.Annual;

/// <summary>What changed since the version before: every change, where the page shows the first ones.</summary>
internal static class ChangesPart
{
    public static PaperSection Of(ChangesSection changes, int version, string noun)
    {
        var (since, now) = ($"Version {ReportText.Year(changes.Since)}", $"Version {ReportText.Year(version)}");
        return new PaperSection(
            ReportHeadings.Changes(changes.Since),
            [
                new PaperText(changes.Sentence),
                .. Blocks.Text(changes.AmountsSentence),
                .. changes.Amounts is { } amounts ? Amounts(amounts, since, now, noun) : [],
                .. changes.Figures.GroupBy(f => f.Kind).SelectMany(kind => Figures(kind.Key, kind, since, now, noun)),
                .. Blocks.Table(
                    "Termes changés",
                    ReportCaptions.ChangedTerms,
                    [PaperColumn.Words("Objet"), PaperColumn.Words("Nature"), PaperColumn.Words(since), PaperColumn.Words(now)],
                    changes.Terms.Select(t => PaperRow.Of(
                        t.Label, t.Topic, t.Before ?? Figure.NotApplicableText, t.After ?? Figure.NotApplicableText))),
            ]);
    }

    private static IEnumerable<PaperBlock> Amounts(ChangedAmounts amounts, string since, string now, string noun) => Blocks.Table(
        "Montants changés",
        ReportCaptions.ChangedAmounts,
        [PaperColumn.Words(noun), PaperColumn.Euros(since), PaperColumn.Euros(now), PaperColumn.Difference("Écart")],
        amounts.Told().Select(Row),
        Row(amounts.Total));

    private static PaperRow Row(ChangedAmountRow row) => PaperRow.Of(row.Label, row.Before.Cell(), row.After.Cell(), row.Difference);

    private static IEnumerable<PaperBlock> Figures(
        ChangedKind kind, IEnumerable<ChangedFigure> rows, string since, string now, string noun) => Blocks.Table(
        $"{ReportCaptions.Changed(kind).Text}, changements",
        ReportCaptions.Changed(kind),
        [
            PaperColumn.Words(kind == ChangedKind.Value ? "Indicateur" : "Ligne"),
            PaperColumn.Words(noun),
            PaperColumn.Words(kind == ChangedKind.Value ? "Période" : "Exercice"),
            new(since, PaperFormat.Number(0)),
            new(now, PaperFormat.Number(0)),
            new("Écart", PaperFormat.Signed(0)),
            PaperColumn.Words(kind == ChangedKind.Value ? "Unité et remarque" : "Unité"),
        ],
        rows.Select(row => PaperRow.Of(
            (PaperCell)row.Label with { Note = row.Code },
            row.Member?.Name ?? Figure.NotApplicableText,
            row.Period,
            row.Before.Cell(row.Decimals),
            row.After.Cell(row.Decimals),
            row.Difference.Cell(PaperFormat.Signed(row.Decimals)),
            string.Join(", ", new[] { row.Unit.Length == 0 ? null : FigureWords.Unit(row.Unit), row.Note }.OfType<string>()))));
}
