using Evaluation.Core.French;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Decide;

/// <summary>Reads what is asked of reports and decisions.</summary>
internal static class DecideTerms
{
    /// <summary>The most letters of a comment.</summary>
    public const int LongestComment = 2_000;

    public static string FunctionOf(string? text) => Signature.FunctionOf(text, EdgeRefusals.ReportFunction);

    public static string? CommentOf(string? text) =>
        Trimmed(text) is not { } comment ? null
        : comment.Length <= LongestComment && !PlainText.Commands(comment) ? comment
        : throw EdgeRefusals.ReportCommentInvalid.Refused(FrenchNumber.Format(LongestComment));

    private static string? Trimmed(string? text) => PlainText.IsBlank(text) ? null : text!.Trim().ReplaceLineEndings("\n");
}
