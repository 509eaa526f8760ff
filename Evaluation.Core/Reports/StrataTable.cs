using Evaluation.Core.Assessments;
using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;

namespace Evaluation.Core.Reports;

/// <summary>Counts members by size: who uses the service, and for how much.</summary>
internal static class StrataTable
{
    private const decimal Thousand = 1000;

    public static Strata Of(AnnualEvaluation evaluation, IReadOnlyList<IndicatorLine> lines)
    {
        var unit = UnitOf(evaluation, lines);
        var amounts = evaluation.Allocation.Allocation?.Shares.ToDictionary(s => s.Member.Siren, s => s.Amount);
        var units = unit?.Members.ToDictionary(m => m.Member.Siren, m => m.WholeValue, StringComparer.Ordinal);
        var members = evaluation.Perimeter.Participants.Select(p => new Counted(
            p.Member,
            p.Population,
            (decimal?)p.Population * p.Days / evaluation.Perimeter.DaysInYear,
            units?.GetValueOrDefault(p.Member.Siren.ToString()),
            amounts?.GetValueOrDefault(p.Member.Siren))).ToList();
        var centre = members.Where(m => m.Member.IsVilleCentre).ToList();
        var apart = members.Except(centre).ToList();
        var rows = new List<Stratum>();
        foreach (var stratum in PopulationStratum.All)
        {
            var label = ReportText.Prose(stratum.Label) + (stratum.Below is null && centre.Count > 0 ? ", hors ville-centre" : "");
            Add(rows, label, [.. apart.Where(m => m.Population is { } p && stratum.Holds(p))], unit);
        }

        Add(rows, centre.Count == 1 ? $"{ReportText.Name(centre[0].Member.Name)} (ville-centre)" : "Villes-centres", centre, unit);
        Add(rows, "Membres sans population connue", [.. apart.Where(m => m.Population is null)], unit);
        return new Strata(
            unit?.Label, unit?.Code, unit?.Decimals ?? 0, amounts is not null, rows, Row("Ensemble", members, unit));
    }

    /// <summary>The unit of functioning, counted member by member; null when it is not followed.</summary>
    public static IndicatorLine? UnitOf(AnnualEvaluation evaluation, IReadOnlyList<IndicatorLine> lines) =>
        FigureRules.UnitOf([.. lines.Where(IsCounted)], evaluation.Dossier);

    private static bool IsCounted(IndicatorLine line) =>
        line.Members.Count > 0 && line.Aggregation is (AggregationRule.Sum or AggregationRule.Last);

    private static void Add(List<Stratum> rows, string label, List<Counted> members, IndicatorLine? unit)
    {
        if (members.Count > 0)
        {
            rows.Add(Row(label, members, unit));
        }
    }

    private static Stratum Row(string label, List<Counted> members, IndicatorLine? unit)
    {
        var population = members.Any(m => m.Population is not null) ? members.Sum(m => m.Population ?? 0) : (int?)null;
        var byDays = population is null ? null : members.Sum(m => m.ByDays);
        var units = Total(members, m => m.Units);
        var amount = Total(members, m => m.Amount);
        return new Stratum(
            label,
            members.Count,
            Figure.Of(population, 0),
            Figure.Of(units, unit?.Decimals ?? 0),
            Per(units * Thousand, byDays, 1),
            amount is null ? Figure.NotApplicable : Figure.Of(amount, 2),
            Per(amount, byDays, 2));
    }

    // A total with a hole in it would look like a small total.
    private static decimal? Total(List<Counted> members, Func<Counted, decimal?> of) =>
        members.TrueForAll(m => of(m) is not null) ? members.Sum(of) : null;

    private static Figure Per(decimal? value, decimal? population, int decimals) => population is null or 0
        ? Figure.NotApplicable
        : Figure.Of(value / population, decimals);

    // What a member of a part of the year uses and owes is that of its days: so are its inhabitants.
    private sealed record Counted(Member Member, int? Population, decimal? ByDays, decimal? Units, decimal? Amount);
}
