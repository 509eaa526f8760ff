using Evaluation.Core.Kinds;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Reports;

/// <summary>
/// When each kind of report falls due (docs/operations.md), local dates in Europe/Paris: a dashboard on the day after the values
/// of its period are due, what rests on the accounts of a year once they are closed, what the budget debate needs before it. The
/// yearly statement falls due twice: while the forecast cost of a unit can still be told in time, then on closed accounts.
/// </summary>
public static class ReportCalendar
{
    // Values of a month are due on the 10th of the next, those of a quarter on the 20th.
    private const int MonthlyDay = 11;
    private const int QuarterlyDay = 21;

    // Accounts of a year are closed in spring: reports reach the follow-up committees of June to September.
    private const int AccountsMonth = 6;

    // All values of a year are due by 31 January; the forecast cost of a unit is told before the budget, whose first reminder is
    // in March.
    private const int ForecastMonth = 2;

    // What members are told rests on what was transmitted of the evaluations that fell due the day before, at the earliest.
    private const int StatementDay = 2;

    // The steering committee prepares the budget of the next year in October and November: the accounts of the year before are
    // the last that are closed.
    private const int DebateMonth = 10;

    // A dashboard that is older says nothing that the next ones do not.
    private const int CaughtUp = 2;

    /// <summary>The days on which the report of a period falls due, the earliest first; at least one.</summary>
    public static IReadOnlyList<DateOnly> DueDays(ReportKind kind, Period period) => kind switch
    {
        ReportKind.Monthly => [period.End.AddDays(MonthlyDay - 1)],
        ReportKind.Quarterly => [period.End.AddDays(QuarterlyDay - 1)],
        ReportKind.Annual or ReportKind.MultiYear => [new DateOnly(period.Year + 1, AccountsMonth, 1)],
        ReportKind.AnnualStatement => [new DateOnly(period.Year + 1, ForecastMonth, 1), new DateOnly(period.Year + 1, AccountsMonth, 1)],
        ReportKind.MemberStatement => [new DateOnly(period.Year + 1, AccountsMonth, StatementDay)],
        ReportKind.BudgetDebate => [new DateOnly(period.Year + 1, DebateMonth, 1)],
    };

    /// <summary>The first day on which the report of a period falls due.</summary>
    public static DateOnly DueOn(ReportKind kind, Period period) => DueDays(kind, period)[0];

    /// <summary>Whether a report that is due on a day falls due again later: it then rests on what is forecast.</summary>
    public static bool ComesAgain(ReportKind kind, Period period, DateOnly today) => DueDays(kind, period)[^1] > today;

    /// <summary>The periods whose report is due on a day, the earliest first: the last two, so that a missed one is caught up.</summary>
    public static IReadOnlyList<Period> DueBy(ReportKind kind, DateOnly today) =>
    [
        .. Enumerable.Range(today.Year - CaughtUp - 1, CaughtUp + 2)
            .Where(year => year is >= Period.MinYear and <= Period.MaxYear)
            .SelectMany(year => Period.InYear(year, kind.Periodicity()))
            .Where(period => DueOn(kind, period) <= today)
            .TakeLast(CaughtUp),
    ];
}
