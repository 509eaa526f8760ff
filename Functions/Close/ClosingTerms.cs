using System.Globalization;
using Evaluation.Core.Closing;
using Evaluation.Core.Problems;
using Evaluation.Functions.Refusing;

namespace Evaluation.Functions.Close;

/// <summary>Reads what is asked of periods and years.</summary>
internal static class ClosingTerms
{
    /// <summary>How many days a closed period may be open again, today not counted.</summary>
    public const int LongestOpeningDays = 366;

    /// <summary>The most letters of a reason.</summary>
    public const int LongestReason = 500;

    public static ApprovalStep StepOf(ApprovalRequest request) => DomainCode.TryParse<ApprovalStep>(request.Step, out var step)
        ? step
        : throw EdgeRefusals.ApprovalStep.Refused(string.Join(", ", DomainCode.All<ApprovalStep>()));

    public static string? ReasonOf(string? text, bool required)
    {
        var reason = string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        if (reason is null && required)
        {
            throw EdgeRefusals.ReasonMissing.Refused();
        }

        return reason?.Length > LongestReason || reason?.Any(char.IsControl) is true
            ? throw EdgeRefusals.ReasonInvalid.RefusedAs(RefusalKind.Invalid)
            : reason;
    }

    public static DateOnly UntilOf(string? text, DateOnly today) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until)
        && until >= today && until <= today.AddDays(LongestOpeningDays)
            ? until
            : throw EdgeRefusals.OpeningUntil.Refused();
}
