using Evaluation.Core.Assessments;
using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Reports;

/// <summary>A use of the service, as the yearly statement lists it.</summary>
/// <param name="Period">Canonical: <c>2025-03</c>.</param>
/// <param name="Code">What was counted.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Units">Quantity × weight.</param>
public sealed record StatementUse(string Period, string Code, decimal Quantity, decimal Units);

/// <summary>The uses of a member over the year.</summary>
/// <param name="Member">Who.</param>
/// <param name="Cells">Units, in the order of the columns.</param>
/// <param name="Total">Units of the year.</param>
/// <param name="Uses">By period, then code.</param>
public sealed record StatementRow(
    ReportMember Member, IReadOnlyList<Figure> Cells, Figure Total, IReadOnlyList<StatementUse> Uses)
{
    /// <summary>What it says of its units, by period; null when no member of the service said anything.</summary>
    public IReadOnlyList<StatementAnswer>? Answers { get; init; }
}

/// <summary>The yearly statement of uses in units (état annuel, CGCT D5211-16).</summary>
/// <param name="Columns">Names of what is counted, with their codes; quarters when a single thing is.</param>
/// <param name="Decimals">Decimals of units.</param>
/// <param name="UnitCost">Euros per unit, four decimals; not applicable when no single unit is measured.</param>
/// <param name="Rows">Members of the year, by Insee code.</param>
public sealed record StatementSection(
    IReadOnlyList<string> Columns, int Decimals, Figure UnitCost, IReadOnlyList<StatementRow> Rows)
{
    /// <summary>What the unit cost is: that of a unit, or of one once something was taken off the cost.</summary>
    public required string UnitCostName { get; init; }

    /// <summary>What members say of their units, in words; null when nobody said anything.</summary>
    public IReadOnlyList<string>? Answered { get; init; }
}

/// <summary>Writes the yearly statement.</summary>
internal static class StatementSections
{
    private const int MonthsOfQuarter = 3;
    private const int UnitDecimals = 2;

    /// <summary>The statement; null when no cost is shared or its key measures nothing.</summary>
    public static StatementSection? Of(AnnualEvaluation evaluation)
    {
        var dossier = evaluation.Dossier;
        if (evaluation.Statement() is not { } statement)
        {
            return null;
        }

        var codes = statement.Members.SelectMany(m => m.Uses).Select(u => u.Indicator).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (codes.Count == 0)
        {
            return null;
        }

        var isSingle = codes.Count == 1 && dossier.Catalogue[codes[0]].Periodicity <= Periodicity.Quarterly;
        IReadOnlyList<string> columns = isSingle
            ? [.. Period.InYear(dossier.Year, Periodicity.Quarterly).Select(p => FrenchPeriod.InItsYear(p))]
            : [.. codes.Select(code => ReportText.Prose($"{dossier.Catalogue[code].Label} ({code})"))];
        var answers = StatementAnswers.Of(evaluation);
        var decimals = codes.Count == 1 ? dossier.Catalogue[codes[0]].Decimals : UnitDecimals;
        return new StatementSection(
            columns,
            decimals,
            statement.UnitCost is { } cost ? Figure.Of(cost, 4) : Figure.NotApplicable,
            [
                .. statement.Members
                    .Where(m => m.Share is not null)
                    .OrderBy(m => m.Share!.Member.SortKey, StringComparer.Ordinal)
                    .Select(m => Row(m.Share!.Member, [.. m.Uses])),
            ])
        {
            Answered = answers?.Sentences,
            UnitCostName = SplitWords.UnitCostName(evaluation.Allocation.Allocation!),
        };

        StatementRow Row(Communities.Member member, List<Use> used) => new(
            ReportMember.Of(member),
            [.. columns.Select((_, i) => Sum(used.FindAll(u => (isSingle ? Quarter(u) : codes.IndexOf(u.Indicator)) == i), decimals))],
            Sum(used, decimals),
            [.. used.Select(u => new StatementUse(u.Period.ToString(), u.Indicator, u.Quantity, u.Units))])
        {
            Answers = answers?.OfMember(ReportMember.Of(member)),
        };
    }

    private static int Quarter(Use use) => (use.Period.Start.Month - 1) / MonthsOfQuarter;

    private static Figure Sum(List<Use> uses, int decimals) =>
        uses.Count == 0 ? Figure.NotApplicable : Figure.Of(uses.Sum(u => u.Units), decimals);
}
