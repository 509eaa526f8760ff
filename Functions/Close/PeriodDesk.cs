using Evaluation.Core.Closing;
using Evaluation.Core.Communities;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;
using Evaluation.Functions.Callers;
using Evaluation.Functions.Refusing;
using Evaluation.Functions.Store;
using Evaluation.Functions.Telemetry;
using Evaluation.Functions.Time;

namespace Evaluation.Functions.Close;

/// <summary>Where the periods of a service stand, and what is decided of them, whether asked by the API or by a page.</summary>
internal sealed class PeriodDesk(ClosingStore closings, TimeProvider clock)
{
    /// <summary>Today, in Europe/Paris.</summary>
    public DateOnly Today => ParisTime.DateOf(clock.GetUtcNow());

    /// <summary>The periods of a year for which the service owes values, and the year itself; by length, then in order.</summary>
    public async Task<IReadOnlyList<PeriodStanding>> OfYearAsync(
        Community community, Mutualisation mutualisation, int year, CancellationToken cancellationToken)
    {
        var lengths = mutualisation.Expected(Catalogue.Standard).Select(d => d.Periodicity).Append(Periodicity.Annual).Distinct().Order();
        return await OfAsync(community, mutualisation, lengths.SelectMany(length => Period.InYear(year, length)), cancellationToken);
    }

    /// <summary>One period.</summary>
    public async Task<PeriodStanding> OfAsync(
        Community community, Mutualisation mutualisation, Period period, CancellationToken cancellationToken) =>
        (await OfAsync(community, mutualisation, [period], cancellationToken))[0];

    /// <summary>Takes a step of the approval of a period.</summary>
    /// <exception cref="RefusalException">
    /// 422 when the step or its reason is not valid or the period has not begun, 403 when it is the direction's, 409 when
    /// it does not follow.
    /// </exception>
    public async Task ApproveAsync(
        Caller caller,
        Community community,
        Mutualisation mutualisation,
        Period period,
        ApprovalRequest request,
        CancellationToken cancellationToken)
    {
        using var work = Signals.Begin("close");
        var step = ClosingTerms.StepOf(request);
        if (IsEarly(period, step, Today))
        {
            throw Refusals.PeriodFuture.Refused(FrenchPeriod.De(period));
        }

        var reason = ClosingTerms.ReasonOf(request.Reason, step == ApprovalStep.Return);
        var taken = new ApprovalTaken(step, clock.GetUtcNow(), caller.Name, reason);
        await closings.DecideAsync(
            community.Siren, mutualisation.Id, period, before => After(before, taken, caller, community, mutualisation), cancellationToken);
        work.Done();
    }

    /// <summary>Opens a period until a day.</summary>
    /// <exception cref="RefusalException">
    /// 422 when the day or the reason is not valid or the period has not begun, 409 when the period takes no values whatever is opened of it: the amounts of
    /// its year or the year after are opened.
    /// </exception>
    public async Task OpenAsync(
        Caller caller,
        Community community,
        Mutualisation mutualisation,
        Period period,
        OpeningRequest request,
        CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (period.Start > ParisTime.DateOf(now))
        {
            throw Refusals.PeriodFuture.Refused(FrenchPeriod.De(period));
        }

        var opening = new PeriodOpening(
            caller.Name,
            now,
            ClosingTerms.UntilOf(request.Until, ParisTime.DateOf(now)),
            ClosingTerms.ReasonOf(request.Reason, required: true)!);
        if ((await OfAsync(community, mutualisation, period, cancellationToken)) is { IsOpenable: false, Closed: { } why })
        {
            throw ClosedAccounts.Refusal(why);
        }

        await closings.DecideAsync(community.Siren, mutualisation.Id, period, before => before.Open(opening), cancellationToken);
    }

    /// <summary>Whether a caller may take a step from a state. What the community has accepted is its direction's to give and to take back.</summary>
    public static bool May(Caller caller, Community community, Mutualisation mutualisation, ApprovalStep step, ApprovalState before)
    {
        var isDirections = step == ApprovalStep.Accept || (step == ApprovalStep.Return && before == ApprovalState.Accepted);
        return caller.May(isDirections ? Right.Direct : Right.Approve, community.Siren, mutualisation);
    }

    /// <summary>Whether a step comes before there is anything to decide of: a period that has not begun only goes back.</summary>
    public static bool IsEarly(Period period, ApprovalStep step, DateOnly today) =>
        step != ApprovalStep.Return && period.Start > today;

    private static PeriodApproval After(
        PeriodApproval before, ApprovalTaken taken, Caller caller, Community community, Mutualisation mutualisation)
    {
        if (!May(caller, community, mutualisation, taken.Step, before.State))
        {
            throw EdgeRefusals.ApprovalDirection.Refused(FrenchText.De(community.Name));
        }

        return before.Take(taken) ?? throw EdgeRefusals.ApprovalOrder.Refused(ApprovalWords.State(before.State));
    }

    private async Task<IReadOnlyList<PeriodStanding>> OfAsync(
        Community community, Mutualisation mutualisation, IEnumerable<Period> periods, CancellationToken cancellationToken)
    {
        var closed = await closings.ClosedAsync(community, mutualisation, Today, cancellationToken);
        return
        [
            .. periods.Select(period => new PeriodStanding(
                period,
                closed.DecidedOf(period),
                closed.Find(period),
                closed.OpeningOf(period),
                closed.FindDespiteOpenings(period) is null)),
        ];
    }
}
