using Evaluation.Core.French;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Closing;

/// <summary>Why a period takes no values, and who can open it.</summary>
/// <param name="Code">Stable code, listed in docs/api.md.</param>
/// <param name="Message">One French sentence that says what to do.</param>
public sealed record ClosedPeriod(string Code, string Message);

/// <summary>
/// Which periods of a pooled service take no more values (docs/spec/closing.md): by deadline, by approval, with the
/// fiscal year. What is decided of a period holds for every period inside it; an opening sets all three aside.
/// </summary>
/// <param name="communityName">Whose direction can open a period.</param>
/// <param name="closesAfterDays">Days after the deadline of a period until it closes; null when deadlines close nothing.</param>
/// <param name="approvals">What was decided, by period.</param>
/// <param name="closedYears">Fiscal years whose accounts are closed.</param>
/// <param name="today">Local date in Europe/Paris.</param>
public sealed class ClosedPeriods(
    string communityName,
    int? closesAfterDays,
    IReadOnlyDictionary<Period, PeriodApproval> approvals,
    IReadOnlyDictionary<int, FiscalYearClosing> closedYears,
    DateOnly today)
{
    private readonly Dictionary<Period, ClosedPeriod?> _found = [];

    /// <summary>Why a period takes no values; null when it does.</summary>
    public ClosedPeriod? Find(Period period)
    {
        if (!_found.TryGetValue(period, out var closed))
        {
            _found[period] = closed = Judge(period);
        }

        return closed;
    }

    /// <summary>Whether a period takes values only because it was opened: who changes it then says why.</summary>
    public bool IsOpened(Period period) => HasOpening(period) && JudgeUnopened(period) is not null;

    private ClosedPeriod? Judge(Period period) => HasOpening(period) ? null : JudgeUnopened(period);

    private ClosedPeriod? JudgeUnopened(Period period)
    {
        if (closedYears.GetValueOrDefault(period.Year) is { IsClosed: true })
        {
            return new ClosedPeriod(
                "period.fiscalYearClosed",
                Typography.Fix($"L’exercice {period.Year} est clos : demandez à la direction {FrenchText.De(communityName)} d’ouvrir la période {FrenchPeriod.De(period)}."));
        }

        if (Approved(period) is { } approved)
        {
            return approved;
        }

        return closesAfterDays is { } days && period.DueOn.AddDays(days) < today
            ? new ClosedPeriod(
                "period.closed",
                Typography.Fix(
                    $"La période {FrenchPeriod.De(period)} est close depuis le {FrenchDate.InWords(period.DueOn.AddDays(days + 1))} : demandez à la direction {FrenchText.De(communityName)} de l’ouvrir."))
            : null;
    }

    private bool HasOpening(Period period) => approvals.Any(a => a.Key.Contains(period) && a.Value.OpenOn(today) is not null);

    private ClosedPeriod? Approved(Period period) =>
        approvals.Where(a => a.Key.Contains(period) && a.Value.State != ApprovalState.Draft).OrderBy(a => a.Key).FirstOrDefault()
            is { Value: { } approval, Key: var decided }
                ? new ClosedPeriod("period.approved", Typography.Fix(Approved(decided, approval.State)))
                : null;

    private string Approved(Period period, ApprovalState state) => state switch
    {
        ApprovalState.Submitted => $"La période {FrenchPeriod.De(period)} est soumise à validation : demandez au responsable du service de la renvoyer en saisie.",
        ApprovalState.Validated => $"La période {FrenchPeriod.De(period)} est validée par le service : demandez à son responsable de la renvoyer en saisie.",
        ApprovalState.Draft or ApprovalState.Accepted =>
            $"La période {FrenchPeriod.De(period)} est acceptée par {communityName} : demandez à sa direction de l’ouvrir ou de la renvoyer en saisie.",
    };
}
