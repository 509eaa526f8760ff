using Evaluation.Core.Calendar;
using Evaluation.Core.Costs;
using Evaluation.Core.Kinds;
using Evaluation.Core.Periods;
using Evaluation.Core.Reports;
using Evaluation.Core.Tests.Given;
using FsCheck.Fluent;

namespace Evaluation.Core.Tests.Reports;

public sealed class ReportCalendarTests
{
    [Theory]
    [InlineData(ReportKind.Monthly, "2026-06-10", "2026-03 2026-04")]
    [InlineData(ReportKind.Monthly, "2026-06-11", "2026-04 2026-05")]
    [InlineData(ReportKind.Monthly, "2026-01-11", "2025-11 2025-12")]
    [InlineData(ReportKind.Quarterly, "2026-04-20", "2025-Q3 2025-Q4")]
    [InlineData(ReportKind.Quarterly, "2026-04-21", "2025-Q4 2026-Q1")]
    [InlineData(ReportKind.Annual, "2026-05-31", "2023 2024")]
    [InlineData(ReportKind.Annual, "2026-06-01", "2024 2025")]
    [InlineData(ReportKind.AnnualStatement, "2026-01-31", "2023 2024")]
    [InlineData(ReportKind.AnnualStatement, "2026-02-01", "2024 2025")]
    [InlineData(ReportKind.AnnualStatement, "2026-06-01", "2024 2025")]
    [InlineData(ReportKind.MultiYear, "2026-06-01", "2024 2025")]
    [InlineData(ReportKind.MemberStatement, "2026-06-01", "2023 2024")]
    [InlineData(ReportKind.MemberStatement, "2026-06-02", "2024 2025")]
    [InlineData(ReportKind.BudgetDebate, "2026-09-30", "2023 2024")]
    [InlineData(ReportKind.BudgetDebate, "2026-10-01", "2024 2025")]
    public void The_last_two_reports_of_a_kind_are_due_from_their_day_on(ReportKind kind, string today, string periods) =>
        Assert.Equal(periods, string.Join(' ', ReportCalendar.DueBy(kind, Exact.Day(today))));

    [Fact]
    public void No_report_falls_due_before_its_period_is_over_nor_twice() => Properties.Hold(
        Gen.Choose(0, 9000),
        day =>
        {
            var today = new DateOnly(2005, 1, 1).AddDays(day);
            return Enum.GetValues<ReportKind>().All(kind =>
                ReportCalendar.DueBy(kind, today) is { Count: 2 } due
                && due.All(period => period.Periodicity == kind.Periodicity() && period.End <= today && ReportCalendar.DueOn(kind, period) <= today)
                && due[0].End == due[1].Start);
        },
        200);

    [Theory]
    [InlineData("2026-02-01", true)]
    [InlineData("2026-05-31", true)]
    [InlineData("2026-06-01", false)]
    public void A_yearly_statement_comes_first_on_the_forecast_then_on_closed_accounts(string today, bool comesAgain)
    {
        Assert.Equal(comesAgain, ReportCalendar.ComesAgain(ReportKind.AnnualStatement, Period.OfYear(2025), Exact.Day(today)));
        Assert.All(
            Enum.GetValues<ReportKind>().Except([ReportKind.AnnualStatement]),
            kind => Assert.Single(ReportCalendar.DueDays(kind, Period.Of(2025, kind.Periodicity(), 1))));
    }

    [Fact]
    public void What_a_report_is_made_for_comes_after_its_first_day_whatever_the_year() => Assert.All(
        Enumerable.Range(Period.MinYear, Period.MaxYear - Period.MinYear - 2),
        year =>
        {
            var of = Period.OfYear(year);
            var reminder = NoticeStage.Of(CalendarKind.UnitCost).Min(s => s.Days);
            var opening = NoticeStage.Of(CalendarKind.BudgetDebate).Min(s => s.Days);
            Assert.True(ReportCalendar.DueOn(ReportKind.AnnualStatement, of) < UnitCostForecast.BudgetDate(year + 1).AddDays(reminder));
            Assert.True(ReportCalendar.DueOn(ReportKind.BudgetDebate, of) < UnitCostForecast.BudgetDate(year + 2).AddDays(opening));
            Assert.True(ReportCalendar.DueOn(ReportKind.Annual, of) < CommunityDeadlines.MayorsReportOf(year));
        });

    [Fact]
    public void Each_kind_is_named_with_what_it_reports_on() => Assert.Equal(
        [
            "Évaluation annuelle 2025", "Tableau de bord mensuel, janvier 2025", "Tableau de bord trimestriel, 1er trimestre 2025",
            "Bilan pluriannuel jusqu’en 2025", "État annuel 2025", "Communication pour le débat d’orientation budgétaire, bilan de 2025",
            "Fiche de membre 2025",
        ],
        Enum.GetValues<ReportKind>().Select(kind => kind.Title(Period.Of(2025, kind.Periodicity(), 1))));
}
