using DocumentFormat.OpenXml.Spreadsheet;
using Evaluation.Functions.Office;

namespace Evaluation.Functions.Collect.Formats.Template;

/// <summary>How cells of the template look, and which of them may be filled in.</summary>
internal static class TemplateStyles
{
    /// <summary>Headers of columns.</summary>
    public const uint Header = 1;

    /// <summary>What is given: locked.</summary>
    public const uint Given = 2;

    /// <summary>Text to fill in.</summary>
    public const uint FilledText = 3;

    /// <summary>Title of a page.</summary>
    public const uint Title = 4;

    /// <summary>Text that wraps.</summary>
    public const uint Paragraph = 5;

    private const uint FirstFilledNumber = 6;
    private const uint TextFormat = 49;
    private const uint FirstOwnFormat = 164;
    private const int MostDecimals = 6;

    /// <summary>A number to fill in, shown with the decimals of its indicator.</summary>
    public static uint FilledNumber(int decimals) => FirstFilledNumber + (uint)int.Clamp(decimals, 0, MostDecimals);

    public static Stylesheet Sheet() => new(
        new NumberingFormats(Decimals().Select(decimals => new NumberingFormat
        {
            NumberFormatId = FirstOwnFormat + (uint)decimals,
            FormatCode = decimals == 0 ? "#,##0" : $"#,##0.{new string('0', decimals)}",
        })),
        new Fonts(
            SheetFont.Of(11),
            SheetFont.Of(11, bold: true, "FFFFFFFF"),
            SheetFont.Of(15, bold: true)),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            Solid("FF0F4D5F"),
            Solid("FFEFF3F3")),
        new Borders(new Border(), Thin()),
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
        new CellFormats(
        [
            Format(font: 0, fill: 0, border: 0, number: 0, locked: true, wraps: false),
            Format(font: 1, fill: 2, border: 1, number: TextFormat, locked: true, wraps: true),
            Format(font: 0, fill: 3, border: 1, number: TextFormat, locked: true, wraps: false),
            Format(font: 0, fill: 0, border: 1, number: TextFormat, locked: false, wraps: false, indent: 1),
            Format(font: 2, fill: 0, border: 0, number: TextFormat, locked: true, wraps: false),
            Format(font: 0, fill: 0, border: 0, number: TextFormat, locked: true, wraps: true),
            .. Decimals().Select(decimals =>
                Format(font: 0, fill: 0, border: 1, FirstOwnFormat + (uint)decimals, locked: false, wraps: false)),
        ]));

    private static IEnumerable<int> Decimals() => Enumerable.Range(0, MostDecimals + 1);

    private static Fill Solid(string color) => new(
        new PatternFill(new ForegroundColor { Rgb = color }, new BackgroundColor { Indexed = 64 })
        {
            PatternType = PatternValues.Solid,
        });

    private static Border Thin() => new(
        new LeftBorder(Grey()) { Style = BorderStyleValues.Thin },
        new RightBorder(Grey()) { Style = BorderStyleValues.Thin },
        new TopBorder(Grey()) { Style = BorderStyleValues.Thin },
        new BottomBorder(Grey()) { Style = BorderStyleValues.Thin },
        new DiagonalBorder());

    private static Color Grey() => new() { Rgb = "FFC9CDD3" };

    private static CellFormat Format(uint font, uint fill, uint border, uint number, bool locked, bool wraps, uint? indent = null) => new(
        new Alignment
        {
            Vertical = VerticalAlignmentValues.Top,
            WrapText = wraps,
            // Set off from the number beside it.
            Horizontal = indent is null ? null : HorizontalAlignmentValues.Left,
            Indent = indent,
        },
        new Protection { Locked = locked })
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
        ApplyProtection = true,
    };
}
