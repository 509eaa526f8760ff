using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Evaluation.Functions.Collect.Formats.Cells;
using Evaluation.Functions.Office;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Collect.Formats.Xlsx;

/// <summary>One line of a sheet that holds something.</summary>
/// <param name="Number">As the workbook shows it, from 1.</param>
/// <param name="Cells">From the first column to the last that is not empty.</param>
internal readonly record struct XlsxLine(int Number, IReadOnlyList<FileCell> Cells);

/// <summary>A sheet of a workbook, read line by line.</summary>
internal sealed class XlsxSheet(WorkbookPart workbook, WorksheetPart sheet)
{
    private const int MostCells = 26 * 10_500;

    private XlsxCells? _cells;

    public WorksheetPart Part { get; } = sheet;

    /// <summary>
    /// The sheet of a name; else, of those that are shown, the first that holds a list of values, right or wrong: charts,
    /// explanations and empty sheets are passed over.
    /// </summary>
    /// <exception cref="RefusalException">400 when there is none.</exception>
    public static XlsxSheet Find(SpreadsheetDocument document, string? name)
    {
        var workbook = document.WorkbookPart!;
        var sheets = workbook.Workbook?.Sheets?.Elements<Sheet>().ToList() ?? [];
        if (!string.IsNullOrWhiteSpace(name))
        {
            var named = sheets.Find(s => string.Equals(s.Name?.Value, name.Trim(), StringComparison.OrdinalIgnoreCase));
            return named is not null && Open(workbook, named) is { } found
                ? found
                : throw XlsxProblems.SheetUnknown(sheets.Where(s => Open(workbook, s) is not null).Select(s => s.Name?.Value ?? ""));
        }

        var shown = sheets
            .Where(s => (s.State?.Value ?? SheetStateValues.Visible) == SheetStateValues.Visible && s.Name?.Value != TemplateMark.GuideSheet)
            .Select(s => Open(workbook, s))
            .OfType<XlsxSheet>()
            .ToList();
        return (shown is [var only] ? only : shown.Find(sheet => XlsxHeader.IsMeantIn(sheet.Glance())))
            ?? shown.FirstOrDefault()
            ?? throw XlsxProblems.Unreadable();
    }

    /// <summary>The lines that hold something, in order.</summary>
    /// <exception cref="RefusalException">413 when there are too many cells, 400 when it is too wide.</exception>
    public IEnumerable<XlsxLine> Lines() => Read(isWhole: true);

    // What a sheet that may be passed over holds: no matter how wide or long it is.
    private IEnumerable<XlsxLine> Glance() => Read(isWhole: false);

    private IEnumerable<XlsxLine> Read(bool isWhole)
    {
        var cells = _cells ??= new XlsxCells(workbook);
        using var reader = OpenXmlReader.Create(Part);
        var arrays = new XlsxArrayFormulas();
        var line = new List<FileCell>();
        var (number, next, left) = (0, 0, MostCells);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(Row))
            {
                if (line.Count > 0)
                {
                    yield return new XlsxLine(number, line);
                    line = [];
                }

                (number, next) = (reader.IsStartElement ? NumberOf(reader, number) : number, 0);
            }
            else if (reader.IsStartElement && reader.ElementType == typeof(Cell))
            {
                var cell = (Cell)reader.LoadCurrentElement()!;
                var column = ColumnOf(cell, next);
                next = column + 1;
                if (!isWhole && (column >= FileColumns.Most || left == 0))
                {
                    continue;
                }

                left -= Add(line, column, cells.Read(cell, column, number, arrays));
                if (left < 0)
                {
                    throw SubmittedBatch.TooManyRows();
                }
            }
        }
    }

    // A sheet of one chart has no cells.
    private static XlsxSheet? Open(WorkbookPart workbook, Sheet sheet) =>
        sheet.Id?.Value is { } id && workbook.TryGetPartById(id, out var part) && part is WorksheetPart cells
            ? new XlsxSheet(workbook, cells)
            : null;

    private static int NumberOf(OpenXmlReader row, int before)
    {
        var given = row.Attributes.FirstOrDefault(a => a.LocalName == "r").Value;
        var number = given is null ? before + 1 : int.Parse(given, NumberStyles.None, CultureInfo.InvariantCulture);
        return number > before ? number : throw XlsxProblems.Unreadable();
    }

    // Some programs do not say where a cell stands: it is after the one before it.
    private static int ColumnOf(Cell cell, int next)
    {
        var column = cell.CellReference?.Value is { } reference ? XlsxPlace.ColumnOf(reference) : next;
        return column >= next ? column : throw XlsxProblems.Unreadable();
    }

    // A cell that only has a style says nothing, however far to the right it stands.
    private static int Add(List<FileCell> line, int column, FileCell cell)
    {
        if (cell.Text.Length == 0)
        {
            return 0;
        }

        if (column >= FileColumns.Most)
        {
            throw FileColumns.TooMany();
        }

        while (line.Count < column)
        {
            line.Add(FileCell.Empty);
        }

        line.Add(cell);
        return 1;
    }
}
