using DocumentFormat.OpenXml.Spreadsheet;

namespace Evaluation.Functions.Office;

/// <summary>The one font of every workbook.</summary>
internal static class SheetFont
{
    /// <param name="size">In points.</param>
    /// <param name="bold">Whether it is bold.</param>
    /// <param name="color">ARGB, hexadecimal; null for black.</param>
    public static Font Of(int size, bool bold = false, string? color = null)
    {
        var font = new Font();
        if (bold)
        {
            font.Append(new Bold());
        }

        font.Append(new FontSize { Val = size });
        if (color is not null)
        {
            font.Append(new Color { Rgb = color });
        }

        font.Append(new FontName { Val = "Calibri" });
        return font;
    }
}
