using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Reports.Annual;

/// <summary>The split as tables whose totals are sums: what members owe, then what lies between it and the cost.</summary>
internal static class SplitTables
{
    public static IEnumerable<PaperBlock> Of(SplitSection split, int year, string noun)
    {
        var caption = ReportCaptions.Split(split, year);
        return
        [
            .. Blocks.Table("Répartition", caption, Columns(split, year, noun), split.Rows.Select(row => Row(row, split)), Total(split)),
            .. split is { Owed: { } owed, Total: { } total } ? Blocks.Maybe(ToCost(split, owed, total, year)) : [],
            .. split.Rows.Any(row => row.IsPartial) && !split.Notes.Any(note => note.StartsWith('*'))
                ? [new PaperNote(ReportText.Prose("* Membre une partie de l’année, ou de l’année précédente seulement."))]
                : Array.Empty<PaperBlock>(),
        ];
    }

    private static IReadOnlyList<PaperColumn> Columns(SplitSection split, int year, string noun) =>
    [
        PaperColumn.Words(noun),
        .. split.Criteria.Select(c => new PaperColumn(c.Label, PaperFormat.Number(c.Decimals))),
        .. split.ShareBasis is null ? Array.Empty<PaperColumn>() : [new("Quote-part", PaperFormat.Number(4))],
        .. split.HasDirect ? [PaperColumn.Euros("Charges directes")] : Array.Empty<PaperColumn>(),
        .. Money(split, year),
    ];

    private static IReadOnlyList<PaperColumn> Money(SplitSection split, int year) => split.HasPrevious
        ? [PaperColumn.Euros($"Montant {ReportText.Year(year - 1)}"), PaperColumn.Euros($"Montant {ReportText.Year(year)}"), PaperColumn.Difference("Écart")]
        : [PaperColumn.Euros($"Montant {ReportText.Year(year)}")];

    private static PaperRow Row(SplitRow row, SplitSection split) => new(
    [
        $"{row.Member.Name}{(row.IsPartial ? " *" : null)}",
        .. row.Units.Select(u => u.Cell()),
        .. split.ShareBasis is null ? Array.Empty<PaperCell>() : [row.Share.Cell()],
        .. split.HasDirect ? [row.Direct.Cell()] : Array.Empty<PaperCell>(),
        .. Money(new SplitSum(row.Previous, row.Amount, row.Change), split),
    ]);

    private static PaperRow? Total(SplitSection split) => split.Total is not { } total ? null : new(
    [
        split.Owed is null ? "Total" : "Dû par les membres",
        .. split.Criteria.Select(c => c.Total.Cell()),
        .. split.ShareBasis is null ? Array.Empty<PaperCell>() : [split.ShareTotal.Cell()],
        .. split.HasDirect ? [split.Rows.Sum(row => row.Direct.Value ?? 0)] : Array.Empty<PaperCell>(),
        .. Money(split.Owed ?? total, split),
    ]);

    private static PaperTable ToCost(SplitSection split, SplitSum owed, SplitSum total, int year) => new(
        "Du montant dû au coût",
        "De ce que doivent les membres au coût complet",
        "En euros",
        [PaperColumn.Words("Montant"), .. Money(split, year)],
        [
            new PaperRow(["Dû par les membres", .. Money(owed, split)]),
            .. split.RoundingGap is { } gap ? [new PaperRow(["Écart d’arrondi", .. Money(gap, split)])] : Array.Empty<PaperRow>(),
            .. split.ProviderPart is { } kept ? [new PaperRow(["Part du porteur", .. Money(kept, split)])] : Array.Empty<PaperRow>(),
        ],
        new PaperRow(["Total", .. Money(total, split)]));

    private static IReadOnlyList<PaperCell> Money(SplitSum sum, SplitSection split) =>
        split.HasPrevious ? [sum.Previous.Cell(), sum.Amount.Cell(), sum.Change.Cell()] : [sum.Amount.Cell()];
}
