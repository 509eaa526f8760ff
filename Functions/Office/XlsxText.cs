using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Evaluation.Functions.Office;

/// <summary>Text of a cell: characters that XML cannot hold are written <c>_x0001_</c> (ST_Xstring).</summary>
internal static partial class XlsxText
{
    /// <summary>Text as it stands in a workbook.</summary>
    public static string Encode(string text) => Unwritable().Replace(
        text,
        match => string.Create(CultureInfo.InvariantCulture, $"_x{(int)match.Value[0]:X4}_"));

    /// <summary>Text as it was written.</summary>
    public static string Decode(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escaped().Replace(text, match => $"{(char)int.Parse(
            match.Groups["code"].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)}")
        : text;

    /// <summary>The text of a string item: plain or in runs, without its phonetic guides.</summary>
    public static string Of(RstType item) => Decode(item.Elements<Run>().Any()
        ? string.Concat(item.Elements<Run>().Select(run => run.Text?.Text))
        : item.GetFirstChild<Text>()?.Text ?? "");

    // An underscore is written so only where what follows would be taken for such a code.
    [GeneratedRegex(@"[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Unwritable();

    [GeneratedRegex("_x(?<code>[0-9A-Fa-f]{4})_", RegexOptions.ExplicitCapture)]
    private static partial Regex Escaped();
}
