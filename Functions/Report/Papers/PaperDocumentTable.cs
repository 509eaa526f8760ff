using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Functions.Report.Papers;

/// <summary>A table of a Word document: caption above, head on each page, rows that no page breaks, figures to the right.</summary>
internal static class PaperDocumentTable
{
    /// <summary>Caption, unit, table, and an empty line after it, without which Word joins two tables.</summary>
    /// <param name="table">The table.</param>
    /// <param name="width">Of the text of its page, in twentieths of a point.</param>
    public static IEnumerable<OpenXmlElement> Of(PaperTable table, int width)
    {
        yield return PaperParagraph.Of(PaperDocumentStyles.Caption, table.Caption);
        if (table.Unit is { } unit)
        {
            yield return PaperParagraph.Of(PaperDocumentStyles.Unit, unit);
        }

        yield return new Table(Content(table, width));
        yield return PaperParagraph.Of(PaperDocumentStyles.Gap, "");
    }

    private static IEnumerable<OpenXmlElement> Content(PaperTable table, int width)
    {
        var widths = PaperDocumentColumns.Of(table, width);
        yield return new TableProperties(
            new TableStyle { Val = PaperDocumentStyles.Table },
            new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
            new TableLook { FirstRow = true, FirstColumn = true, LastRow = table.ReadTotal is not null, NoHorizontalBand = true, NoVerticalBand = true },
            new TableCaption { Val = table.Caption });
        yield return new TableGrid(widths.Select(each => new GridColumn { Width = Digits(each) }));
        yield return Line(
            table.Columns.Select((column, rank) => CellOf(column.Heading, PaperDocumentStyles.TableHead, IsFigures(column) && rank > 0, widths[rank])),
            new TableHeader());
        foreach (var (at, row) in table.Rows.Index())
        {
            if (row.Group is { } group)
            {
                yield return Line([GroupOf(group, widths)]);
            }

            // A total never stands on a page without a row that it adds up.
            var isAboveTotal = table.ReadTotal is not null && at == table.Rows.Count - 1;
            yield return Row(table, row, widths, isAboveTotal ? PaperDocumentStyles.TableLast : PaperDocumentStyles.TableText);
        }

        if (table.ReadTotal is { } total)
        {
            yield return Row(table, total, widths, PaperDocumentStyles.TableTotal);
        }
    }

    private static TableRow Row(PaperTable table, PaperRow row, IReadOnlyList<int> widths, string style) => Line(row.Cells.Select((cell, column) =>
        CellOf(Text(table, cell, column), style, column > 0 && (cell.IsFigure || IsFigures(table.Columns[column])), widths[column])));

    private static string Text(PaperTable table, PaperCell cell, int column) => PaperRemark.After(table.Text(cell, column), cell.Note);

    private static bool IsFigures(PaperColumn column) => column.Format.Kind is not PaperFormatKind.Words;

    private static TableRow Line(IEnumerable<TableCell> cells, TableHeader? head = null)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (head is not null)
        {
            properties.Append(head);
        }

        var row = new TableRow(properties);
        row.Append(cells);
        return row;
    }

    private static TableCell CellOf(string text, string style, bool toTheRight, int width)
    {
        var words = PaperParagraph.Of(style, text);
        if (toTheRight)
        {
            words.ParagraphProperties!.Append(new Justification { Val = JustificationValues.Right });
        }

        return new TableCell(new TableCellProperties(Width(width)), words);
    }

    private static TableCell GroupOf(string group, IReadOnlyList<int> widths) => new(
        new TableCellProperties(Width(widths.Sum()), new GridSpan { Val = widths.Count }),
        PaperParagraph.Of(PaperDocumentStyles.TableHead, group));

    private static TableCellWidth Width(int width) => new() { Width = Digits(width), Type = TableWidthUnitValues.Dxa };

    private static string Digits(int value) => value.ToString(CultureInfo.InvariantCulture);
}
