using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Evaluation.Core.French;

/// <summary>Whether a text can be read as it was written.</summary>
public static class PlainText
{
    /// <summary>The most signs of a text of a document, where nothing else is said of it.</summary>
    public const int Longest = 2_000;

    /// <summary>Whether nothing of it is seen: no letter, figure or sign, but spaces and marks without a shape.</summary>
    public static bool IsBlank([NotNullWhen(false)] string? text) => text is null || text.All(sign => char.GetUnicodeCategory(sign)
        is UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Control or UnicodeCategory.Format);

    /// <summary>Whether it commands how it is shown: other lines than LF, or letters turned round.</summary>
    public static bool Commands(string text) => text.Any(sign => sign != '\n' && (char.GetUnicodeCategory(sign)
        is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || sign is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')));
}
