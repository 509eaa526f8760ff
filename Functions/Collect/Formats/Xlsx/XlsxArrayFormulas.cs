using DocumentFormat.OpenXml.Spreadsheet;

namespace Evaluation.Functions.Collect.Formats.Xlsx;

/// <summary>Formulas that fill several cells, of which only the first says so.</summary>
internal sealed class XlsxArrayFormulas
{
    private readonly List<(int Left, int Top, int Right, int Bottom)> _areas = [];

    /// <summary>Takes note of a formula, read from its first cell, the topmost on the left.</summary>
    public void Note(CellFormula formula)
    {
        if (formula.Reference?.Value is { } area)
        {
            var corners = area.Split(':');
            _areas.Add((
                XlsxPlace.ColumnOf(corners[0]), XlsxPlace.LineOf(corners[0]), XlsxPlace.ColumnOf(corners[^1]), XlsxPlace.LineOf(corners[^1])));
        }
    }

    /// <summary>Whether a cell is filled by one of them.</summary>
    public bool Fill(int column, int line) => _areas.Exists(area =>
        column >= area.Left && column <= area.Right && line >= area.Top && line <= area.Bottom);
}
