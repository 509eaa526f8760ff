using Evaluation.Core.French;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;
using Evaluation.Functions.Http;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Decide;

/// <summary>Reads what is asked of reports and decisions.</summary>
internal static class DecideTerms
{
    private const int LongestComment = 2_000;

    public static string FunctionOf(string? text) => Signature.FunctionOf(text, EdgeRefusals.ReportFunction);

    public static string? CommentOf(string? text) =>
        Trimmed(text) is not { } comment ? null
        : comment.Length <= LongestComment && !PlainText.Commands(comment) ? comment
        : throw EdgeRefusals.ReportCommentInvalid.Refused();

    public static int YearOf(string text) => Period.TryParse(text, out var period) && period.Periodicity == Periodicity.Annual
        ? period.Year
        : throw Refusals.YearInvalid.Refused();

    private static string? Trimmed(string? text) => PlainText.IsBlank(text) ? null : text!.Trim().ReplaceLineEndings("\n");
}
