using Evaluation.Core.Problems;

namespace Evaluation.Core.Submissions;

/// <summary>Reads the written parts of a row: a choice among words, a comment.</summary>
internal static class SubmittedWords
{
    public const string Statuses = "provisional (provisoire), final (définitif), corrected (corrigé)";
    public const string Qualities = "measured (mesuré), estimated (estimé)";

    private const int LongestComment = 500;

    public static void CheckComment(SubmittedRow row, RowFindings findings)
    {
        if (row.Comment?.Length > LongestComment)
        {
            findings.Error("comment.tooLong", "comment", "Ce commentaire dépasse 500 caractères : raccourcissez-le.");
        }

        if (row.Comment?.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) is true)
        {
            findings.Error("comment.controlCharacter", "comment", "Ce commentaire contient un caractère de commande : retirez-le.");
        }
    }

    /// <summary>The choice that a text names.</summary>
    /// <param name="text">Its code.</param>
    /// <param name="whenAbsent">The choice of a text that is missing.</param>
    /// <param name="field">Where it stands.</param>
    /// <param name="words">All choices, as codes and as the words of files.</param>
    /// <param name="findings">Told when there is no such choice.</param>
    public static T Choice<T>(string? text, T whenAbsent, string field, string words, RowFindings findings)
        where T : struct, Enum
    {
        if (string.IsNullOrEmpty(text))
        {
            return whenAbsent;
        }

        if (!DomainCode.TryParse<T>(text, out var value))
        {
            findings.Error(
                $"{field}.unknown", field, $"« {Excerpt.Of(text)} » n’est pas reconnu : choisissez parmi {words}.");
        }

        return value;
    }
}
