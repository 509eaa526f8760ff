using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Evaluation.Core.Reports.Papers;
using Evaluation.Functions.Office;

namespace Evaluation.Functions.Report.Papers;

/// <summary>
/// A table as a sheet: caption, unit, heads that stay in sight, rows, and a total that the spreadsheet adds up itself. What is
/// said under a figure stands at the end of its row, for a figure stays a figure.
/// </summary>
internal static class PaperTableSheet
{
    private const int HeadLine = 4;
    private const double FirstWidth = 44;
    private const double WordsWidth = 30;
    private const double FigureWidth = 17;

    // Sentences: as wide as a line is read, with the other columns on one page.
    private const double SentenceWidth = 90;
    private const int LongestWords = 90;

    private static readonly DateOnly DayZero = new(1899, 12, 30);

    public static void Write(WorksheetPart part, PaperTable table, PaperSheetStyles styles)
    {
        IReadOnlyList<string> heads = [.. HeadsOf(table)];
        IReadOnlyList<double> widths = [.. WidthsOf(table)];
        var lines = new List<Row>
        {
            SheetCells.Line(1, SheetCells.Text(0, 1, table.Caption, PaperSheetStyles.Title)),
            SheetCells.Line(2, SheetCells.Text(0, 2, table.Unit, PaperSheetStyles.Plain)),
            SheetHeight.Fit(
                SheetCells.Line(HeadLine, heads.Select((head, column) => SheetCells.Text(column, HeadLine, head, PaperSheetStyles.Head))),
                heads.Zip(widths)),
        };
        var (hasGroups, hasNotes, group) = (HasGroups(table), HasNotes(table), "");
        IReadOnlyList<string> EndsOf(PaperRow row, string group) => [.. hasGroups ? [group] : Array.Empty<string>(), .. hasNotes ? [NotesOf(table, row)] : Array.Empty<string>()];
        foreach (var row in table.Rows)
        {
            group = row.Group ?? group;
            lines.Add(Line(table, row, EndsOf(row, group), widths, HeadLine + lines.Count - 2, styles, totalOf: null));
        }

        var last = HeadLine + table.Rows.Count;
        if (table.Total is { } total)
        {
            lines.Add(Line(table, total, EndsOf(total, ""), widths, last + 1, styles, totalOf: (HeadLine + 1, last)));
        }

        part.Worksheet = new Worksheet(
            SheetPrint.FitsWidth(),
            new SheetViews(new SheetView(new Pane
            {
                HorizontalSplit = 1,
                VerticalSplit = HeadLine,
                TopLeftCell = XlsxPlace.Of(1, HeadLine + 1),
                ActivePane = PaneValues.BottomRight,
                State = PaneStateValues.Frozen,
            })
            {
                WorkbookViewId = 0,
            }),
            new SheetFormatProperties { DefaultRowHeight = 15 },
            new Columns(widths.Select((width, rank) => new Column
            {
                Min = (uint)rank + 1,
                Max = (uint)rank + 1,
                Width = width,
                CustomWidth = true,
            })),
            new SheetData(lines),
            SheetPrint.Margins(),
            SheetPrint.Page(),
            SheetPrint.PageNumbers());
        part.Worksheet.Save();
    }

    /// <summary>Repeats the heads on every printed page.</summary>
    /// <param name="table">The table.</param>
    /// <param name="sheet">The place of its sheet, from 0.</param>
    public static DefinedName Titles(PaperTable table, uint sheet) =>
        new($"{PaperGuideSheet.Quoted(table.Name)}!$1:${HeadLine}") { Name = "_xlnm.Print_Titles", LocalSheetId = sheet };

    private static bool HasGroups(PaperTable table) => table.Rows.Any(row => row.Group is not null);

    private static bool HasNotes(PaperTable table) =>
        table.Rows.Concat(table.Total is { } total ? [total] : []).Any(row => NotesOf(table, row).Length > 0);

    private static string NotesOf(PaperTable table, PaperRow row) => string.Join(
        "\u202F; ", row.Cells.Index().Where(c => c.Item is { IsFigure: true, Note: not null }).Select(c => $"{table.Columns[c.Index].Heading}\u00A0: {c.Item.Note}"));

    private static IEnumerable<string> HeadsOf(PaperTable table) =>
        table.Columns.Select(column => column.Heading).Concat(HasGroups(table) ? ["Groupe"] : []).Concat(HasNotes(table) ? ["Remarques"] : []);

    private static IEnumerable<double> WidthsOf(PaperTable table) => table.Columns
        .Select((column, rank) => rank == 0 ? FirstWidth
            : column.Format.Kind != PaperFormatKind.Words ? FigureWidth
            : table.Rows.Any(row => WordsOf(row.Cells[rank]).Length > LongestWords) ? SentenceWidth : WordsWidth)
        .Concat(HasGroups(table) ? [WordsWidth] : [])
        .Concat(HasNotes(table) ? [FirstWidth] : []);

    private static Row Line(
        PaperTable table,
        PaperRow row,
        IReadOnlyList<string> ends,
        IReadOnlyList<double> widths,
        int line,
        PaperSheetStyles styles,
        (int From, int To)? totalOf)
    {
        var cells = row.Cells.Select((cell, column) => CellOf(table, cell, column, line, styles, totalOf)).ToList();
        cells.AddRange(ends.Select((text, rank) => SheetCells.Text(row.Cells.Count + rank, line, text, PaperSheetStyles.Wrapped)));
        return SheetHeight.Fit(SheetCells.Line(line, cells), row.Cells.Select(WordsOf).Concat(ends).Zip(widths));
    }

    private static string WordsOf(PaperCell cell) => cell.IsFigure ? "" : PaperRemark.After(cell.Words ?? "", cell.Note);

    private static Cell CellOf(
        PaperTable table, PaperCell cell, int column, int line, PaperSheetStyles styles, (int From, int To)? totalOf)
    {
        if (!cell.IsFigure)
        {
            return SheetCells.Text(column, line, WordsOf(cell), totalOf is null ? PaperSheetStyles.Wrapped : PaperSheetStyles.Total);
        }

        var style = styles.Of(cell.Format ?? table.Columns[column].Format, totalOf is not null);
        var written = SheetCells.Number(column, line, cell.Number ?? cell.Day!.Value.DayNumber - DayZero.DayNumber, style);
        if (totalOf is { } rows && table.IsSum(column))
        {
            // The value stands beside the formula, for who does not compute.
            var letters = XlsxPlace.Column(column);
            written.CellFormula = new CellFormula(string.Create(
                CultureInfo.InvariantCulture, $"SUM({letters}{rows.From}:{letters}{rows.To})"));
        }

        return written;
    }
}
