using Evaluation.Core.Assessments.Criteria;
using Evaluation.Core.Costs;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;
using Evaluation.Core.Savings;

namespace Evaluation.Core.Assessments;

/// <summary>What a year of a mutualisation was: who, what, how well, at what cost, who pays. Nothing is rounded.</summary>
/// <param name="Dossier">What it was computed from.</param>
/// <param name="Perimeter">Who took part.</param>
/// <param name="Indicators">Followed indicators, in the mutualisation’s order.</param>
/// <param name="Completeness">What was received of what was due.</param>
/// <param name="Costs">The full cost; null when no line is known.</param>
/// <param name="Allocation">The split among members, or why there is none.</param>
/// <param name="PreviousAllocation">The same for the year before.</param>
/// <param name="Savings">Against the time before pooling.</param>
public sealed record AnnualEvaluation(
    Dossier Dossier,
    Perimeter Perimeter,
    IReadOnlyList<IndicatorResult> Indicators,
    Completeness Completeness,
    CostResult? Costs,
    AllocationOutcome Allocation,
    AllocationOutcome PreviousAllocation,
    SavingsResult Savings)
{
    /// <summary>The six criteria, in their order.</summary>
    public IReadOnlyList<CriterionAssessment> Criteria { get; private init; } = [];

    /// <summary>What the criteria lead to propose.</summary>
    public Proposal Proposal { get; private init; } = new(null, []);

    /// <summary>The recommendations of the evaluation of the year before, and what became of them.</summary>
    public IReadOnlyList<Recommendation> FollowedUp =>
        [.. Dossier.Mutualisation.Recommendations.Where(r => r.Year == Dossier.Year - 1)];

    private IndicatorEvaluation? Tracing { get; init; }

    /// <summary>The evaluation of a dossier: pure, the same every time.</summary>
    public static AnnualEvaluation Of(Dossier dossier)
    {
        var perimeter = Perimeter.Of(dossier.Community, dossier.Mutualisation, dossier.Year);
        var perimeterBefore = Perimeter.Of(dossier.Community, dossier.Mutualisation, dossier.Year - 1);
        var allocationBefore = YearAllocation.Of(dossier, dossier.Year - 1, perimeterBefore, null);
        var allocation = YearAllocation.Of(dossier, dossier.Year, perimeter, allocationBefore);
        var savings = YearSavings.Of(
            dossier,
            perimeter,
            allocation.Allocation,
            new IndicatorAggregation(dossier.Values, dossier.Mutualisation, dossier.Catalogue));
        var values = dossier.Values.With(
        [
            .. DerivedValues.Of(dossier, dossier.Year, perimeter, allocation.Allocation, savings),
            .. DerivedValues.Of(dossier, dossier.Year - 1, perimeterBefore, allocationBefore.Allocation, null),
        ]);
        var indicators = new IndicatorEvaluation(dossier, values, perimeter, perimeterBefore);
        var facts = new AnnualEvaluation(
            dossier,
            perimeter,
            [.. dossier.Mutualisation.Followed.Select(indicators.Of)],
            Completeness.Of(dossier),
            CostResult.Of(dossier, perimeter),
            allocation,
            allocationBefore,
            savings)
        {
            Tracing = indicators,
        };
        return facts.Judged();
    }

    /// <summary>The result of a followed indicator; null when it is not followed.</summary>
    public IndicatorResult? Find(string code) => Indicators.FirstOrDefault(i => i.Definition.Code == code);

    /// <summary>What the value of a followed indicator is made of, over the year and its members.</summary>
    /// <exception cref="InvalidOperationException">The indicator is not followed, or nothing was evaluated.</exception>
    public IndicatorTrace TraceOf(string code) => Find(code) is { } result && Tracing is { } tracing
        ? tracing.TraceOf(result.Definition)
        : throw new InvalidOperationException($"Indicator '{code}' is not followed.");

    private AnnualEvaluation Judged()
    {
        IReadOnlyList<CriterionAssessment> criteria = [.. Enum.GetValues<EvaluationCriterion>().Select(c => CriterionAssessment.Of(
            c, [.. IndicatorEvidence.Of(this, c), .. RegisterEvidence.Of(this, c)]))];
        return this with
        {
            Criteria = criteria,
            Proposal = Proposal.Of(criteria, Savings.HasVerdict, Perimeter.CommunesAtEnd < Perimeter.EligibleCommunes),
        };
    }
}
