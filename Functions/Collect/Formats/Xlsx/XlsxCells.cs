using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Evaluation.Functions.Collect.Formats.Cells;
using Evaluation.Functions.Consult;

namespace Evaluation.Functions.Collect.Formats.Xlsx;

/// <summary>What the cells of a workbook say, whatever they were typed as.</summary>
internal sealed class XlsxCells
{
    private const int MostSharedStrings = 400_000;
    private const int DayLength = 10;

    private readonly List<string> _shared;
    private readonly XlsxStyles _styles;
    private readonly bool _from1904;

    public XlsxCells(WorkbookPart workbook)
    {
        _shared = Shared(workbook);
        _styles = new XlsxStyles(workbook);
        _from1904 = workbook.Workbook.WorkbookProperties?.Date1904?.Value ?? false;
    }

    /// <summary>What a cell says: a formula, its last result.</summary>
    /// <exception cref="ApiProblemException">400 when it refers to text that the workbook does not have.</exception>
    public FileCell Read(Cell cell)
    {
        var stored = cell.CellValue?.Text ?? "";
        var type = cell.DataType?.Value ?? CellValues.Number;
        return type switch
        {
            CellValues.SharedString => new FileCell(SharedText(stored)),
            CellValues.InlineString => new FileCell(cell.InlineString is { } inline ? XlsxText.Of(inline) : ""),
            CellValues.String => new FileCell(XlsxText.Decode(stored)),
            CellValues.Boolean => new FileCell(stored == "1" ? "VRAI" : "FAUX"),
            CellValues.Error => new FileCell(stored),
            CellValues.Date => DateText(stored),
            _ => stored.Length == 0 ? FileCell.Empty : Number(stored, _styles.Of(cell.StyleIndex)),
        };
    }

    private FileCell Number(string stored, XlsxNumberShape shape) => shape switch
    {
        XlsxNumberShape.Percent => new FileCell(XlsxNumber.Percentage(stored)),
        XlsxNumberShape.Date when XlsxNumber.Day(stored, _from1904) is { } day => new FileCell(day, FileCellKind.Date),
        _ => new FileCell(XlsxNumber.Shown(stored), FileCellKind.Number),
    };

    private static FileCell DateText(string stored) =>
        stored.Length >= DayLength && DateOnly.TryParseExact(
            stored[..DayLength], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? new FileCell(stored[..DayLength], FileCellKind.Date)
            : new FileCell(stored);

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
