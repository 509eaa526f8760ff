using System.Buffers;
using System.Text;
using Evaluation.Core.French;

namespace Evaluation.Core.Reports.Charts;

/// <summary>Makes any text safe inside SVG: escaped, without what XML forbids or what reorders text.</summary>
internal static class SvgText
{
    // Most texts hold nothing of what may change: apostrophes, what is not allowed, halves of a surrogate pair.
    private static readonly SearchValues<char> Touched = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1).Where(c => c == '\'' || char.IsSurrogate((char)c) || !IsAllowed(c)).Select(c => (char)c)]);

    /// <summary>
    /// The text with typographic apostrophes, without control characters and bidirectional overrides; a lone
    /// surrogate becomes U+FFFD.
    /// </summary>
    internal static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAny(Touched))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in Typography.Apostrophes(text).EnumerateRunes())
        {
            if (IsAllowed(rune.Value))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }

    /// <summary>The text, cleaned and escaped for element content and double-quoted attributes.</summary>
    internal static string Escape(string text) => Clean(text)
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);

    private static bool IsAllowed(int character) => character switch
    {
        < 0x20 or (>= 0x7F and <= 0x9F) => false,
        0x200E or 0x200F or 0x061C or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => false,
        0xFFFE or 0xFFFF => false,
        _ => true,
    };
}
