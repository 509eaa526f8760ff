using Evaluation.Core.French;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Decide;

/// <summary>Reads what is asked of reports and decisions.</summary>
internal static class DecideTerms
{
    private const int LongestFunction = 200;
    private const int LongestComment = 2_000;

    public static string FunctionOf(string? text) =>
        Trimmed(text) is { } function && function.Length <= LongestFunction && !function.Contains('\n', StringComparison.Ordinal) && !PlainText.Commands(function)
            ? function
            : throw EdgeRefusals.ReportFunction.Refused(FrenchNumber.Format(LongestFunction));

    public static string? CommentOf(string? text) =>
        Trimmed(text) is not { } comment ? null
        : comment.Length <= LongestComment && !PlainText.Commands(comment) ? comment
        : throw EdgeRefusals.ReportCommentInvalid.Refused(FrenchNumber.Format(LongestComment));

    private static string? Trimmed(string? text) => PlainText.IsBlank(text) ? null : text!.Trim().ReplaceLineEndings("\n");
}
