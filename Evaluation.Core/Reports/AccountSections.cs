using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Reports;

/// <summary>Writes what each member is told, from the very tables of the report.</summary>
internal static class AccountSections
{
    private const int Cents = 2;
    private const int UnitDecimals = 4;

    /// <summary>The accounts of the members of the year, and of those of the year before that owed something.</summary>
    /// <param name="report">Whose tables say who owes what.</param>
    /// <param name="evaluation">What they were written from.</param>
    public static AccountSection Of(AnnualReport report, AnnualEvaluation evaluation)
    {
        var (split, dossier) = (report.Split, evaluation.Dossier);
        var members = evaluation.Perimeter.Participants.Select(p => ReportMember.Of(p.Member))
            .Concat(split.Rows.Select(r => r.Member))
            .DistinctBy(m => m.Siren)
            .OrderBy(m => m.InseeCode ?? m.Siren, StringComparer.Ordinal);
        var expected = Expected(dossier);
        return new AccountSection(
            split.Obstacle,
            split.Explanation,
            split.IsProvisional,
            Figure.Of(evaluation.Costs?.Full, Cents),
            dossier.ConventionOf(dossier.Year) is { } convention ? ReportText.Prose(SettlementWords.Of(convention.Settlement)) : null,
            report.Savings is { Total: null } ? [Typography.Fix(SavingsWords.ObstacleToMember(evaluation))] : [],
            [.. members.Select(member => Account(member, report, evaluation, expected))])
        {
            PreviousCost = Figure.Of(evaluation.PreviousAllocation.Allocation?.Basis.Full, Cents),
        };
    }

    private static MemberAccount Account(
        ReportMember member, AnnualReport report, AnnualEvaluation evaluation, IReadOnlyList<ExpectedValues> expected)
    {
        var (split, dossier, allocation) = (report.Split, evaluation.Dossier, evaluation.Allocation.Allocation);
        var siren = Siren.Parse(member.Siren);
        var row = split.Rows.FirstOrDefault(r => r.Member.Siren == member.Siren);
        var share = allocation?.Shares.FirstOrDefault(s => s.Member.Siren == siren);
        var due = dossier.Community.Members.Any(m => m.Siren == siren) ? Due(siren, dossier, expected) : [];
        return new MemberAccount(
            member,
            row?.IsPartial ?? evaluation.Perimeter.Participants.Any(p => p.Member.Siren == siren && p.Days < evaluation.Perimeter.DaysInYear),
            share is null || split.Spans.Count > 0 ? [] : Units(split, share),
            row?.Share ?? Unsplit(dossier),
            row?.Amount ?? Unsplit(dossier),
            row?.Previous ?? (SplitSections.SharedBefore(dossier, siren) ? Figure.NotTransmitted : Figure.NotApplicable),
            row?.Change ?? Figure.NotApplicable,
            share is null ? [] : SplitSentence.All(allocation!, share.Member.Siren, dossier.Catalogue),
            share is null || dossier.CostsOf(dossier.Year) is not { } costs ? [] : AmountNatures.Of(allocation!, share, costs),
            split.Settlement is { } settlement ? Calls(settlement, member, siren, dossier) : null,
            report.Savings?.Rows.FirstOrDefault(r => r.Member?.Siren == member.Siren) is { } alone ? Alone(alone) : null,
            due.Count,
            Missing(due));
    }

    // A service that shares no cost has no amount to tell; one that does has not told it.
    private static Figure Unsplit(Dossier dossier) =>
        dossier.Mutualisation.LegalFormIn(dossier.Year).SharesCosts() ? Figure.NotTransmitted : Figure.NotApplicable;

    // As the amount is computed, so that it can be found again: the table of the report shows inhabitants whole.
    private static IReadOnlyList<AccountUnits> Units(SplitSection split, MemberShare share) =>
    [
        .. split.Criteria.Zip(share.Criteria)
            .Where(c => c.Second.Weight > 0)
            .Select(c => new AccountUnits(
                c.First.Label,
                c.First.Code,
                Figure.Of(c.Second.Weight * 100, Cents).Value!.Value,
                Figure.Of(c.Second.Units, UnitDecimals),
                Figure.Of(c.Second.TotalUnits, UnitDecimals))),
    ];

    // Whoever has neither a share nor a call was called for nothing and owes nothing.
    private static AccountCalls? Calls(SettlementSection settlement, ReportMember member, Siren siren, Dossier dossier) =>
        settlement.Rows.FirstOrDefault(r => r.Member?.Siren == member.Siren) is { } row
            ? new AccountCalls(
                row.Provisional,
                row.Regularised,
                Figure.Of(row.Provisional.Value + row.Regularised.Value, Cents),
                row.Balance,
                row.Word)
            {
                Imputed = row.Imputed,
                Carried = Carried(row.Carried, [.. (settlement.Carried ?? []).Where(c => c.Member.Siren == member.Siren).Select(c => c.Year).Distinct()]),
                Onward = Carried(
                    row.Onward,
                    [.. dossier.Settled.OnwardFrom(dossier.Year).Where(o => o.Payer == siren).Select(o => o.To).Distinct().Order()]),
            }
            : null;

    private static AccountCarried? Carried(Figure? amount, IReadOnlyList<int> years) =>
        amount is { Value: not null and not 0 } carried ? new AccountCarried(years, carried) : null;

    private static AccountAlone Alone(SavingsRow row) =>
        new(row.Reference, row.OwnSpending, row.Paid, row.Received, row.NetCost, row.Saving);

    // What every member sends and is late with, once for all of them.
    private static List<ExpectedValues> Expected(Dossier dossier) =>
    [
        .. from definition in dossier.Mutualisation.Expected(dossier.Catalogue, Period.OfYear(dossier.Year))
           where definition.Level == IndicatorLevel.Member
           select new ExpectedValues(
               definition,
               [.. Period.InYear(dossier.Year, definition.Periodicity).Where(period => period.DueOn < dossier.AsOf)]),
    ];

    private static List<(IndicatorDefinition Definition, Period Period, bool Came)> Due(
        Siren member, Dossier dossier, IReadOnlyList<ExpectedValues> expected)
    {
        var active = dossier.Mutualisation.ActiveMonths(member, dossier.Year);
        return
        [
            .. from values in expected
               let came = dossier.Values.Year(values.Definition, member, dossier.Year)
               from period in values.Periods
               where active.Meets(MonthSet.Of(period.Periodicity, period.Index))
               select (values.Definition, period, came.Length > 0 && came[period.Index - 1] is not null),
        ];
    }

    private static IReadOnlyList<AccountMissing> Missing(List<(IndicatorDefinition Definition, Period Period, bool Came)> due) =>
    [
        .. due.Where(d => !d.Came).GroupBy(d => d.Definition.Code, StringComparer.Ordinal).Select(ofIndicator => new AccountMissing(
            ofIndicator.Key,
            ReportText.Prose(ofIndicator.First().Definition.Label),
            [.. ofIndicator.Select(d => d.Period.ToString())],
            string.Join(", ", ofIndicator.Select(d => FrenchPeriod.InItsYear(d.Period))))),
    ];

    private readonly record struct ExpectedValues(IndicatorDefinition Definition, IReadOnlyList<Period> Periods);
}
