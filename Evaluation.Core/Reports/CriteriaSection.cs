using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Criteria;
using Evaluation.Core.Decisions;
using Evaluation.Core.Indicators;

namespace Evaluation.Core.Reports;

/// <summary>One fact that a verdict rests on.</summary>
/// <param name="Code">An indicator’s code, or the name of a fact of the registers.</param>
/// <param name="Label">French name.</param>
/// <param name="Reading">French sentence: the figure, what it is compared with.</param>
/// <param name="Judgement">What it says.</param>
public sealed record EvidenceRow(string Code, string Label, string Reading, Judgement Judgement);

/// <summary>The answer to one of the six questions.</summary>
/// <param name="Criterion">Which.</param>
/// <param name="Name">« Pertinence »…</param>
/// <param name="Question">What it asks.</param>
/// <param name="Verdict">Proposed.</param>
/// <param name="Score">(Favourable + half of mixed) ÷ judged, two decimals; not applicable when nothing is judged.</param>
/// <param name="Confidence">« élevée », « moyenne », « faible ».</param>
/// <param name="Evidence">What it rests on, judged or not.</param>
public sealed record CriterionRow(
    EvaluationCriterion Criterion,
    string Name,
    string Question,
    Verdict Verdict,
    Figure Score,
    string Confidence,
    IReadOnlyList<EvidenceRow> Evidence);

/// <summary>The six criteria and what they lead to propose.</summary>
/// <param name="Rows">In their order.</param>
/// <param name="Proposal">Proposed; null when too little can be judged.</param>
/// <param name="ProposalWord">« poursuivre », « étendre », « faire évoluer », « arrêter »; null when nothing is proposed.</param>
/// <param name="ProposalSentence">The proposal and its reasons, or which data are missing, or why nothing is to be decided.</param>
public sealed record CriteriaSection(
    IReadOnlyList<CriterionRow> Rows, ProposalKind? Proposal, string? ProposalWord, string ProposalSentence)
{
    /// <summary>Whether a director has to decide what comes next: not once the end of the service is, nor once it is decided.</summary>
    public bool AwaitsDecision { get; init; } = true;

    /// <summary>What the director decided; null when nothing was recorded before the version was made.</summary>
    public DecisionSection? Decided { get; init; }
}

/// <summary>Writes the section of the criteria.</summary>
internal static class CriteriaSections
{
    public static CriteriaSection Of(AnnualEvaluation evaluation, SignedDecision? decision) => new(
        [.. evaluation.Criteria.Select(Row)],
        evaluation.Proposal.Kind,
        evaluation.Proposal.Kind is { } kind ? kind.Followed().Label() : null,
        ReportText.Prose(CriteriaWords.Sentence(evaluation)))
    {
        AwaitsDecision = evaluation is { End: null, WhyNotEvaluated: null } && decision is null,
        Decided = DecisionSection.Of(decision, evaluation.Dossier.Year, evaluation.Dossier.AsOf),
    };

    private static CriterionRow Row(CriterionAssessment assessment) => new(
        assessment.Criterion,
        CriteriaWords.Name(assessment.Criterion),
        ReportText.Prose(CriteriaWords.Question(assessment.Criterion)),
        assessment.Verdict,
        assessment.Score is { } score ? Figure.Of(score, 2) : Figure.NotApplicable,
        CriteriaWords.Of(assessment.Confidence),
        [.. assessment.Evidence.Select(e => new EvidenceRow(
            e.Code, ReportText.Prose(e.Label), ReportText.Prose(e.Reading), e.Judgement))]);
}
