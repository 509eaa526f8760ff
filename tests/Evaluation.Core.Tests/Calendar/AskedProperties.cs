using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Calendar;
using Evaluation.Core.Closing;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Papers.Members;
using Evaluation.Core.Periods;
using Evaluation.Core.Reports;
using Evaluation.Core.Tests.Given;
using Evaluation.Core.Tests.Papers;
using Evaluation.Core.Tests.Reports;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Calendar;

/// <summary>Nobody is asked for what would be refused, whatever is missing, closed, approved, settled or opened.</summary>
public sealed class AskedProperties
{
    private const string Complete = "Faire compléter ";

    [Fact]
    public void No_reminder_and_no_deadline_to_come_asks_for_values_of_a_period_that_takes_none() => HoldForEveryService((number, dossier) =>
        Enumerable.Range(0, 12).Select(turn => new DateOnly(dossier.Year + 1, 1, 2).AddDays((number + (turn * 11)) % 120)).All(day =>
        {
            var of = dossier with { Year = day.Year, AsOf = day, Closed = Drawn(number, dossier, day) };
            var calendar = ServiceCalendar.Of(of, null, day, []);
            return calendar.Notices().Where(n => n.Kind == CalendarKind.Values).All(n => of.Closed.Takes(Exact.Span(n.Occurrence.Split('~')[1])))
                && calendar.Next.Where(d => d.Kind == CalendarKind.Values).All(d => of.Closed.Takes(Exact.Span(d.Key)));
        }));

    [Fact]
    public void A_report_asks_for_no_value_no_cost_and_no_settling_that_would_be_refused() => HoldForEveryService((_, dossier) =>
    {
        var closed = dossier.Closed;
        var evaluation = AnnualEvaluation.Of(dossier);
        if (evaluation.WhyNotEvaluated is not null)
        {
            return true;
        }

        var asked = AnnualReport.Of(evaluation, SampleService.Edition).Summary.Asked;
        var open = StillMissing(dossier);
        return asked.Count(r => r.StartsWith(Complete, StringComparison.Ordinal)) == (open > 0 ? 1 : 0)
            && asked.Where(r => r.StartsWith(Complete, StringComparison.Ordinal)).All(r => r.StartsWith($"{Complete}{FrenchNumber.Format(open)}", StringComparison.Ordinal))
            && (closed.FindAccounts(dossier.Year) is null || !asked.Any(r => r.StartsWith("Faire transmettre le coût", StringComparison.Ordinal)))
            && (closed.TakesSomeOf(dossier.Year) || !asked.Any(r => r.StartsWith("Faire transmettre les unités", StringComparison.Ordinal)))
            && (dossier.Year < dossier.AsOf.Year || !asked.Any(r =>
                r.StartsWith("Arrêter", StringComparison.Ordinal) || r.StartsWith("Valider", StringComparison.Ordinal) || r.StartsWith("Décider de la suite du service", StringComparison.Ordinal)));
    });

    [Fact]
    public void A_member_is_asked_for_the_values_that_can_still_be_sent_and_no_other() => HoldForEveryService((_, dossier) =>
    {
        var closed = dossier.Closed;
        var evaluation = AnnualEvaluation.Of(dossier);
        return dossier.Community.Members.All(member =>
        {
            var told = GivenMemberYear.Of(member, [evaluation]);
            var open = told.Services.Sum(s => s.Account?.Missing.Sum(m => m.Periods.Count(p => closed.Takes(Exact.Span(p)))) ?? 0);
            var asked = told.Asked.Where(a => a.About == AskedWords.Values).ToList();
            return asked.Count == (open > 0 ? 1 : 0) && asked.All(a => a.Text.StartsWith($"{FrenchNumber.Format(open)}\u00A0", StringComparison.Ordinal));
        });
    });

    [Fact]
    public void Something_is_closed_something_is_missing_and_something_is_asked_in_what_is_drawn()
    {
        var drawn = Enumerable.Range(1, 60).Select(Service).ToList();

        Assert.Contains(drawn, d => d.Closed.FindAccounts(d.Year) is not null);
        Assert.Contains(drawn, d => !d.Closed.TakesSomeOf(d.Year) && AnnualEvaluation.Of(d).Completeness.Total is var total && total.Expected > total.Count);
        Assert.Contains(drawn, d => StillMissing(d) is > 0 and var open && AnnualEvaluation.Of(d).Completeness.Total is var total && open < total.Expected - total.Count);
    }

    // Counted again one by one: what was due by the day, did not come, and is still taken.
    private static int StillMissing(Dossier dossier)
    {
        var count = 0;
        foreach (var definition in dossier.Mutualisation.Expected(dossier.Catalogue, Period.OfYear(dossier.Year)))
        {
            foreach (var period in Period.InYear(dossier.Year, definition.Periodicity).Where(p => p.DueOn < dossier.AsOf && dossier.Closed.Takes(p)))
            {
                var members = dossier.Mutualisation.MembersIn(dossier.Community, period);
                count += definition.Level == IndicatorLevel.Service
                    ? members.Count > 0 && dossier.Values.Find(new ValueKey(definition.Code, null, period)) is null ? 1 : 0
                    : members.Count(m => dossier.Values.Find(new ValueKey(definition.Code, m.Siren, period)) is null);
            }
        }

        return count;
    }

    private static void HoldForEveryService(Func<int, Dossier, bool> holds) =>
        Properties.Hold(Gen.Choose(1, 100_000), number => holds(number, Service(number)), 40);

    private static Dossier Service(int number)
    {
        var dossier = new DrawnService(number).Evaluated().Evaluation.Dossier;
        var closed = Drawn(number, dossier, dossier.AsOf);
        return dossier with { Closed = closed, Settled = closed.Settled };
    }

    private static ClosedPeriods Drawn(int number, Dossier dossier, DateOnly on)
    {
        var draws = new Draws(number);
        var at = new DateTimeOffset(2026, 1, 10, 8, 0, 0, TimeSpan.Zero);
        PeriodOpening Opening(string what) => new("user:d", at, on.AddDays(draws.Below(20, what) - 10), "Oubli.");
        var approvals = Enumerable.Range(1, 12).Where(month => draws.Below(3, $"approved {month}") == 0).ToDictionary(
            month => Period.Of(dossier.Year, Periodicity.Monthly, month),
            month => new PeriodApproval(
                [new ApprovalTaken(ApprovalStep.Submit, at, "user:s", null)], draws.Below(2, $"opened {month}") == 0 ? [Opening($"until {month}")] : []));
        var years = new Dictionary<int, FiscalYearClosing>();
        if (draws.Below(4, "closed") == 0)
        {
            years[dossier.Year] = new FiscalYearClosing(dossier.Year, true, at, "user:a", null);
        }

        var settled = draws.Below(3, "settled") == 0
            ? new SettledYears([new SettledYear(dossier.Year, [new YearSettling(at, new DateOnly(2026, 1, 10), "user:a", "comptable", "f", null, []) { Openings = draws.Below(2, "unsettled") == 0 ? [Opening("unsettled until")] : [] }])])
            : SettledYears.None;
        return new ClosedPeriods("Essai", draws.Below(2, "deadline") == 0 ? 30 : null, approvals, years, settled, _ => false, on);
    }
}
