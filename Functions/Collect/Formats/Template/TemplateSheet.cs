using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Evaluation.Core.Indicators;
using Evaluation.Functions.Collect.Formats.Cells;
using Evaluation.Functions.Office;

namespace Evaluation.Functions.Collect.Formats.Template;

/// <summary>The sheet to fill in: locked but for the cells of values.</summary>
internal static class TemplateSheet
{
    public const string Name = "Valeurs";

    private const int FirstLine = 2;

    public static void Write(WorksheetPart part, IReadOnlyList<TemplateRow> rows)
    {
        var columns = TemplateColumns.All;
        part.Worksheet = new Worksheet(
            SheetPrint.FitsWidth(),
            new SheetViews(new SheetView(
                new Pane
                {
                    VerticalSplit = 1,
                    TopLeftCell = XlsxPlace.Of(0, FirstLine),
                    ActivePane = PaneValues.BottomLeft,
                    State = PaneStateValues.Frozen,
                },
                new Selection
                {
                    Pane = PaneValues.BottomLeft,
                    ActiveCell = XlsxPlace.Of(TemplateColumns.Value, FirstLine),
                    SequenceOfReferences = new ListValue<StringValue>([XlsxPlace.Of(TemplateColumns.Value, FirstLine)]),
                })
            {
                TabSelected = true,
                WorkbookViewId = 0,
            }),
            new SheetFormatProperties { DefaultRowHeight = 15 },
            new Columns(columns.Select((column, rank) => new Column
            {
                Min = (uint)rank + 1,
                Max = (uint)rank + 1,
                Width = column.Width,
                CustomWidth = true,
            })),
            new SheetData(rows
                .Select((row, rank) => Line(row, FirstLine + rank))
                .Prepend(SheetCells.Line(1, columns.Select((column, rank) =>
                    SheetCells.Text(rank, 1, column.Header, TemplateStyles.Header))))),
            // Without a password: it keeps hands off what is given, and anyone may lift it.
            new SheetProtection { Sheet = true, Objects = true, Scenarios = true, AutoFilter = false, FormatColumns = false },
            new AutoFilter
            {
                Reference = $"{XlsxPlace.Of(0, 1)}:{XlsxPlace.Of(columns.Count - 1, FirstLine + rows.Count - 1)}",
            },
            TemplateBounds.Of(rows, FirstLine),
            SheetPrint.Margins(),
            SheetPrint.Page(),
            SheetPrint.PageNumbers());
        part.Worksheet.Save();
    }

    private static Row Line(TemplateRow row, int line)
    {
        var definition = row.Definition;
        var known = row.Known?.Value;
        string[] given =
        [
            definition.Code,
            definition.Label,
            definition.UnitLabel,
            row.Member?.Siren.ToString() ?? "",
            row.Member?.Name ?? "",
            row.Period.ToString(),
        ];
        return SheetCells.Line(
            line,
            [
                .. given.Select((text, column) => SheetCells.Text(column, line, text, TemplateStyles.Given)),
                SheetCells.Number(
                    TemplateColumns.Value, line, known?.Value, TemplateStyles.FilledNumber(definition.Decimals)),
                SheetCells.Text(TemplateColumns.Status, line, StatusOf(known), TemplateStyles.FilledText),
                SheetCells.Text(TemplateColumns.Quality, line, QualityOf(known), TemplateStyles.FilledText),
                SheetCells.Text(TemplateColumns.Quality + 1, line, row.Known?.Cell.Comment, TemplateStyles.FilledText),
            ]);
    }

    private static string? StatusOf(IndicatorValue? known) => known is null ? null : known.Status switch
    {
        ValueStatus.Provisional => FileWords.Provisional,
        ValueStatus.Corrected => FileWords.Corrected,
        ValueStatus.Final => FileWords.Final,
    };

    private static string? QualityOf(IndicatorValue? known) => known is null ? null : known.Quality switch
    {
        ValueQuality.Estimated => FileWords.Estimated,
        ValueQuality.Measured => FileWords.Measured,
    };
}
