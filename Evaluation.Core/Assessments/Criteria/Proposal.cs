using Evaluation.Core.Indicators;

namespace Evaluation.Core.Assessments.Criteria;

/// <summary>What is proposed to the director.</summary>
public enum ProposalKind
{
    /// <summary>Go on as it is.</summary>
    Poursuivre,

    /// <summary>Offer it to more members.</summary>
    Etendre,

    /// <summary>Go on and change something.</summary>
    FaireEvoluer,

    /// <summary>Stop.</summary>
    Arreter,
}

/// <summary>What the verdicts lead to propose, and why (docs/spec/assessment.md).</summary>
/// <param name="Kind">Proposed; null when too little can be judged, or nothing is left to decide.</param>
/// <param name="Because">The criteria that decide, in the order of the six.</param>
public sealed record Proposal(ProposalKind? Kind, IReadOnlyList<EvaluationCriterion> Because)
{
    private const int FewestJudged = 3;

    /// <summary>
    /// Nothing below three judged criteria. Stop when efficacité and efficience are both unfavourable, once savings may
    /// be judged. Change something when any criterion is unfavourable or half are mixed. Extend when nothing is mixed or
    /// unfavourable among pertinence, efficacité and efficience, all three judged, and communes remain to join. Else go on.
    /// </summary>
    /// <param name="criteria">The six.</param>
    /// <param name="mayStop">Whether the service is past its second full year: costs usually rise at first.</param>
    /// <param name="canGrow">Whether some communes are not members.</param>
    public static Proposal Of(IReadOnlyList<CriterionAssessment> criteria, bool mayStop, bool canGrow)
    {
        var judged = criteria.Where(c => c.Verdict != Verdict.NonEvaluable).ToList();
        if (judged.Count < FewestJudged)
        {
            return new Proposal(null, Named(criteria.Where(c => c.Verdict == Verdict.NonEvaluable)));
        }

        var unfavourable = judged.Where(c => c.Verdict == Verdict.Defavorable).ToList();
        var core = judged
            .Where(c => c.Criterion is EvaluationCriterion.Pertinence or EvaluationCriterion.Efficacite or EvaluationCriterion.Efficience)
            .ToList();
        var failing = unfavourable
            .Where(c => c.Criterion is EvaluationCriterion.Efficacite or EvaluationCriterion.Efficience)
            .ToList();
        if (failing.Count == 2 && mayStop)
        {
            return new Proposal(ProposalKind.Arreter, Named(failing));
        }

        var mixed = judged.Where(c => c.Verdict == Verdict.Mitige).ToList();
        if (unfavourable.Count > 0 || mixed.Count * 2 >= judged.Count)
        {
            return new Proposal(
                ProposalKind.FaireEvoluer, Named(criteria.Where(c => unfavourable.Contains(c) || mixed.Contains(c))));
        }

        return canGrow && core.Count == 3 && core.TrueForAll(c => c.Verdict == Verdict.Favorable)
            ? new Proposal(ProposalKind.Etendre, Named(core))
            : new Proposal(ProposalKind.Poursuivre, Named(judged.Where(c => c.Verdict == Verdict.Favorable)));
    }

    private static IReadOnlyList<EvaluationCriterion> Named(IEnumerable<CriterionAssessment> criteria) =>
        [.. criteria.Select(c => c.Criterion)];
}
