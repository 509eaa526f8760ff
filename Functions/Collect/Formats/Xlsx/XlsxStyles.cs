using System.Buffers;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Evaluation.Functions.Collect.Formats.Xlsx;

/// <summary>How a number is shown, as far as it changes what the number means.</summary>
internal enum XlsxNumberShape
{
    Plain,
    Percent,
    Date,
}

/// <summary>What each style of a workbook makes of a number.</summary>
internal sealed partial class XlsxStyles
{
    // English and French: day or jour, month or mois, year or année, hour or heure.
    private static readonly SearchValues<char> DateLetters = SearchValues.Create("dDmMyYhHjJaA");

    private readonly XlsxNumberShape[] _shapes;

    public XlsxStyles(WorkbookPart workbook)
    {
        var stylesheet = workbook.WorkbookStylesPart?.Stylesheet;
        var codes = new Dictionary<uint, string>();
        foreach (var format in stylesheet?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
        {
            codes[format.NumberFormatId?.Value ?? 0] = format.FormatCode?.Value ?? "";
        }

        _shapes = [.. (stylesheet?.CellFormats?.Elements<CellFormat>() ?? [])
            .Select(format => ShapeOf(format.NumberFormatId?.Value ?? 0, codes))];
    }

    /// <summary>The shape of a style of a cell; plain without one.</summary>
    public XlsxNumberShape Of(UInt32Value? style) =>
        style?.Value is { } index && index < _shapes.Length ? _shapes[index] : XlsxNumberShape.Plain;

    // The numbers of the formats that every workbook has without declaring them (ECMA-376, 18.8.30).
    private static XlsxNumberShape ShapeOf(uint format, Dictionary<uint, string> codes) => format switch
    {
        _ when codes.TryGetValue(format, out var code) => ShapeOf(code),
        9 or 10 => XlsxNumberShape.Percent,
        (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) => XlsxNumberShape.Date,
        _ => XlsxNumberShape.Plain,
    };

    private static XlsxNumberShape ShapeOf(string code)
    {
        var signs = Literals().Replace(code, "");
        return signs.Contains('%', StringComparison.Ordinal) ? XlsxNumberShape.Percent
            : signs.AsSpan().ContainsAny(DateLetters) && !signs.Contains("General", StringComparison.OrdinalIgnoreCase)
                ? XlsxNumberShape.Date
                : XlsxNumberShape.Plain;
    }

    // Quoted text, escaped or padded characters, colours, currencies and locales.
    [GeneratedRegex("""
        "[^"]*"|\\.|_.|\*.|\[[^\]]*\]
        """, RegexOptions.ExplicitCapture)]
    private static partial Regex Literals();
}
