using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Evaluation.Functions.Office;

/// <summary>Cells of a workbook. Text is typed as text, so that nothing in it is ever run as a formula.</summary>
internal static class SheetCells
{
    public static Cell Text(int column, int line, string? text, uint style)
    {
        var cell = Empty(column, line, style);
        if (!string.IsNullOrEmpty(text))
        {
            cell.DataType = CellValues.InlineString;
            cell.InlineString = new InlineString(
                new Text(XlsxText.Encode(text)) { Space = SpaceProcessingModeValues.Preserve });
        }

        return cell;
    }

    public static Cell Number(int column, int line, decimal? value, uint style)
    {
        var cell = Empty(column, line, style);
        if (value is { } known)
        {
            cell.CellValue = new CellValue(known.ToString(CultureInfo.InvariantCulture));
        }

        return cell;
    }

    public static Row Line(int line, params IEnumerable<Cell> cells) => new(cells) { RowIndex = (uint)line };

    private static Cell Empty(int column, int line, uint style) =>
        new() { CellReference = XlsxPlace.Of(column, line), StyleIndex = style };
}
