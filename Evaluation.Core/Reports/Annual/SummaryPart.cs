using Evaluation.Core.French;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Reports.Annual;

/// <summary>The page for a director.</summary>
internal static class SummaryPart
{
    public static PaperSection Of(AnnualReport report) => new(
        ReportHeadings.Summary,
        [
            .. report.Summary.KeyFigures.Count == 0 ? [] : new PaperBlock[] { new PaperFigures([.. report.Summary.KeyFigures.Select(Of)]) },
            .. Blocks.Text(report.Summary.Proposal),
            .. Blocks.List(ReportHeadings.GoesWell, report.Summary.GoesWell),
            .. Blocks.List(ReportHeadings.GoesWrong, report.Summary.GoesWrong),
            .. Blocks.List(ReportHeadings.Costs, report.Summary.Costs),
            .. Blocks.List(ReportHeadings.Asked, report.Summary.Asked),
        ]);

    private static PaperFigure Of(KeyFigure key) => new(
        key.Label,
        key.Value.Text(key.Decimals) + (key.Unit.Length > 0 && key.Value.Value is not null ? FrenchNumber.UnitSpace + key.Unit : ""),
        key.State is { } state ? ReportText.Prose($"{key.Comparison} : {FigureWords.State(state)}") : key.Comparison);
}
