using System.Buffers;
using System.Text.RegularExpressions;

namespace Evaluation.Core.French;

/// <summary>Gives text typed on an ordinary keyboard its French spaces and apostrophes.</summary>
/// <remarks>Doing it twice changes nothing more. Addresses (http, https, mailto, www) and times (14:32) stay.</remarks>
public static partial class Typography
{
    // Nothing is corrected but beside one of these: most labels and names have none.
    private static readonly SearchValues<char> Touched = SearchValues.Create("'«»;!?:%€0123456789");

    /// <summary>Turns straight apostrophes into ’.</summary>
    public static string Apostrophes(string text) => text.Replace('\'', '’');

    /// <summary>
    /// Puts U+202F before ; ! ? and between groups of digits, U+00A0 before :, inside « », before % and €, between a
    /// day and its month, and ’ for apostrophes.
    /// </summary>
    public static string Fix(string text) => text.AsSpan().ContainsAny(Touched) ? Marks().Replace(text, Corrected) : text;

    private static string Corrected(Match match) =>
        match.Groups["address"].Success ? match.Value
        : match.Groups["apostrophe"].Success ? "’"
        : match.Groups["open"].Success ? $"«{FrenchNumber.UnitSpace}"
        : match.Groups["close"].Success ? $"{FrenchNumber.UnitSpace}»"
        : match.Groups["colon"].Success ? $"{FrenchNumber.UnitSpace}:"
        : match.Groups["high"].Success ? FrenchNumber.GroupSpace + match.Groups["high"].Value
        : match.Groups["digits"].Success ? $"{FrenchNumber.GroupSpace}"
        : $"{FrenchNumber.UnitSpace}";

    // One pass over the alternatives, so that an address shields all it contains. A mark that opens the text or
    // follows an opening bracket or quote takes no space: « (?) ».
    [GeneratedRegex(
        """
        (?<address>(?:https?://|mailto:|www\.)\S+)
        | (?<apostrophe>')
        | (?<open>«[\ \u00A0\u202F]*)
        | (?<close>(?<!«[\ \u00A0\u202F]*)[\ \u00A0\u202F]*»)
        | (?<=[^\s(\[«;!?:])[\ \u00A0\u202F]*(?<high>[;!?]+)(?=$|[\s»"”)\]….,:])
        | (?<=[^\s(\[«:])[\ \u00A0\u202F]*(?<colon>:)(?=$|[\s»])
        | (?<=\d)[\ \u00A0\u202F]*(?=%|[kM]?€)
        | (?<=(?<!\d)\d{1,3})[\ \u00A0](?<digits>)(?=\d{3}(?!\d))
        | (?<=(?<!\d)(?:\d{1,2}|1er))\ (?=
            (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?!\w))
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Marks();
}
