using System.Globalization;

namespace Evaluation.Core.French;

/// <summary>Agreement in number, ordinals, lists and the elided « de » before a name.</summary>
public static class FrenchText
{
    private const int MostNamesInSentence = 5;

    private const string ElidingLetters = "aàâäæeéèêëiîïoôöœuùûü";

    private const string Consonants = "bcdfghjklmnpqrstvwxz";

    /// <summary>The singular below 2 in magnitude (0 and 1,9 are singular), the plural from 2.</summary>
    /// <remarks>The count as it is shown: <see cref="FrenchQuantity"/> rounds and agrees in one place.</remarks>
    public static string Plural(decimal count, string singular, string plural) =>
        decimal.Abs(count) < 2 ? singular : plural;

    /// <summary>A whole count and its noun, joined by U+00A0: <c>3 communes</c>, <c>0 commune</c>.</summary>
    public static string Count(long count, string singular, string plural) =>
        FrenchNumber.Format(count) + FrenchNumber.UnitSpace + Plural(count, singular, plural);

    /// <summary>A count and its verb, none in words: <c>aucune n’est réalisée</c>, <c>1 est réalisée</c>, <c>2 sont réalisées</c>.</summary>
    public static string CountOrNone(long count, string none, string singular, string plural) =>
        count == 0 ? none : Count(count, singular, plural);

    /// <summary>A part of a count, which no line breaks: <c>3 sur 5</c>, joined by U+00A0.</summary>
    public static string OutOf(long part, long all) =>
        $"{FrenchNumber.Format(part)}{FrenchNumber.UnitSpace}sur{FrenchNumber.UnitSpace}{FrenchNumber.Format(all)}";

    /// <summary>The text at the head of a sentence or of a line: its first letter is a capital.</summary>
    public static string Opening(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary><c>1er</c>, then <c>2e</c>, <c>3e</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rank"/> is below 1.</exception>
    public static string Ordinal(int rank) => Ordinal(rank, "er");

    /// <summary><c>1re</c>, then <c>2e</c>, <c>3e</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rank"/> is below 1.</exception>
    public static string OrdinalFeminine(int rank) => Ordinal(rank, "re");

    /// <summary><c>a, b et c</c>; nothing for an empty list.</summary>
    public static string List(IReadOnlyList<string> words) => Joined(words, "et");

    /// <summary><c>a, b ou c</c>; nothing for an empty list.</summary>
    public static string Either(IReadOnlyList<string> words) => Joined(words, "ou");

    private static string Joined(IReadOnlyList<string> words, string last) => words.Count switch
    {
        0 => "",
        1 => words[0],
        _ => $"{string.Join(", ", words.Take(words.Count - 1))} {last} {words[^1]}",
    };

    /// <summary>Names in a sentence; beyond five the rest is counted.</summary>
    public static string Names(IReadOnlyList<string> names)
    {
        if (names.Count <= MostNamesInSentence)
        {
            return List(names);
        }

        var others = names.Count - (MostNamesInSentence - 1);
        return List([.. names.Take(MostNamesInSentence - 1), Count(others, "autre", "autres")]);
    }

    /// <summary>The name after « de »: <c>de Grenoble</c>, <c>d’Échirolles</c>, <c>du Pont-de-Claix</c>.</summary>
    /// <remarks>
    /// A leading « Le » or « Les » contracts; « La » and « L’ » stay as they are. Before a vowel « de » elides, and
    /// before y when a consonant follows (d’Yvetot, de Yenne). An initial h is taken as mute before e, i, u and y
    /// (d’Herbeys, d’Huez) and as aspirated before a and o (de Haguenau, de Houilles): no table lists communes by h.
    /// </remarks>
    public static string De(string name)
    {
        var written = Typography.Apostrophes(name);
        if (written.StartsWith("le ", StringComparison.OrdinalIgnoreCase))
        {
            return "du " + written[3..];
        }

        if (written.StartsWith("les ", StringComparison.OrdinalIgnoreCase))
        {
            return "des " + written[4..];
        }

        return Elides(written) ? "d’" + written : "de " + written;
    }

    private static bool Elides(string name)
    {
        if (name.Length == 0)
        {
            return false;
        }

        var first = char.ToLowerInvariant(name[0]);
        var second = name.Length > 1 ? char.ToLowerInvariant(name[1]) : ' ';
        return first switch
        {
            'h' => "eéèêëiîïuûy".Contains(second, StringComparison.Ordinal),
            'y' => Consonants.Contains(second, StringComparison.Ordinal),
            _ => ElidingLetters.Contains(first, StringComparison.Ordinal),
        };
    }

    private static string Ordinal(int rank, string first)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rank, 1);
        return rank.ToString(CultureInfo.InvariantCulture) + (rank == 1 ? first : "e");
    }
}
