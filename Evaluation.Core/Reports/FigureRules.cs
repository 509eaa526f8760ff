using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Indicators;
using Evaluation.Core.Keys;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Reports;

/// <summary>Which charts a report shows, the same rule for every kind of service.</summary>
/// <remarks>
/// Activity over time: the first followed indicator that adds up and is collected most often. Quality over time: the
/// first rate in percent with a target, else the first ratio, else the first indicator with one. Activity by member: the unit of the key, else the
/// usual unit of the service type, else the first indicator that adds up. Quality by member: the first ratio or mean
/// with a target. By member and month: what is drawn by member, else over time, where members send it every month.
/// What has no value, or a single period or member, is not drawn.
/// </remarks>
internal static class FigureRules
{
    public static IndicatorLine? Activity(IReadOnlyList<IndicatorLine> lines) =>
        OverTime(lines.Where(l => l.Aggregation == AggregationRule.Sum)) ?? OverTime(lines);

    public static IndicatorLine? Quality(IReadOnlyList<IndicatorLine> lines) =>
        OverTime(lines.Where(l => l is { Target: not null, Aggregation: AggregationRule.Ratio, Unit: "%" }))
        ?? OverTime(lines.Where(l => l is { Target: not null, Aggregation: AggregationRule.Ratio }))
        ?? OverTime(lines.Where(l => l is { Target: not null }))
        ?? OverTime(lines);

    public static IndicatorLine? ActivityByMember(IReadOnlyList<IndicatorLine> lines, Dossier dossier)
    {
        var drawn = lines.Where(IsByMember).ToList();
        return UnitOf(drawn, dossier)
            ?? drawn.Find(l => l.Aggregation is AggregationRule.Sum or AggregationRule.Last)
            ?? drawn.FirstOrDefault();
    }

    public static IndicatorLine? QualityByMember(IReadOnlyList<IndicatorLine> lines)
    {
        var drawn = lines.Where(IsByMember).ToList();
        return drawn.Find(MembersFigure.HasMemberTarget) ?? drawn.FirstOrDefault();
    }

    public static IndicatorLine? ByMonth(IndicatorLine? byMember, IndicatorLine? course) =>
        new[] { byMember, course }.FirstOrDefault(l => l is { Periodicity: Periodicity.Monthly } && IsByMember(l));

    /// <summary>The unit of functioning among the lines; null when it is not followed.</summary>
    public static IndicatorLine? UnitOf(IReadOnlyList<IndicatorLine> lines, Dossier dossier)
    {
        var ofKey = dossier.ConventionOf(dossier.Year)?.Allocation?.Criteria
            .FirstOrDefault(c => c.Kind == CriterionKind.Indicator)?.Indicator;
        return lines.FirstOrDefault(l => l.Code == ofKey)
            ?? lines.FirstOrDefault(l => l.Code == dossier.Mutualisation.ServiceType.DefaultUnit);
    }

    private static IndicatorLine? OverTime(IEnumerable<IndicatorLine> lines) => lines
        .Where(l => l.Periodicity != Periodicity.Annual && l.Series.Any(p => p.Value.Value is not null))
        .OrderBy(l => l.Periodicity)
        .FirstOrDefault();

    private static bool IsByMember(IndicatorLine line) =>
        line.Members.Count > 1 && line.Members.Any(m => m.Value.Value is not null);
}
