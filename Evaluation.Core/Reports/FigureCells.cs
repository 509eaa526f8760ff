using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Reports;

/// <summary>Figures of a report as cells of a paper: numbers as numbers, the others as why there is none.</summary>
internal static class FigureCells
{
    /// <summary>Read as its column.</summary>
    public static PaperCell Cell(this Figure figure) => PaperCell.Of(figure.Value, figure.Text(0));

    /// <summary>Read in its own way, where the rows of a table differ.</summary>
    public static PaperCell Cell(this Figure figure, PaperFormat format) =>
        figure.Value is null ? figure.Cell() : figure.Cell() with { Format = format };

    /// <summary>A number of some decimals.</summary>
    public static PaperCell Cell(this Figure figure, int decimals) => figure.Cell(PaperFormat.Number(decimals));

    /// <summary>A change: of a percentage in points, of anything else in percent.</summary>
    public static PaperCell Change(this Figure figure, IndicatorLine line) => figure.Cell(
        line.ChangeUnit == "%" ? PaperFormat.SignedPercent(line.ChangeDecimals) : PaperFormat.Signed(line.ChangeDecimals));

    /// <summary>Nothing can stand here.</summary>
    public static PaperCell None => Figure.NotApplicableText;
}
