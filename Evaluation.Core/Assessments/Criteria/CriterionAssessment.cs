using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Indicators;

namespace Evaluation.Core.Assessments.Criteria;

/// <summary>What is concluded under one criterion. The system proposes; a director decides.</summary>
public enum Verdict
{
    /// <summary>Most evidence is for the service.</summary>
    Favorable,

    /// <summary>For and against.</summary>
    Mitige,

    /// <summary>Most evidence is against it.</summary>
    Defavorable,

    /// <summary>Nothing to judge, or values too incomplete to conclude.</summary>
    NonEvaluable,
}

/// <summary>The answer to one of the six questions of the evaluation (OECD/DAC criteria, docs/spec/assessment.md).</summary>
/// <param name="Criterion">Which question.</param>
/// <param name="Verdict">Proposed.</param>
/// <param name="Score">(Favourable + half of mixed) ÷ judged, 0 to 1; null when nothing is judged.</param>
/// <param name="Confidence">From the completeness of the values behind the evidence; high for facts of the registers.</param>
/// <param name="Evidence">What it rests on, judged or not.</param>
public sealed record CriterionAssessment(
    EvaluationCriterion Criterion,
    Verdict Verdict,
    decimal? Score,
    Confidence Confidence,
    IReadOnlyList<Evidence> Evidence)
{
    private const decimal FavourableFrom = 0.7m;
    private const decimal UnfavourableUpTo = 0.3m;

    /// <summary>
    /// The verdict that evidence supports: favourable from 0.7, unfavourable up to 0.3, mixed between; never favourable beside
    /// evidence that bars it; none when nothing is judged or less than 80 % of the values came, behind the evidence or of all.
    /// </summary>
    /// <param name="criterion">Which question.</param>
    /// <param name="evidence">What there is.</param>
    /// <param name="isTooLow">Whether less than 80 % of all the values due of the service came.</param>
    public static CriterionAssessment Of(EvaluationCriterion criterion, IReadOnlyList<Evidence> evidence, bool isTooLow = false)
    {
        var received = evidence.Select(e => e.Received).OfType<Received>().Aggregate(new Received(0, 0, 0), (sum, r) => sum + r);
        var confidence = isTooLow ? Confidence.Faible : received.Expected == 0 ? Confidence.Elevee : received.Confidence;
        var judged = evidence.Count(e => e.Judgement is Judgement.Favorable or Judgement.Mitige or Judgement.Defavorable);
        decimal? score = judged == 0
            ? null
            : (evidence.Count(e => e.Judgement == Judgement.Favorable)
                + (evidence.Count(e => e.Judgement == Judgement.Mitige) / 2m)) / judged;
        var verdict = confidence == Confidence.Faible ? Verdict.NonEvaluable : VerdictOf(score);
        var isBarred = verdict == Verdict.Favorable && evidence.Any(e => e.BarsFavourable);
        return new CriterionAssessment(criterion, isBarred ? Verdict.Mitige : verdict, score, confidence, evidence);
    }

    private static Verdict VerdictOf(decimal? score) => score switch
    {
        null => Verdict.NonEvaluable,
        >= FavourableFrom => Verdict.Favorable,
        <= UnfavourableUpTo => Verdict.Defavorable,
        _ => Verdict.Mitige,
    };
}
