using System.Globalization;
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
        ["accounts"] = words => PeriodsOf(words).FindAccounts(Exact.Span(words[0]).Year)?.Code ?? "open",
        ["carried"] = words => Carried(string.Join(' ', words).Split(" then ")),
        ["closed"] = words => PeriodsOf(words).Find(Exact.Span(words[0]))?.Code ?? "open",
        ["opening"] = words => PeriodsOf(words).OpeningOf(Exact.Span(words[0]))?.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "none",
        ["reason"] = words => PeriodsOf(words).IsOpened(Exact.Span(words[0])) ? "asked" : "not asked",
        ["approval"] = w => Approval(w) is { } approval ? DomainCode.Of(approval.State) : "refused",
    };

    // « carried 2024 A=1000.00/900.00 then 2024 A=1060.00/900.00 ends=2024 »: amount / called, each settling a day after the one
    // before; the last year of the service as it is known then.
    private static string Carried(string[] settlings)
    {
        var settled = SettledYears.None;
        var day = new DateOnly(2026, 1, 1);
        foreach (var words in settlings.Select(s => s.Split(' ')))
        {
            var year = Year(words[0]);
            if (settled.Find(year) is not null)
            {
                settled = settled.Open(year, new PeriodOpening("someone", default, day, "because"), day).Value!;
            }

            var last = words.Where(w => w.StartsWith("ends=", StringComparison.Ordinal)).Select(w => Year(w[5..])).SingleOrDefault(int.MaxValue);
            var amounts = words[1..].Where(w => !w.StartsWith("ends=", StringComparison.Ordinal)).Select(w => w.Split('=', '/')).Select(w => new SettledAmount(
                MemberNamed(w[0]).Siren, Exact.Number(w[1]), 0, Exact.Number(w[2])));
            settled = settled.Settle(year, new YearSettling(default, day, "someone", "comptable", "", null, [.. amounts]), later => later <= last).Value!;
            day = day.AddDays(1);
        }

        return string.Join(", ", Enumerable.Range(2000, 100).SelectMany(year => settled.CarriedTo(year).Select(c =>
            $"{Text(year)} {MemberName(c.Payer)} {Cents(c.Amount)}")));
    }

    private static ClosedPeriods PeriodsOf(string[] words)
    {
        var approvals = new Dictionary<Period, PeriodApproval>();
        var years = new Dictionary<int, FiscalYearClosing>();
        var settled = SettledYears.None;
        var capped = 0;
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
                case "settled":
                    settled = settled.Settle(place.Year, new YearSettling(default, Exact.Day(words[2]), "someone", "comptable", "", null, []), _ => true).Value!;
                    break;
                case "capped":
                    capped = place.Year;
                    break;
                case "unsettled":
                    settled = settled.Open(
                        place.Year, new PeriodOpening("someone", default, Exact.Day(words[i + 3]), "because"), Exact.Day(words[2])).Value!;
                    i += 2;
                    break;
                default:
                    throw new FormatException(words[i]);
            }
        }

        return new ClosedPeriods("Essai", ClosesAfterDays, approvals, years, settled, year => year == capped, Exact.Day(words[2]));
    }

    private static PeriodApproval? Approval(string[] steps) => steps.Aggregate(
        (PeriodApproval?)PeriodApproval.None,
        (approval, step) => approval?.Take(new ApprovalTaken(Parsed<ApprovalStep>(step), default, "someone", "because")));
}
