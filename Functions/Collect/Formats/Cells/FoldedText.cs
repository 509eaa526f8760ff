using System.Text;

namespace Evaluation.Functions.Collect.Formats.Cells;

/// <summary>Words compared without case, accents or spaces.</summary>
internal static class FoldedText
{
    // With invariant globalisation the runtime decomposes no accent: the French ones are listed.
    private const string Accented = "àâäçéèêëîïôöùûüÿ";
    private const string Plain = "aaaceeeeiioouuuy";

    // Accents of their own, as files from a Mac write them: e followed by U+0301.
    private const char FirstMark = '\u0300';
    private const char LastMark = '\u036F';

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

    /// <summary>Lower case, without accents, whether they stand in their letter or after it; all else stays.</summary>
    public static string Letters(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (letter is < FirstMark or > LastMark)
            {
                folded.Append(Letter(char.ToLowerInvariant(letter)));
            }
        }

        return folded.ToString();
    }

    private static char Letter(char lower) =>
        Accented.IndexOf(lower, StringComparison.Ordinal) is >= 0 and var at ? Plain[at] : lower;
}
