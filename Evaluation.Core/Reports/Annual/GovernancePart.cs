using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Reports.Annual;

/// <summary>How the service was steered, and what became of the recommendations of the year before.</summary>
internal static class GovernancePart
{
    public static PaperSection Of(GovernanceSection governance, int year) => new(
        Outline.Governance,
        [
            .. Blocks.Texts(governance.Sentences),
            .. Blocks.Table(
                "Réunions",
                ReportCaptions.Meetings(year),
                [new PaperColumn("Date", PaperFormat.Day), PaperColumn.Words("Instance"), PaperColumn.Words("Décisions"), PaperColumn.Words("Suites prévues")],
                governance.Meetings.Select(m => PaperRow.Of(m.On, m.Body, Several(m.Decisions), Several(m.NextActions)))),
            .. Blocks.Table(
                "Délibérations et avis",
                ReportCaptions.Acts(year),
                [new PaperColumn("Date", PaperFormat.Day), PaperColumn.Words("Assemblée"), PaperColumn.Words("Acte")],
                governance.Acts.Select(a => PaperRow.Of(a.On, a.Body, a.Act))),
            .. Blocks.Table(
                "Recommandations",
                ReportCaptions.FollowUp(year),
                DecisionPart.Columns("Recommandation"),
                governance.FollowUp.Select(f => DecisionPart.Row(f.Text, f.Note, f.Owner, f.DueOn, f.StatusWord, f.IsLate))),
            .. governance.DecidedBefore is { } decided
                ? DecisionPart.Of(decided, ReportHeadings.DecisionBefore, "Actions de l’année précédente")
                : [],
        ]);

    private static string Several(IReadOnlyList<string> sentences) =>
        sentences.Count == 0 ? Figure.NotApplicableText : string.Join(' ', sentences);
}
