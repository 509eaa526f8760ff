using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Reports.Annual;

/// <summary>What is left to settle, what settled years left, what was settled again, where calls stand.</summary>
internal static class SettlementPart
{
    private const int Cents = 2;

    public static IEnumerable<PaperBlock> Of(SettlementSection settlement, int year, string noun) =>
    [
        .. Blocks.Reasons([new PaperReason(ReportHeadings.Settlement, string.Join(' ', settlement.Sentences))]),
        .. Blocks.Table(
            "Régularisation",
            ReportCaptions.Settlement(settlement, year),
            [
                PaperColumn.Words(noun),
                PaperColumn.Euros("Montant dû"),
                PaperColumn.Euros("Acomptes appelés"),
                .. settlement.Total.Carried is null ? Array.Empty<PaperColumn>() : [PaperColumn.Difference("Reporté")],
                .. settlement.Total.Onward is null ? Array.Empty<PaperColumn>() : [PaperColumn.Difference("Reporté ensuite")],
                .. settlement.HasRegularised ? [PaperColumn.Difference("Déjà régularisé")] : Array.Empty<PaperColumn>(),
                .. settlement.IsImputed ? [PaperColumn.Euros("Imputé sur l’AC")] : Array.Empty<PaperColumn>(),
                PaperColumn.Difference("Solde"),
                PaperColumn.Words("Sens"),
            ],
            settlement.Rows.Select(row => Row(row, settlement)),
            Row(settlement.Total, settlement)),
        .. Carried(settlement, year, noun),
        .. settlement.Settled is { } settled ? Settled(settled, year, noun) : [],
        .. settlement.Calls is { } calls ? Calls(calls, year, noun) : [],
    ];

    private static PaperRow Row(SettlementRow row, SettlementSection settlement) => new(
    [
        row.Member?.Name ?? "Total",
        row.Owed.Cell(),
        row.Provisional.Cell(),
        .. row.Carried is { } carried ? [carried.Cell()] : Array.Empty<PaperCell>(),
        .. row.Onward is { } onward ? [onward.Cell()] : Array.Empty<PaperCell>(),
        .. settlement.HasRegularised ? [row.Regularised.Cell()] : Array.Empty<PaperCell>(),
        .. settlement.IsImputed ? [row.Imputed.Cell()] : Array.Empty<PaperCell>(),
        row.Balance.Cell(),
        row.Word,
    ]);

    private static IEnumerable<PaperBlock> Carried(SettlementSection settlement, int year, string noun) => Blocks.Table(
        "Reports d’exercices arrêtés",
        ReportCaptions.Carried(year),
        [
            PaperColumn.Words(noun), PaperColumn.Words("Exercice"), new("Arrêté le", PaperFormat.Day), PaperColumn.Words("Objet"),
            PaperColumn.Difference("Montant"),
        ],
        (settlement.Carried ?? []).Select(row => PaperRow.Of(
            row.Member.Name, ReportText.Year(row.Year), row.On, row.IsCorrection ? "régularisation" : "solde", row.Amount.Cell())),
        PaperRow.Of("Total", "", "", "", (settlement.Total.Carried ?? Figure.Of(0, Cents)).Cell()));

    private static IEnumerable<PaperBlock> Settled(SettledSection settled, int year, string noun) =>
    [
        new PaperText(string.Join(' ', settled.Sentences)),
        .. settled.Corrections.Index().SelectMany(correction => Blocks.Table(
            $"Arrêtés de nouveau ({ReportText.Year(correction.Index + 1)})",
            ReportCaptions.Correction(correction.Item, year),
            [
                PaperColumn.Words(noun), PaperColumn.Euros("Montant avant"), PaperColumn.Euros("Montant arrêté"),
                PaperColumn.Difference("Solde avant"), PaperColumn.Difference("Solde arrêté"), PaperColumn.Difference("Régularisation"),
            ],
            correction.Item.Rows.Select(Row),
            Row(correction.Item.Total))),
    ];

    private static PaperRow Row(CorrectionRow row) => PaperRow.Of(
        row.Member?.Name ?? "Total",
        row.AmountBefore.Cell(),
        row.AmountAfter.Cell(),
        row.BalanceBefore.Cell(),
        row.BalanceAfter.Cell(),
        row.Change.Cell());

    private static IEnumerable<PaperBlock> Calls(CallsSection calls, int year, string noun) =>
    [
        .. Blocks.Table(
            "État des appels",
            ReportCaptions.Calls(calls, year),
            [
                PaperColumn.Words(noun), PaperColumn.Euros("Prévu"), PaperColumn.Euros("Émis"), PaperColumn.Euros("Payé"),
                PaperColumn.Euros("Contesté"), PaperColumn.Euros("Appelé"),
            ],
            calls.Rows.Select(Row),
            Row(calls.Total)),
        .. calls.Disputed.Count == 0 ? Array.Empty<PaperBlock>() : [new PaperList([.. calls.Disputed.Select(d => d.InWords)])],
    ];

    private static PaperRow Row(CallsRow row) => PaperRow.Of(
        row.Member?.Name ?? "Total", row.Planned.Cell(), row.Issued.Cell(), row.Paid.Cell(), row.Disputed.Cell(), row.Total.Cell());
}
