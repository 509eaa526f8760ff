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
    Duration,
}

/// <summary>How a style shows a number.</summary>
/// <param name="Shape">As far as it changes what the number means.</param>
/// <param name="Code">As the workbook writes it: <c>[h]:mm</c>; null without one.</param>
internal readonly record struct XlsxNumberFormat(XlsxNumberShape Shape, string? Code);

/// <summary>What each style of a workbook makes of a number.</summary>
internal sealed partial class XlsxStyles
{
    // English and French: day or jour, month or mois, year or année, hour or heure.
    private static readonly SearchValues<char> DateLetters = SearchValues.Create("dDmMyYhHjJaA");

    private static readonly SearchValues<char> HourLetters = SearchValues.Create("hHsS");
    private static readonly SearchValues<char> DayLetters = SearchValues.Create("dDyYjJ");

    // The formats that every workbook has without declaring them (ECMA-376, 18.8.30); other numbers from 27 to 36 and from
    // 50 to 58 are dates too, in the words of other languages.
    private static readonly Dictionary<uint, string> BuiltIn = new()
    {
        [9] = "0%",
        [10] = "0.00%",
        [14] = "mm-dd-yy",
        [15] = "d-mmm-yy",
        [16] = "d-mmm",
        [17] = "mmm-yy",
        [18] = "h:mm AM/PM",
        [19] = "h:mm:ss AM/PM",
        [20] = "h:mm",
        [21] = "h:mm:ss",
        [22] = "m/d/yy h:mm",
        [45] = "mm:ss",
        [46] = "[h]:mm:ss",
        [47] = "mm:ss.0",
    };

    private readonly XlsxNumberFormat[] _formats;

    public XlsxStyles(WorkbookPart workbook)
    {
        var stylesheet = workbook.WorkbookStylesPart?.Stylesheet;
        var codes = new Dictionary<uint, string>();
        foreach (var format in stylesheet?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
        {
            codes[format.NumberFormatId?.Value ?? 0] = format.FormatCode?.Value ?? "";
        }

        _formats = [.. (stylesheet?.CellFormats?.Elements<CellFormat>() ?? [])
            .Select(format => Of(format.NumberFormatId?.Value ?? 0, codes))];
    }

    /// <summary>The format of a style of a cell; plain without one.</summary>
    public XlsxNumberFormat Of(UInt32Value? style) =>
        style?.Value is { } index && index < _formats.Length ? _formats[index] : default;

    private static XlsxNumberFormat Of(uint format, Dictionary<uint, string> codes) =>
        codes.TryGetValue(format, out var code) || BuiltIn.TryGetValue(format, out code) ? new(ShapeOf(code), code)
        : format is (>= 27 and <= 36) or (>= 50 and <= 58) ? new(XlsxNumberShape.Date, BuiltIn[14])
        : default;

    private static XlsxNumberShape ShapeOf(string code)
    {
        var written = Literals().Replace(code, "");
        var signs = Bracketed().Replace(written, "");
        return signs.Contains('%', StringComparison.Ordinal) ? XlsxNumberShape.Percent
            : Elapsed().IsMatch(written) ? XlsxNumberShape.Duration
            : IsGeneral(signs) || !(signs.AsSpan().ContainsAny(DateLetters) || signs.AsSpan().ContainsAny(HourLetters)) ? XlsxNumberShape.Plain
            // Months and minutes are the same letter: beside hours or seconds, and without a day or a year, it is minutes.
            : signs.AsSpan().ContainsAny(HourLetters) && !signs.AsSpan().ContainsAny(DayLetters) ? XlsxNumberShape.Duration
            : XlsxNumberShape.Date;
    }

    private static bool IsGeneral(string signs) =>
        signs.Contains("General", StringComparison.OrdinalIgnoreCase) || signs.Contains("Standard", StringComparison.OrdinalIgnoreCase);

    // Quoted text, escaped or padded characters.
    [GeneratedRegex("""
        "[^"]*"|\\.|_.|\*.
        """, RegexOptions.ExplicitCapture)]
    private static partial Regex Literals();

    // Hours, minutes or seconds that do not start again at each day.
    [GeneratedRegex(@"\[(h+|m+|s+)\]", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Elapsed();

    // Colours, conditions, currencies and locales.
    [GeneratedRegex(@"\[[^\]]*\]", RegexOptions.ExplicitCapture)]
    private static partial Regex Bracketed();
}
