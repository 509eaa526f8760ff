using Evaluation.Core.Closing;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;
using Evaluation.Core.Problems;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Close;

/// <summary>The periods of a year for which a service owes values, and where each stands.</summary>
internal static class PeriodStates
{
    public static async Task<IReadOnlyList<PeriodEntry>> OfYearAsync(
        Community community, Mutualisation mutualisation, int year, DateOnly today, ClosingStore closings, CancellationToken cancellationToken)
    {
        var approvals = await closings.ApprovalsAsync(community.Siren, mutualisation.Id, cancellationToken);
        var years = await closings.YearsAsync(community.Siren, cancellationToken);
        var closed = new ClosedPeriods(community.Name, mutualisation.ClosesAfterDays, approvals, years, today);
        var lengths = mutualisation.Expected(Catalogue.Standard).Select(d => d.Periodicity).Append(Periodicity.Annual).Distinct().Order();
        return
        [
            .. lengths.SelectMany(length => Period.InYear(year, length)).Select(period =>
            {
                var decided = approvals.GetValueOrDefault(period) ?? PeriodApproval.None;
                return new PeriodEntry(
                    period.ToString(), period.DueOn, DomainCode.Of(decided.State), closed.Find(period), decided.OpenOn(today)?.Until);
            }),
        ];
    }

    /// <summary>The state of a period, in French.</summary>
    public static string Label(ApprovalState state) => state switch
    {
        ApprovalState.Draft => "en saisie",
        ApprovalState.Submitted => "soumise à validation",
        ApprovalState.Validated => "validée par le service",
        _ => "acceptée par la communauté",
    };
}
