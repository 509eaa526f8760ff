using Evaluation.Core.Assessments.Criteria;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Indicators;

namespace Evaluation.Core.Assessments;

/// <summary>A year of a mutualisation, its facts and what they lead to propose. Nothing is rounded.</summary>
public sealed record AnnualEvaluation : YearFacts
{
    private AnnualEvaluation(YearFacts facts)
        : base(facts)
    {
    }

    /// <summary>The six criteria, in their order.</summary>
    public IReadOnlyList<CriterionAssessment> Criteria { get; private init; } = [];

    /// <summary>What the criteria lead to propose.</summary>
    public Proposal Proposal { get; private init; } = new(null, []);

    /// <summary>The evaluation of a dossier: pure, the same every time.</summary>
    public static new AnnualEvaluation Of(Dossier dossier) => new AnnualEvaluation(YearFacts.Of(dossier)).Judged();

    private AnnualEvaluation Judged()
    {
        var isTooLow = WhyNotEvaluated is not null || Completeness.IsTooLow;
        IReadOnlyList<CriterionAssessment> criteria =
            [.. Enum.GetValues<EvaluationCriterion>().Select(c => CriterionAssessment.Of(c, EvidenceFor(c), isTooLow))];
        return this with
        {
            Criteria = criteria,
            Proposal = End is null && WhyNotEvaluated is null
                ? Proposal.Of(
                    criteria, SavingsVerdict.WhyNone(this) is null, Perimeter.CommunesAtEnd < Perimeter.EligibleCommunes)
                : new Proposal(null, []),
        };
    }

    // One fact is said once: by the indicator that has a target, else by the registers. A saving has its own rule.
    private IReadOnlyList<Evidence> EvidenceFor(EvaluationCriterion criterion)
    {
        if (WhyNotEvaluated is not null)
        {
            return [];
        }

        List<Evidence> facts = [.. RegisterEvidence.Of(this, criterion)];
        List<Evidence> indicators =
        [
            .. IndicatorEvidence.Of(this, criterion).Where(e => RegisterEvidence.SaidBy(e.Code) is not { } fact
                || !facts.Exists(f => f.Code == fact)
                || (e.Code != DerivedIndicator.Savings && Find(e.Code)?.Followed.Target is not null))
                .DistinctBy(e => RegisterEvidence.SaidBy(e.Code) ?? e.Code),
        ];
        var said = indicators.Select(e => RegisterEvidence.SaidBy(e.Code)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return [.. indicators, .. facts.Where(f => !said.Contains(f.Code))];
    }
}
