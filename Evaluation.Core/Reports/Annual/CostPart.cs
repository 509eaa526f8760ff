using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Reports.Annual;

/// <summary>What the service cost.</summary>
internal static class CostPart
{
    public static PaperSection Of(CostSection costs, int year, AnnualCharts charts) => new(
        Outline.Costs,
        [
            .. costs.Total is { } total ? Full(costs, total, year) : [],
            .. Blocks.Texts(costs.Notes),
            .. costs.Composition is { } composition ? Blocks.Maybe(charts.Of(composition.Name, Of(composition))) : [],
            .. IndicatorTables.Of("Indicateurs de coût", ReportCaptions.CostLines, costs.Lines, year),
        ],
        OnNewPage: costs.Total is not null);

    private static IEnumerable<PaperBlock> Full(CostSection costs, CostRow total, int year) =>
    [
        .. Blocks.Table(
            "Coût complet",
            ReportCaptions.Costs,
            [
                PaperColumn.Words("Nature de charge"),
                PaperColumn.Euros($"Constaté {ReportText.Year(year - 1)}"),
                PaperColumn.Euros($"Prévu {ReportText.Year(year)}"),
                PaperColumn.Euros($"Constaté {ReportText.Year(year)}"),
                PaperColumn.Difference("Écart"),
                new("Évolution", PaperFormat.SignedPercent()),
            ],
            costs.Rows.Select(Row),
            Row(total)),
        new PaperTable(
            "Coût par habitant",
            costs.IsProvisional ? "Coût prévu par habitant" : "Coût par habitant",
            "Population desservie, chaque membre comptant pour ses jours d’adhésion",
            [PaperColumn.Words("Mesure"), PaperColumn.Euros($"{ReportText.Year(year)} (€)")],
            [PaperRow.Of("Coût par habitant", costs.PerInhabitant.Cell())]),
    ];

    private static PaperRow Row(CostRow row) => PaperRow.Of(
        row.Label, row.Previous.Cell(), row.Forecast.Cell(), row.Actual.Cell(), row.Gap.Cell(), row.Change.Cell());

    private static PaperTable Of(CostComposition composition) => new(
        "Composition du coût",
        composition.Heading,
        "En euros",
        [PaperColumn.Words("Nature"), .. composition.Years.Select(y => PaperColumn.Euros(y.Label))],
        [.. composition.Segments.Select((segment, i) => new PaperRow([segment, .. composition.Years.Select(y => (PaperCell)y.Amounts[i])]))],
        new PaperRow(["Total", .. composition.Years.Select(y => (PaperCell)y.Amounts.Sum())]));
}
