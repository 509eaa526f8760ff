using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Functions.Report.Papers;

/// <summary>A table of a Word document: caption above, head on each page, rows that no page breaks, figures to the right.</summary>
internal static class PaperDocumentTable
{
    /// <summary>Caption, unit, table, and an empty line after it, without which Word joins two tables.</summary>
    public static IEnumerable<OpenXmlElement> Of(PaperTable table)
    {
        yield return PaperParagraph.Of(PaperDocumentStyles.Caption, table.Caption);
        if (table.Unit is { } unit)
        {
            yield return PaperParagraph.Of(PaperDocumentStyles.Unit, unit);
        }

        yield return new Table(Content(table));
        yield return PaperParagraph.Of(PaperDocumentStyles.Gap, "");
    }

    private static IEnumerable<OpenXmlElement> Content(PaperTable table)
    {
        yield return new TableProperties(
            new TableStyle { Val = PaperDocumentStyles.Table },
            new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
            new TableLook { FirstRow = true, FirstColumn = true, LastRow = table.ReadTotal is not null, NoHorizontalBand = true, NoVerticalBand = true },
            new TableCaption { Val = table.Caption });
        yield return new TableGrid(table.Columns.Select(_ => new GridColumn()));
        yield return Line(
            table.Columns.Select((column, rank) => CellOf(column.Heading, PaperDocumentStyles.TableHead, IsFigures(column) && rank > 0)),
            new TableHeader());
        foreach (var row in table.Rows)
        {
            if (row.Group is { } group)
            {
                yield return Line([GroupOf(group, table.Columns.Count)]);
            }

            yield return Row(table, row, PaperDocumentStyles.TableText);
        }

        if (table.ReadTotal is { } total)
        {
            yield return Row(table, total, PaperDocumentStyles.TableTotal);
        }
    }

    private static TableRow Row(PaperTable table, PaperRow row, string style) => Line(row.Cells.Select((cell, column) =>
        CellOf(Text(table, cell, column), style, column > 0 && (cell.IsFigure || IsFigures(table.Columns[column])))));

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

    private static TableCell CellOf(string text, string style, bool toTheRight)
    {
        var words = PaperParagraph.Of(style, text);
        if (toTheRight)
        {
            words.ParagraphProperties!.Append(new Justification { Val = JustificationValues.Right });
        }

        return new TableCell(new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Auto }), words);
    }

    private static TableCell GroupOf(string group, int columns) => new(
        new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Auto }, new GridSpan { Val = columns }),
        PaperParagraph.Of(PaperDocumentStyles.TableTotal, group));
}
