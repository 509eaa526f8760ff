using Evaluation.Core.Assessments;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;

namespace Evaluation.Core.Reports;

/// <summary>Writes the split among members.</summary>
internal static class SplitSections
{
    private const int Cents = 2;
    private const int ShareDecimals = 4;

    public static SplitSection Of(AnnualEvaluation evaluation)
    {
        if (evaluation.Allocation.Allocation is not { } allocation)
        {
            return new SplitSection(
                SplitWords.Obstacle(evaluation), null, [], null, false, false, Figure.NotApplicable, [], [], null, null);
        }

        var before = evaluation.PreviousAllocation.Allocation;
        var hasPrevious = before is not null;
        return new SplitSection(
            null,
            SplitWords.Explanation(allocation, evaluation.Dossier.Catalogue),
            SplitWords.Notes(evaluation, allocation),
            allocation.Key.Method,
            evaluation.Costs?.IsProvisional ?? false,
            hasPrevious,
            allocation.UnitCost is { } unitCost ? Figure.Of(unitCost, ShareDecimals) : Figure.NotApplicable,
            [.. allocation.Shares[0].Criteria.Select((c, i) => Criterion(evaluation, allocation, c, i))],
            Rows(evaluation, allocation, before),
            Gap(allocation, before),
            new SplitSum(Money(before?.Total), Money(allocation.Total), Money(allocation.Total - before?.Total)));
    }

    private static SplitCriterion Criterion(
        AnnualEvaluation evaluation, Allocation allocation, CriterionUnits units, int index)
    {
        var definition = evaluation.Dossier.Catalogue.Find(units.Criterion.Indicator);
        var decimals = definition?.Decimals
            ?? (allocation.Shares.All(s => decimal.Truncate(s.Criteria[index].Units) == s.Criteria[index].Units) ? 0 : Cents);
        return new SplitCriterion(
            SplitWords.Column(units.Criterion, definition, decimals > 0),
            definition?.Code,
            Figure.Of(units.Criterion.Weight * 100, Cents).Value!.Value,
            decimals,
            Figure.Of(units.TotalUnits, decimals));
    }

    // Members of the year before only keep their row, so that both columns add up to their total.
    private static List<SplitRow> Rows(AnnualEvaluation evaluation, Allocation allocation, Allocation? before)
    {
        var previous = before?.Shares.ToDictionary(s => s.Member.Siren, s => s.Amount) ?? [];
        var decimals = allocation.Shares[0].Criteria.Select((c, i) => Criterion(evaluation, allocation, c, i).Decimals).ToList();
        var rows = allocation.Shares.Select(share => (share.Member, Row: Row(share, evaluation, previous, before, decimals)));
        var gone = (before?.Shares ?? [])
            .Where(s => allocation.Shares.All(now => now.Member.Siren != s.Member.Siren))
            .Select(s => (s.Member, Row: Gone(s, decimals.Count)));
        return [.. rows.Concat(gone).OrderBy(r => r.Member.SortKey, StringComparer.Ordinal).Select(r => r.Row)];
    }

    private static SplitRow Row(
        MemberShare share,
        AnnualEvaluation evaluation,
        Dictionary<Siren, decimal> previous,
        Allocation? before,
        List<int> decimals)
    {
        var known = previous.TryGetValue(share.Member.Siren, out var amount);
        return new SplitRow(
            ReportMember.Of(share.Member),
            share.Days,
            share.Days < evaluation.Perimeter.DaysInYear,
            [.. share.Criteria.Select((c, i) => Figure.Of(c.Units, decimals[i]))],
            Figure.Of(share.Share * 100, ShareDecimals),
            known ? Money(amount) : before is null ? Figure.NotTransmitted : Figure.NotApplicable,
            Money(share.Amount),
            known ? Money(share.Amount - amount) : Figure.NotApplicable);
    }

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
        allocation.Key.Method == AllocationMethod.Split
            ? null
            : new SplitSum(
                Money(before?.RoundingGap), Money(allocation.RoundingGap), Money(allocation.RoundingGap - before?.RoundingGap));

    private static Figure Money(decimal? euros) => euros is null ? Figure.NotTransmitted : Figure.Of(euros, Cents);
}
