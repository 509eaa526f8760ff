using DocumentFormat.OpenXml.Spreadsheet;
using Evaluation.Functions.Office;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Collect.Formats.Xlsx;

/// <summary>Formulas that fill several cells of a sheet, of which only the first says so; it is read line by line.</summary>
internal sealed class XlsxArrayFormulas
{
    // At once: each cell is held against all of them.
    private const int Most = 200;

    private readonly List<(int Left, int Right, int Bottom)> _areas = [];

    /// <summary>Takes note of a formula, read from its first cell, the topmost on the left.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="line">Where it stands.</param>
    /// <exception cref="RefusalException">400 when there are too many.</exception>
    /// <exception cref="FormatException">What it fills is no area.</exception>
    public void Note(CellFormula formula, int line)
    {
        if (formula.Reference?.Value?.Split(':') is not [var first, var last] || first == last)
        {
            return;
        }

        _areas.RemoveAll(area => area.Bottom < line);
        if (_areas.Count == Most)
        {
            throw XlsxProblems.TooLarge();
        }

        _areas.Add((XlsxPlace.ColumnOf(first), XlsxPlace.ColumnOf(last), XlsxPlace.LineOf(last)));
    }

    /// <summary>Whether a cell, on the line read last, is filled by one of them.</summary>
    public bool Fill(int column, int line) =>
        _areas.Exists(area => column >= area.Left && column <= area.Right && line <= area.Bottom);
}
