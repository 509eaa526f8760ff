using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Indicators;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Assessments;

/// <summary>What a year of a mutualisation was: who, what, how well, at what cost, who pays. Nothing is rounded.</summary>
/// <param name="Dossier">What it was computed from.</param>
/// <param name="Perimeter">Who took part.</param>
/// <param name="Indicators">Followed indicators, in the mutualisation’s order.</param>
/// <param name="Completeness">What was received of what was due.</param>
/// <param name="Costs">The full cost; null when no line is known.</param>
/// <param name="Allocation">The split among members, or why there is none.</param>
/// <param name="PreviousAllocation">The same for the year before.</param>
public sealed record AnnualEvaluation(
    Dossier Dossier,
    Perimeter Perimeter,
    IReadOnlyList<IndicatorResult> Indicators,
    Completeness Completeness,
    CostResult? Costs,
    AllocationOutcome Allocation,
    AllocationOutcome PreviousAllocation)
{
    /// <summary>The evaluation of a dossier: pure, the same every time.</summary>
    public static AnnualEvaluation Of(Dossier dossier)
    {
        var perimeter = Perimeter.Of(dossier.Community, dossier.Mutualisation, dossier.Year);
        var perimeterBefore = Perimeter.Of(dossier.Community, dossier.Mutualisation, dossier.Year - 1);
        var allocation = Allocate(dossier, dossier.Year, perimeter);
        var allocationBefore = Allocate(dossier, dossier.Year - 1, perimeterBefore);
        var values = dossier.Values.With(
        [
            .. DerivedValues.Of(dossier, dossier.Year, perimeter, allocation.Allocation),
            .. DerivedValues.Of(dossier, dossier.Year - 1, perimeterBefore, allocationBefore.Allocation),
        ]);
        var indicators = new IndicatorEvaluation(dossier, values, perimeter, perimeterBefore);
        return new AnnualEvaluation(
            dossier,
            perimeter,
            [.. dossier.Mutualisation.Followed.Select(indicators.Of)],
            Completeness.Of(dossier),
            CostResult.Of(dossier, perimeter),
            allocation,
            allocationBefore);
    }

    /// <summary>The result of a followed indicator; null when it is not followed.</summary>
    public IndicatorResult? Find(string code) => Indicators.FirstOrDefault(i => i.Definition.Code == code);

    private static AllocationOutcome Allocate(Dossier dossier, int year, Perimeter perimeter)
    {
        if (dossier.ConventionOf(year)?.Allocation is not { } key)
        {
            return new AllocationOutcome(null, AllocationObstacle.NoKey, []);
        }

        if (dossier.CostsOf(year) is not { } costs
            || (costs.Total(CostStage.Actual) ?? costs.Total(CostStage.Forecast)) is not { } total)
        {
            return new AllocationOutcome(null, AllocationObstacle.NoCost, []);
        }

        var aggregation = new IndicatorAggregation(dossier.Values, dossier.Mutualisation, dossier.Catalogue);
        return CostAllocation.Share(
            key,
            total,
            [.. perimeter.Participants.Select(p => new Contributor(
                p.Member, p.Days, p.Population, UnitsOf(dossier, key, p.Member.Siren, year, aggregation)))],
            perimeter.DaysInYear);
    }

    // A sum that lacks a month that is due would bill that month as zero: it is no value at all.
    private static Dictionary<string, decimal> UnitsOf(
        Dossier dossier, AllocationKey key, Siren member, int year, IndicatorAggregation aggregation)
    {
        var units = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var definition in key.Criteria.Select(c => c.Indicator).OfType<string>().Select(c => dossier.Catalogue[c]))
        {
            if (aggregation.WhileMember(definition, Period.OfYear(year), member) is { } value
                && (definition.Aggregation == Aggregation.Last || IsWhole(dossier, definition, member, year)))
            {
                units[definition.Code] = value;
            }
        }

        return units;
    }

    private static bool IsWhole(Dossier dossier, IndicatorDefinition definition, Siren member, int year) =>
        Period.InYear(year, definition.Periodicity)
            .Where(p => p.DueOn < dossier.AsOf && dossier.Mutualisation.IsActiveIn(member, p))
            .All(p => dossier.Values.Find(new ValueKey(definition.Code, member, p)) is not null);
}
