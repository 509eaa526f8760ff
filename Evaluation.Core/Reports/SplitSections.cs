using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Keys;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Reports;

/// <summary>Writes the split among members.</summary>
internal static class SplitSections
{
    private const int Cents = 2;
    private const int UnitCostDecimals = 4;

    public static SplitSection Of(AnnualEvaluation evaluation)
    {
        if (evaluation.Allocation.Allocation is not { } allocation)
        {
            return new SplitSection(
                SplitWords.Obstacle(evaluation), null, [], null, false, false, Figure.NotApplicable, [], [], null, null);
        }

        var before = evaluation.PreviousAllocation.Allocation;
        var hasPrevious = before is not null;
        IReadOnlyList<SplitCriterion> criteria =
            [.. allocation.Key.Criteria.Select((c, i) => Criterion(evaluation, allocation, c, i))];
        return new SplitSection(
            null,
            SplitWords.Explanation(allocation, evaluation.Dossier.Catalogue),
            SplitWords.Notes(evaluation, allocation),
            allocation.Key.Method,
            evaluation.Costs?.IsProvisional ?? false,
            hasPrevious,
            allocation.UnitCost is { } unitCost ? Figure.Of(unitCost, UnitCostDecimals) : Figure.NotApplicable,
            criteria,
            Rows(evaluation, allocation, before, criteria),
            Gap(allocation, before),
            new SplitSum(Money(before?.Total), Money(allocation.Total), Money(allocation.Total - before?.Total)))
        {
            ProviderPart = Kept(allocation, before),
            Owed = Gap(allocation, before) is null && Kept(allocation, before) is null ? null : Owed(allocation, before),
            ShareBasis = SplitShares.Basis(allocation),
            ShareTotal = SplitShares.Total(allocation),
            HasDirect = allocation.Shares.Any(s => s.DirectCharges.Count > 0),
            Spans = SplitDetails.Spans(evaluation, allocation),
            Worked = SplitDetails.Worked(evaluation, allocation),
            Settlement = SettlementSections.Of(evaluation),
            Statement = StatementSections.Of(evaluation),
        };
    }

    private static SplitCriterion Criterion(
        AnnualEvaluation evaluation, Allocation allocation, KeyCriterion criterion, int index)
    {
        var definition = evaluation.Dossier.Catalogue.Find(criterion.Indicator);
        var decimals = definition?.Decimals ?? SplitKeys.Decimals(criterion);
        return new SplitCriterion(
            SplitKeys.Column(criterion, definition),
            definition?.Code,
            Figure.Of(criterion.Weight * 100, Cents).Value!.Value,
            decimals,
            Figure.Of(allocation.Shares.Sum(s => Units(s, index)), decimals));
    }

    // Members of the year before only keep their row, so that both columns add up to their total.
    private static List<SplitRow> Rows(
        AnnualEvaluation evaluation, Allocation allocation, Allocation? before, IReadOnlyList<SplitCriterion> criteria)
    {
        var previous = before?.Shares.ToDictionary(s => s.Member.Siren, s => s.Amount) ?? [];
        var rows = allocation.Shares.Select(share => (share.Member, Row: Row(share, evaluation, previous, before, criteria)));
        var gone = (before?.Shares ?? [])
            .Where(s => allocation.Shares.All(now => now.Member.Siren != s.Member.Siren))
            .Select(s => (s.Member, Row: Gone(s, criteria.Count)));
        return [.. rows.Concat(gone).OrderBy(r => r.Member.SortKey, StringComparer.Ordinal).Select(r => r.Row)];
    }

    private static SplitRow Row(
        MemberShare share,
        AnnualEvaluation evaluation,
        Dictionary<Siren, decimal> previous,
        Allocation? before,
        IReadOnlyList<SplitCriterion> criteria)
    {
        // Who joins owed nothing: its difference is all of its amount, so that the column adds up to its total.
        var known = previous.TryGetValue(share.Member.Siren, out var amount);
        return new SplitRow(
            ReportMember.Of(share.Member),
            share.Days,
            share.Days < evaluation.Perimeter.DaysInYear,
            [.. criteria.Select((c, i) => Figure.Of(Units(share, i), c.Decimals))],
            SplitShares.Of(share),
            known ? Money(amount) : before is null && SharedBefore(evaluation.Dossier, share.Member.Siren) ? Figure.NotTransmitted : Figure.NotApplicable,
            Money(share.Amount),
            before is null ? Figure.NotApplicable : Money(share.Amount - amount))
        {
            Direct = share.DirectCharges.Count == 0 ? Figure.NotApplicable : Money(share.Direct),
        };
    }

    /// <summary>Whether a member took part, the year before, in a service that shared its cost then.</summary>
    internal static bool SharedBefore(Dossier dossier, Siren member) =>
        dossier.Mutualisation.WhyNotEvaluated(dossier.Year - 1) is null
        && dossier.Mutualisation.DaysIn(member, Period.OfYear(dossier.Year - 1)) > 0
        && dossier.Mutualisation.LegalFormIn(dossier.Year - 1).SharesCosts();

    // Inhabitants, days and states are shown whole, as they can be checked; a note gives the count that the days leave.
    private static decimal Units(MemberShare share, int index) =>
        share.Criteria[index] is { Criterion.GoesByDays: true } byDays ? byDays.Observed : share.Criteria[index].Units;

    private static SplitRow Gone(MemberShare share, int criteria) => new(
        ReportMember.Of(share.Member),
        0,
        true,
        [.. Enumerable.Repeat(Figure.NotApplicable, criteria)],
        Figure.NotApplicable,
        Money(share.Amount),
        Figure.NotApplicable,
        Money(-share.Amount));

    private static SplitSum? Gap(Allocation allocation, Allocation? before) =>
        allocation.Key.Method == AllocationMethod.UnitPrice || allocation.RoundingGap != 0
            ? new SplitSum(
                Money(before?.RoundingGap), Money(allocation.RoundingGap), Money(allocation.RoundingGap - before?.RoundingGap))
            : null;

    private static SplitSum? Kept(Allocation allocation, Allocation? before) =>
        allocation.ProviderPart == 0 && before is not { ProviderPart: not 0 }
            ? null
            : new SplitSum(
                Money(before?.ProviderPart), Money(allocation.ProviderPart), Money(allocation.ProviderPart - before?.ProviderPart));

    private static SplitSum Owed(Allocation allocation, Allocation? before)
    {
        var (now, then) = (allocation.Shares.Sum(s => s.Amount), before?.Shares.Sum(s => s.Amount));
        return new SplitSum(Money(then), Money(now), Money(now - then));
    }

    private static Figure Money(decimal? euros) => euros is null ? Figure.NotTransmitted : Figure.Of(euros, Cents);
}
