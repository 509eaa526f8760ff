using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Evaluation.Functions.Collect.Formats.Cells;
using Evaluation.Functions.Office;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Collect.Formats.Xlsx;

/// <summary>What the cells of a workbook say, whatever they were typed as.</summary>
internal sealed class XlsxCells
{
    private const int MostSharedStrings = 400_000;

    private readonly List<string> _shared;
    private readonly XlsxStyles _styles;
    private readonly bool _from1904;
    private readonly bool _asksToCalculate;

    public XlsxCells(WorkbookPart workbook)
    {
        _shared = Shared(workbook);
        _styles = new XlsxStyles(workbook);
        _from1904 = workbook.Workbook.WorkbookProperties?.Date1904?.Value ?? false;
        _asksToCalculate = workbook.Workbook.CalculationProperties?.FullCalculationOnLoad?.Value ?? false;
    }

    /// <summary>What a cell says: a formula, its last result, unless there is none to go by.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="column">Where it stands, from 0.</param>
    /// <param name="line">Where it stands, from 1; cells come line by line.</param>
    /// <param name="arrays">The formulas before it that fill several cells.</param>
    /// <exception cref="RefusalException">400 when it refers to text that the workbook does not have.</exception>
    public FileCell Read(Cell cell, int column, int line, XlsxArrayFormulas arrays)
    {
        if (_asksToCalculate && cell.CellFormula is { } formula)
        {
            arrays.Note(formula, line);
        }

        return IsNotCalculated(cell) || (cell.CellValue is not null && arrays.Fill(column, line))
            ? new FileCell($"={cell.CellFormula?.Text}", FileCellKind.NotCalculated)
            : ReadResult(cell);
    }

    private FileCell ReadResult(Cell cell)
    {
        var stored = cell.CellValue?.Text ?? "";
        var type = cell.DataType?.Value ?? CellValues.Number;
        if (type == CellValues.SharedString)
        {
            return new FileCell(SharedText(stored));
        }

        if (type == CellValues.InlineString)
        {
            return new FileCell(cell.InlineString is { } inline ? XlsxText.Of(inline) : "");
        }

        if (type == CellValues.String)
        {
            return new FileCell(XlsxText.Decode(stored));
        }

        if (type == CellValues.Boolean)
        {
            return new FileCell(stored.Trim() is "1" or "true" ? "VRAI" : "FAUX");
        }

        if (type == CellValues.Error)
        {
            return new FileCell(stored);
        }

        if (type == CellValues.Date)
        {
            return DateText(stored, _styles.Of(cell.StyleIndex).Code);
        }

        return stored.Length == 0 ? FileCell.Empty : Number(stored, _styles.Of(cell.StyleIndex));
    }

    // A program that writes formulas without calculating them leaves them without a result, or gives all of them one (0)
    // and asks the spreadsheet to calculate the whole workbook once it opens it. Empty text is a result.
    private bool IsNotCalculated(Cell cell) =>
        cell.CellFormula is not null
        && (_asksToCalculate
            || cell.CellValue is null
            || (cell.CellValue.Text.Length == 0 && cell.DataType?.Value != CellValues.String));

    private FileCell Number(string stored, XlsxNumberFormat format) => format.Shape switch
    {
        XlsxNumberShape.Percent => new FileCell(XlsxNumber.Percentage(stored)),
        XlsxNumberShape.Duration => new FileCell(XlsxDate.Duration(stored), FileCellKind.Duration, format.Code),
        XlsxNumberShape.Date => new FileCell(
            XlsxDate.Moment(stored, _from1904) ?? XlsxNumber.Shown(stored), FileCellKind.Date, format.Code),
        XlsxNumberShape.Plain => new FileCell(XlsxNumber.Shown(stored), FileCellKind.Number),
    };

    private static FileCell DateText(string stored, string? format) => new(stored, FileCellKind.Date, format ?? "date");

    private string SharedText(string index) =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < _shared.Count
            ? _shared[at]
            : throw XlsxProblems.Unreadable();

    private static List<string> Shared(WorkbookPart workbook)
    {
        var texts = new List<string>();
        if (workbook.SharedStringTablePart is not { } part)
        {
            return texts;
        }

        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.IsStartElement && reader.ElementType == typeof(SharedStringItem))
            {
                if (texts.Count == MostSharedStrings)
                {
                    throw XlsxProblems.TooLarge();
                }

                texts.Add(XlsxText.Of((SharedStringItem)reader.LoadCurrentElement()!));
            }
        }

        return texts;
    }
}
