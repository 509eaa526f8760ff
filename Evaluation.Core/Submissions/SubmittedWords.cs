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
            findings.Error(Refusals.CommentTooLong, "comment");
        }

        if (row.Comment?.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) is true)
        {
            findings.Error(Refusals.CommentControlCharacter, "comment");
        }
    }

    /// <summary>The choice that a text names.</summary>
    /// <param name="text">Its code.</param>
    /// <param name="whenAbsent">The choice of a text that is missing.</param>
    /// <param name="field">Where it stands.</param>
    /// <param name="words">All choices, as codes and as the words of files.</param>
    /// <param name="unknown">What is said when there is no such choice.</param>
    /// <param name="findings">Told when there is no such choice.</param>
    public static T Choice<T>(string? text, T whenAbsent, string field, string words, RefusalCode unknown, RowFindings findings)
        where T : struct, Enum
    {
        if (string.IsNullOrEmpty(text))
        {
            return whenAbsent;
        }

        if (!DomainCode.TryParse<T>(text, out var value))
        {
            findings.Error(unknown, field, Excerpt.Of(text), words);
        }

        return value;
    }
}
