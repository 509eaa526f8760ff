using System.Text;

namespace Evaluation.Functions.Collect.Formats.Cells;

/// <summary>Words compared without case, accents or spaces.</summary>
internal static class FoldedText
{
    // With invariant globalisation the runtime decomposes no accent: the French ones are listed.
    private const string Accented = "àâäçéèêëîïôöùûüÿ";
    private const string Plain = "aaaceeeeiioouuuy";

    /// <summary>Lower case, without accents, spaces and signs; <c>Code Insee</c> is <c>codeinsee</c>.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter))
            {
                folded.Append(Letter(char.ToLowerInvariant(letter)));
            }
        }

        return folded.ToString();
    }

    /// <summary>Lower case, without accents; all else stays.</summary>
    public static string Letters(string text) =>
        string.Create(text.Length, text, (folded, given) =>
        {
            for (var i = 0; i < given.Length; i++)
            {
                folded[i] = Letter(char.ToLowerInvariant(given[i]));
            }
        });

    private static char Letter(char lower) =>
        Accented.IndexOf(lower, StringComparison.Ordinal) is >= 0 and var at ? Plain[at] : lower;
}
