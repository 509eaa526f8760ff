using DocumentFormat.OpenXml.Spreadsheet;
using Evaluation.Core.Reports.Papers;
using Evaluation.Functions.Office;

namespace Evaluation.Functions.Report.Papers;

/// <summary>How cells of a workbook look: a few styles of words, and two for each way to read a figure that the tables have.</summary>
internal sealed class PaperSheetStyles
{
    /// <summary>Words.</summary>
    public const uint Plain = 0;

    /// <summary>Heads of columns.</summary>
    public const uint Head = 1;

    /// <summary>Title of a sheet.</summary>
    public const uint Title = 2;

    /// <summary>Words that wrap.</summary>
    public const uint Wrapped = 3;

    /// <summary>Words in a total.</summary>
    public const uint Total = 4;

    private const uint FirstFigure = 5;
    private const uint FirstOwnFormat = 164;

    // Fonts of a figure and of one in a total.
    private static readonly uint[] Weights = [0, 3];

    private readonly List<PaperFormat> _formats;

    public PaperSheetStyles(IEnumerable<PaperTable> tables) => _formats =
    [
        .. tables
            .SelectMany(table => table.Rows.Concat(table.Total is { } total ? [total] : [])
                .SelectMany(row => row.Cells.Select((cell, column) => (Cell: cell, Format: cell.Format ?? table.Columns[column].Format))))
            .Where(cell => cell.Cell.IsFigure)
            .Select(cell => cell.Format)
            .Distinct()
            .OrderBy(format => format.Kind)
            .ThenBy(format => format.Decimals),
    ];

    /// <summary>The style of a figure.</summary>
    /// <param name="format">How it is read.</param>
    /// <param name="isTotal">Whether it stands in a total.</param>
    public uint Of(PaperFormat format, bool isTotal) =>
        FirstFigure + (2 * (uint)_formats.IndexOf(format)) + (isTotal ? 1u : 0u);

    /// <summary>The style sheet.</summary>
    public Stylesheet Sheet()
    {
        var numbers = _formats.Select((format, rank) => new NumberingFormat
        {
            NumberFormatId = FirstOwnFormat + (uint)rank,
            FormatCode = CodeOf(format),
        }).ToList();
        var sheet = new Stylesheet();
        if (numbers.Count > 0)
        {
            sheet.Append(new NumberingFormats(numbers) { Count = (uint)numbers.Count });
        }

        sheet.Append(
            new Fonts(SheetFont.Of(11), SheetFont.Of(11, bold: true, "FFFFFFFF"), SheetFont.Of(15, bold: true), SheetFont.Of(11, bold: true)),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                new Fill(new PatternFill(new ForegroundColor { Rgb = "FF0F4D5F" }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid })),
            new Borders(new Border(), Thin()),
            new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
            new CellFormats(
            [
                Format(font: 0, fill: 0, border: 0, number: 0, wraps: false),
                Format(font: 1, fill: 2, border: 1, number: 0, wraps: true),
                Format(font: 2, fill: 0, border: 0, number: 0, wraps: false),
                Format(font: 0, fill: 0, border: 1, number: 0, wraps: true),
                Format(font: 3, fill: 0, border: 1, number: 0, wraps: true),
                .. _formats.SelectMany((_, rank) => Weights.Select(font =>
                    Format(font, fill: 0, border: 1, FirstOwnFormat + (uint)rank, wraps: false))),
            ]));
        return sheet;
    }

    // Separators are those of the reader’s own settings; percentages are given in percent and keep their sign as words.
    private static string CodeOf(PaperFormat format)
    {
        var digits = format.Decimals == 0 ? "#,##0" : $"#,##0.{new string('0', format.Decimals)}";
        return format.Kind switch
        {
            PaperFormatKind.Signed => $"+{digits};-{digits};{digits}",
            PaperFormatKind.Percent => $"{digits}\"\u00A0%\"",
            PaperFormatKind.SignedPercent => $"+{digits}\"\u00A0%\";-{digits}\"\u00A0%\";{digits}\"\u00A0%\"",
            PaperFormatKind.Day => "dd/mm/yyyy",
            PaperFormatKind.Words or PaperFormatKind.Number => digits,
        };
    }

    private static Border Thin() => new(
        new LeftBorder(),
        new RightBorder(),
        new TopBorder(),
        new BottomBorder(new Color { Rgb = "FFC9CDD3" }) { Style = BorderStyleValues.Thin },
        new DiagonalBorder());

    private static CellFormat Format(uint font, uint fill, uint border, uint number, bool wraps) =>
        new(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = wraps })
        {
            NumberFormatId = number,
            FontId = font,
            FillId = fill,
            BorderId = border,
            FormatId = 0,
            ApplyNumberFormat = number != 0,
            ApplyFont = font != 0,
            ApplyFill = fill != 0,
            ApplyBorder = border != 0,
            ApplyAlignment = true,
        };
}
