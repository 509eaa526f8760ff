using Evaluation.Core.Aggregation;
using Evaluation.Core.Assessments;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Keys;
using Evaluation.Core.Money;

namespace Evaluation.Core.Reports;

/// <summary>What one criterion of the key counted for a member.</summary>
/// <param name="Kind">What it is in proportion to.</param>
/// <param name="Code">Of the indicator; null for the others.</param>
/// <param name="Observed">What was read before days and franchise.</param>
/// <param name="Units">What counts.</param>
/// <param name="TotalUnits">All members’ units.</param>
/// <param name="Weight">Part of the cost it splits, 0 to 1.</param>
/// <param name="Uses">The acts behind weighted units; empty otherwise.</param>
public sealed record CriterionTrace(
    CriterionKind Kind,
    string? Code,
    decimal Observed,
    decimal Units,
    decimal TotalUnits,
    decimal Weight,
    IReadOnlyList<WeightedUse> Uses);

/// <summary>All that is needed to compute a member’s amount again by hand.</summary>
/// <param name="Member">SIREN.</param>
/// <param name="Days">Days counted.</param>
/// <param name="Criteria">What it weighs, criterion by criterion.</param>
/// <param name="Share">Part of what is shared before limits, not rounded.</param>
/// <param name="Quota">Whole cents, remainder, rank and rounding cent; null when a limit or a price gives the amount.</param>
/// <param name="Terms">What the terms of the key changed, in order.</param>
/// <param name="Acts">Acts it pays for.</param>
/// <param name="Direct">Euros charged to it alone.</param>
/// <param name="Amount">Euros, to the cent; not rounded for one key of several, the cent is that of the year.</param>
public sealed record ShareTrace(
    Siren Member,
    int Days,
    IReadOnlyList<CriterionTrace> Criteria,
    decimal Share,
    ExactQuota? Quota,
    IReadOnlyList<AppliedTerm> Terms,
    IReadOnlyList<BilledActs> Acts,
    decimal Direct,
    decimal Amount);

/// <summary>The split of a year, or of the days of one of its keys.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Basis">From the full cost to what is shared.</param>
/// <param name="UnitCost">Euros per unit, four decimals; null when no single unit is measured.</param>
/// <param name="Shares">Member by member.</param>
/// <param name="RoundingGap">« Écart d’arrondi », euros.</param>
/// <param name="ProviderPart">Euros that no member owes.</param>
public sealed record AllocationTrace(
    DateOnly From,
    DateOnly To,
    CostBasis Basis,
    decimal? UnitCost,
    IReadOnlyList<ShareTrace> Shares,
    decimal RoundingGap,
    decimal ProviderPart);

/// <summary>Where the figures of a report come from, value by value.</summary>
/// <param name="Indicators">Followed indicators over the year and its members.</param>
/// <param name="Allocation">One entry; in a year of several keys one per key, then one for the year; empty without a split.</param>
public sealed record ReportTrace(IReadOnlyList<IndicatorTrace> Indicators, IReadOnlyList<AllocationTrace> Allocation)
{
    internal static ReportTrace Of(AnnualEvaluation evaluation)
    {
        var year = Periods.Period.OfYear(evaluation.Dossier.Year);
        return new ReportTrace(
            evaluation.Traces(),
            evaluation.Allocation.Allocation is not { } allocation ? []
                : allocation.Spans.Count == 0 ? [Of(allocation, year.Start, year.LastDay)]
                : [
                    .. allocation.Spans.Select(s => Of(s.Allocation, s.From, s.To.AddDays(-1))),
                    Of(allocation, year.Start, year.LastDay),
                ]);
    }

    private static AllocationTrace Of(Allocation allocation, DateOnly from, DateOnly to) => new(
        from,
        to,
        allocation.Basis,
        allocation.UnitCost,
        [.. allocation.Shares.Select(Of)],
        allocation.RoundingGap,
        allocation.ProviderPart);

    private static ShareTrace Of(MemberShare share) => new(
        share.Member.Siren,
        share.Days,
        [.. share.Criteria.Select(c => new CriterionTrace(
            c.Criterion.Kind, c.Criterion.Indicator, c.Observed, c.Units, c.TotalUnits, c.Weight, c.Uses))],
        share.Share,
        share.Quota,
        share.Terms,
        share.Acts,
        share.Direct,
        share.Amount);
}
