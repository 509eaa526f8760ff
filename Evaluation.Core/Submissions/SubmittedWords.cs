using Evaluation.Core.Problems;

namespace Evaluation.Core.Submissions;

/// <summary>Reads the written parts of a row: a choice among words, a comment.</summary>
internal static class SubmittedWords
{
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

    public static T Choice<T>(string? text, T whenAbsent, string field, RowFindings findings)
        where T : struct, Enum
    {
        if (string.IsNullOrEmpty(text))
        {
            return whenAbsent;
        }

        if (!DomainCode.TryParse<T>(text, out var value))
        {
            findings.Error(
                $"{field}.unknown", field, $"« {RowFindings.Excerpt(text)} » n’est pas reconnu : choisissez parmi {string.Join(", ", DomainCode.All<T>())}.");
        }

        return value;
    }
}
