using Evaluation.Core.Closing;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Specification;

/// <summary>The questions about closed periods.</summary>
internal static partial class SpecificationWords
{
    private const int ClosesAfterDays = 30;

    private static Dictionary<string, Func<string[], string>> Closing => new()
    {
        ["closed"] = words => PeriodsOf(words).Find(Exact.Span(words[0]))?.Code ?? "open",
        ["reason"] = words => PeriodsOf(words).IsOpened(Exact.Span(words[0])) ? "asked" : "not asked",
        ["approval"] = w => Approval(w) is { } approval ? DomainCode.Of(approval.State) : "refused",
    };

    private static ClosedPeriods PeriodsOf(string[] words)
    {
        var approvals = new Dictionary<Period, PeriodApproval>();
        var years = new Dictionary<int, FiscalYearClosing>();
        for (var i = 3; i < words.Length; i += 2)
        {
            var place = Exact.Span(words[i + 1]);
            var known = approvals.GetValueOrDefault(place) ?? PeriodApproval.None;
            switch (words[i])
            {
                case "submitted":
                    approvals[place] = Approval(["submit"])!;
                    break;
                case "accepted":
                    approvals[place] = Approval(["submit", "validate", "accept"])!;
                    break;
                case "year":
                    years[place.Year] = new FiscalYearClosing(place.Year, IsClosed: true, default, "someone", null);
                    break;
                case "opened":
                    approvals[place] = known.Open(new PeriodOpening("someone", default, Exact.Day(words[i + 3]), "because"));
                    i += 2;
                    break;
                default:
                    throw new FormatException(words[i]);
            }
        }

        return new ClosedPeriods("Essai", ClosesAfterDays, approvals, years, Exact.Day(words[2]));
    }

    private static PeriodApproval? Approval(string[] steps) => steps.Aggregate(
        (PeriodApproval?)PeriodApproval.None,
        (approval, step) => approval?.Take(new ApprovalTaken(Parsed<ApprovalStep>(step), default, "someone", "because")));
}
