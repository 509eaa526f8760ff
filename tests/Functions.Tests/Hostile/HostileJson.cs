using System.Text;

namespace Evaluation.Functions.Tests.Hostile;

/// <summary>Bodies of our own making that are no JSON, or JSON of the odd kind.</summary>
internal static class HostileJson
{
    /// <summary>No reader may take these for a document.</summary>
    public static IReadOnlyList<byte[]> Broken { get; } =
    [
        .. new[]
        {
            "", " ", "\n", "{", "}", "[", "]", "{]", "[}", "{\"", "{\"a", "{\"a\"", "{\"a\":", "{\"a\":}", "{\"a\":1", "{\"a\":1,}", "{,}", "{\"a\" 1}", "{a:1}",
            "{'a':1}", "{1:1}", "{null:1}", "{\"a\":1}}", "{\"a\":1}{", "{} {}", "{}x", "[,]", "[1,]", "[1,,2]", "[1 2]", "[NaN]", "[Infinity]", "[-Infinity]",
            "[01]", "[-01]", "[+1]", "[.5]", "[5.]", "[1e]", "[1e+]", "[0x1]", "[--1]", "[1.2.3]", "[1_000]", "[\u0661]", "nul", "nulll", "True", "undefined",
            "{\"a\":nul}", "\"", "\"\\\"", "[\"\\x41\"]", "[\"\\u12\"]", "[\"\\uZZZZ\"]", "[\"\t\"]", "[\"\u0000\"]", "[\"\n\"]", "\u0000", "{}\u0000", "\u0007{}",
            "/* c */{}", "{}// c", "{\"a\":1/**/}", "#\n{}", "<xml/>", "a=1&b=2", "\u00a0{}", "\u2028{}", "[\ud83d\ude00]",
        }.Select(Encoding.UTF8.GetBytes),
        Encoding.Unicode.GetBytes("{\"a\":1}"),
        Encoding.BigEndianUnicode.GetBytes("{\"a\":1}"),
        [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("{}")],
        Encoding.UTF32.GetBytes("{}"),
        [0x7B, 0x22, 0xC0, 0xAE, 0x22, 0x3A, 0x31, 0x7D],
        [0x7B, 0x22, 0xED, 0xA0, 0x80, 0x22, 0x3A, 0x31, 0x7D],
        [0x7B, 0x22, 0xF5, 0x80, 0x80, 0x80, 0x22, 0x3A, 0x31, 0x7D],
        [0x7B, 0x22, 0xE9, 0x22, 0x3A, 0x31, 0x7D],
        [0x7B, 0x22, 0x61, 0x22, 0x3A, 0x22, 0xFF, 0x22, 0x7D],
        [0x80], [0xFF], [0xC3],
        Encoding.UTF8.GetBytes(new string('[', 200_000)),
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 50_000))),
    ];

    /// <summary>JSON, but no document: wrong shapes, names that exist in none, doubles.</summary>
    public static IReadOnlyList<string> Odd { get; } =
    [
        "null", "true", "0", "-0", "\"\"", "[]", "[[]]", "[{}]", "[null]", "1e400", "{\"\":1}", "{\"a\":{\"a\":1}}", $"{{\"{Long}\":1}}", $"{{\"source\":{{\"{Long}\":1}}}}",
        "{\"source\":\"a\",\"source\":\"b\"}", "{\"values\":[],\"values\":[]}", "{\"source\":1}", "{\"source\":[]}", "{\"values\":{}}", "{\"__proto__\":{}}",
        "{\"$type\":\"System.Object\"}", "{\"$ref\":\"#\"}", "\ufeff\ufeff{}", "{\"label\":\"\\ud800\"}", "{\"source\":\"\\udc00\\ud800\"}", "{\"members\":[[[[[[[[[[]]]]]]]]]]}",
    ];

    /// <summary>Long enough to be found again in an answer.</summary>
    public static string Long { get; } = string.Concat(Enumerable.Range(0, 200).Select(n => (char)('a' + (n * 7 % 26))));

    /// <summary>Values that may stand where a push gives one.</summary>
    public static IReadOnlyList<string> Values { get; } =
    [
        "NaN", "Infinity", "1e400", "-1e400", "1e-400", "-0", "0", "-0.0", "1E5", "1e5", "\"1e5\"", "\"NaN\"", "\"\"", "\" \"", "\"-\"", "\"+1\"", "\"0x10\"", "\"1 000\"",
        "\"\\u0661\"", "\"\\u0000\"", "\"\\ud800\"", "\"1\\u0000\"", "null", "true", "[]", "{}", "\"½\"", $"\"{Long}\"", new('9', 29), new('9', 5000), $"0.{new string('1', 5000)}",
        $"\"{new string('9', 5000)}\"", "79228162514264337593543950336", "-79228162514264337593543950336", "0.0000000000000000000000000000001", "\"=1+1\"", "\"<b>1</b>\"",
    ];

    /// <summary>Texts that may stand where a document gives one.</summary>
    public static IReadOnlyList<string> Texts { get; } =
    [
        "", " ", "\\u0000", "\\ud800", "\\u202e", "\\ufeff", "\\\\..\\\\..", "../..", "%00", "'", "\\\"", "<script>", "=cmd", "a|b", "~", "#", "?", "con", "38185|2025", Long, new('9', 300),
    ];
}
