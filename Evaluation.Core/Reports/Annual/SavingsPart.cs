using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Reports.Annual;

/// <summary>What the service saved against the time before pooling.</summary>
internal static class SavingsPart
{
    public static PaperSection Of(SavingsSection savings, int year, AnnualCharts charts) => new(
        Outline.Savings,
        savings.Figure is not { } figure
            ? [new PaperText(string.Join(' ', savings.Sentences))]
            :
            [
                charts.Of(figure.Name, Steps(figure)),
                .. Blocks.Texts(savings.Sentences),
                Effects(savings, year),
                .. Blocks.Table(
                    "Économie par membre",
                    ReportCaptions.Savings(year),
                    [
                        PaperColumn.Words("Membre"),
                        PaperColumn.Euros("Référence"),
                        PaperColumn.Euros("Dépense propre"),
                        PaperColumn.Euros("Versé"),
                        PaperColumn.Euros("Reçu"),
                        PaperColumn.Euros("Coût net"),
                        PaperColumn.Difference("Économie"),
                    ],
                    savings.Rows.Select(Row),
                    savings.Total is { } total ? Row(total) : null),
            ]);

    private static PaperTable Steps(SavingsFigure figure) => new(
        "Décomposition de l’économie",
        figure.Heading,
        "En euros",
        [PaperColumn.Words("Étape"), PaperColumn.Euros("Montant")],
        [
            .. figure.Steps.Select(step => PaperRow.Of(
                step.Label, step.Amount.Cell(step.Kind == SavingsStepKind.Change ? PaperFormat.Signed(2) : PaperFormat.Number(2)))),
        ]);

    // A verdict has its own sentence; here stand the figures that it rests on.
    private static PaperTable Effects(SavingsSection savings, int year) => new(
        "Effets mesurés",
        ReportText.Prose($"Écart à la référence, à prix et volume de {ReportText.Year(year)}"),
        "Une économie est positive, un surcoût négatif",
        [PaperColumn.Words("Mesure"), PaperColumn.Difference(ReportText.Year(year))],
        [
            PaperRow.Of("Économie (€)", savings.EfficiencySaving.Cell()),
            PaperRow.Of("Part du coût sans la mutualisation", savings.EfficiencyRate.Cell(PaperFormat.SignedPercent())),
            PaperRow.Of("Postes évités (équivalents temps plein)", savings.AvoidedFte.Cell(PaperFormat.Signed(1))),
        ]);

    private static PaperRow Row(SavingsRow row) => PaperRow.Of(
        (row.Member?.Name ?? "Total") + (row.IsProvider ? ", porteur" : null),
        row.Reference.Cell(),
        row.OwnSpending.Cell(),
        row.Paid.Cell(),
        row.Received.Cell(),
        row.NetCost.Cell(),
        row.Saving.Cell());
}
