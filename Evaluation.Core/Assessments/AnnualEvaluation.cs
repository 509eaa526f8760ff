using Evaluation.Core.Costs;
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
        var allocationBefore = Allocate(dossier, dossier.Year - 1, perimeterBefore, null);
        var allocation = Allocate(dossier, dossier.Year, perimeter, allocationBefore);
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

    private static AllocationOutcome Allocate(
        Dossier dossier, int year, Perimeter perimeter, AllocationOutcome? before)
    {
        if (dossier.Mutualisation.Convention?.Allocation is not { } key)
        {
            return new AllocationOutcome(null, AllocationObstacle.NoKey, []);
        }

        if (dossier.CostsOf(year)?.ToShare() is not { } cost)
        {
            return new AllocationOutcome(null, AllocationObstacle.NoCost, []);
        }

        var period = Period.OfYear(year);
        var contributors = new SpanContributors(dossier, year, perimeter, before?.Allocation);
        IReadOnlyList<KeySpan> spans = [new KeySpan(period.Start, period.End, key)];
        return CostAllocation.Share(cost, [.. spans.Select(contributors.Of)], perimeter.DaysInYear);
    }
}
