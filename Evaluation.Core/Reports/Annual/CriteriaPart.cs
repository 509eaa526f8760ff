using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Reports.Annual;

/// <summary>The six criteria, what they lead to propose, and what was decided.</summary>
internal static class CriteriaPart
{
    public static PaperSection Of(CriteriaSection criteria) => new(
        Outline.Criteria,
        [
            .. Blocks.Text(criteria.ProposalSentence),
            .. Blocks.Table(
                "Verdicts",
                new TableCaption(
                    "Verdict proposé par critère",
                    ReportText.Prose("Score : (favorables + moitié des mitigés) ÷ éléments jugés, de 0 à 1 ; – : rien n’est jugé")),
                [
                    PaperColumn.Words("Critère"),
                    PaperColumn.Words("Verdict"),
                    new PaperColumn("Score", PaperFormat.Number(2)),
                    PaperColumn.Words("Confiance"),
                    PaperColumn.Words("Question"),
                ],
                criteria.Rows.Select(row => PaperRow.Of(
                    row.Name, CriteriaWords.Of(row.Verdict), row.Score.Cell(), row.Confidence, row.Question))),
            .. Blocks.Table(
                "Éléments du verdict",
                new TableCaption("Ce qui fonde les verdicts"),
                [PaperColumn.Words("Élément"), PaperColumn.Words("Constat"), PaperColumn.Words("Lecture")],
                criteria.Rows.SelectMany(Evidence)),
            .. Blocks.Reasons(criteria.Rows.Where(row => row.Evidence.Count == 0).Select(row => new PaperReason(row.Name, DecisionWords.NoEvidence))),
            .. criteria.Decided is { } decided ? DecisionPart.Of(decided, ReportHeadings.Decision, "Actions décidées") : [],
            .. criteria.AwaitsDecision ? [new PaperNote($"{DecisionWords.Proposed(criteria)} {DecisionWords.Awaited}")] : Array.Empty<PaperBlock>(),
        ]);

    private static IEnumerable<PaperRow> Evidence(CriterionRow criterion) => criterion.Evidence.Select((evidence, i) =>
        PaperRow.Of(evidence.Label, evidence.Reading, CriteriaWords.Of(evidence.Judgement)) with { Group = i == 0 ? criterion.Name : null });
}
