using Evaluation.Core.French;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;

namespace Evaluation.Core.Closing;

/// <summary>Why a period takes no values, and who can open it.</summary>
/// <param name="Code">Stable code, listed in docs/api.md.</param>
/// <param name="Message">One French sentence that says what to do.</param>
public sealed record ClosedPeriod(string Code, string Message)
{
    internal static ClosedPeriod Of(RefusalCode code, params ReadOnlySpan<object?> about) => new(code.Code, code.Say(about));
}

/// <summary>
/// Which periods and years of a pooled service take no more changes (docs/spec/closing.md): by deadline, by approval, with
/// the fiscal year. What is decided of a period holds for every period inside it; an opening sets all three aside. A year
/// whose amounts are settled takes none until these are opened, which sets everything aside.
/// </summary>
/// <param name="communityName">Whose direction can open a period.</param>
/// <param name="closesAfterDays">Days after the deadline of a period until it closes; null when deadlines close nothing.</param>
/// <param name="approvals">What was decided, by period.</param>
/// <param name="closedYears">Fiscal years whose accounts are closed.</param>
/// <param name="settledYears">Years of the service whose amounts are settled.</param>
/// <param name="restsOnYearBefore">Whether the amounts of a year rest on those of the year before, as under a limit on growth.</param>
/// <param name="today">Local date in Europe/Paris.</param>
public sealed class ClosedPeriods(
    string communityName,
    int? closesAfterDays,
    IReadOnlyDictionary<Period, PeriodApproval> approvals,
    IReadOnlyDictionary<int, FiscalYearClosing> closedYears,
    SettledYears settledYears,
    Func<int, bool> restsOnYearBefore,
    DateOnly today)
{
    private readonly Dictionary<Period, ClosedPeriod?> _found = [];

    /// <summary>Nothing was decided: every period takes values, every year changes.</summary>
    public static ClosedPeriods None => new(
        "", null, new Dictionary<Period, PeriodApproval>(), new Dictionary<int, FiscalYearClosing>(), SettledYears.None, _ => false, DateOnly.MinValue);

    /// <summary>The years of the service whose amounts were settled.</summary>
    public SettledYears Settled => settledYears;

    /// <summary>What was decided of a period itself.</summary>
    public PeriodApproval DecidedOf(Period period) => approvals.GetValueOrDefault(period) ?? PeriodApproval.None;

    /// <summary>The periods for which the head of the service vouches and which the community has not accepted, in order.</summary>
    public IReadOnlyList<Period> AwaitingAcceptance =>
        [.. approvals.Where(a => a.Value.State == ApprovalState.Validated).Select(a => a.Key).OrderBy(p => p.Start)];

    /// <summary>Whether a period takes values: none are asked of one that does not.</summary>
    public bool Takes(Period period) => Find(period) is null;

    /// <summary>Whether any part of a year takes values.</summary>
    public bool TakesSomeOf(int year) => Enum.GetValues<Periodicity>().Any(length => Period.InYear(year, length).Any(Takes));

    /// <summary>Why a period takes no values, and who can open it; null when it does.</summary>
    public ClosedPeriod? Find(Period period)
    {
        if (!_found.TryGetValue(period, out var closed))
        {
            _found[period] = closed = Judge(period);
        }

        return closed;
    }

    /// <summary>
    /// Why a period takes no values whatever is opened of it: the amounts of its year are settled, or the accounts of the year
    /// after take no change and rest on its own; null when an opening lets it take values.
    /// </summary>
    public ClosedPeriod? FindDespiteOpenings(Period period) =>
        settledYears.IsFrozen(period.Year, today) ? ClosedPeriod.Of(Refusals.PeriodSettled, period.Year, FrenchText.De(communityName))
        : restsOnYearBefore(period.Year + 1) && FindAccounts(period.Year + 1) is not null
            ? ClosedPeriod.Of(Refusals.PeriodYearAfter, period.Year + 1, period.Year, FrenchText.De(communityName))
        : null;

    /// <summary>
    /// The opening that lets a period take values: its own, that of a period around it or of its year, whichever lasts; null when
    /// there is none, or it lets nothing in.
    /// </summary>
    public PeriodOpening? OpeningOf(Period period) => FindDespiteOpenings(period) is null ? SetAside(period) : null;

    /// <summary>Whether a period takes values only because it was opened: who changes it then says why.</summary>
    public bool IsOpened(Period period) =>
        Find(period) is null && (settledYears.OpeningOf(period.Year, today) is not null || JudgeUnopened(period) is not null);

    /// <summary>The years whose accounts take no changes, in order.</summary>
    public IReadOnlyList<int> ClosedAccounts =>
        [.. closedYears.Keys.Union(settledYears.Years.Select(y => y.Year)).Where(y => FindAccounts(y) is not null).Order()];

    /// <summary>
    /// Why the accounts of a year (costs, calls, terms, baseline) take no changes, and who can open them; null when they do.
    /// A deadline and an approval close values, not accounts.
    /// </summary>
    public ClosedPeriod? FindAccounts(int year) =>
        settledYears.IsFrozen(year, today) ? ClosedPeriod.Of(Refusals.YearSettled, year, FrenchText.De(communityName))
        : closedYears.GetValueOrDefault(year) is { IsClosed: true } && SetAside(Period.OfYear(year)) is null
            ? ClosedPeriod.Of(Refusals.YearClosed, year, FrenchText.De(communityName))
        : null;

    private ClosedPeriod? Judge(Period period) =>
        FindDespiteOpenings(period) ?? (SetAside(period) is null ? JudgeUnopened(period) : null);

    private PeriodOpening? SetAside(Period period) => approvals.Where(a => a.Key.Contains(period)).Select(a => a.Value.OpenOn(today))
        .Append(settledYears.OpeningOf(period.Year, today)).OfType<PeriodOpening>().MaxBy(o => o.Until);

    private ClosedPeriod? JudgeUnopened(Period period)
    {
        if (closedYears.GetValueOrDefault(period.Year) is { IsClosed: true })
        {
            return ClosedPeriod.Of(Refusals.PeriodFiscalYearClosed, period.Year, FrenchText.De(communityName), FrenchPeriod.De(period));
        }

        if (Approved(period) is { } approved)
        {
            return approved;
        }

        return closesAfterDays is { } days && period.DueOn.AddDays(days) < today
            ? ClosedPeriod.Of(
                Refusals.PeriodClosed, FrenchPeriod.De(period), FrenchDate.InWords(period.DueOn.AddDays(days + 1)), FrenchText.De(communityName))
            : null;
    }

    private ClosedPeriod? Approved(Period period) =>
        approvals.Where(a => a.Key.Contains(period) && a.Value.State != ApprovalState.Draft).OrderBy(a => a.Key).FirstOrDefault()
            is { Value: { } approval, Key: var decided }
                ? ClosedPeriod.Of(Refusals.PeriodApproved, FrenchPeriod.De(decided), Approved(approval.State))
                : null;

    private string Approved(ApprovalState state) => state switch
    {
        ApprovalState.Submitted => "soumise à validation : demandez au responsable du service de la renvoyer en saisie",
        ApprovalState.Validated => "validée par le service : demandez à son responsable de la renvoyer en saisie",
        ApprovalState.Draft or ApprovalState.Accepted =>
            $"acceptée par {communityName} : demandez à sa direction de l’ouvrir ou de la renvoyer en saisie",
    };
}
