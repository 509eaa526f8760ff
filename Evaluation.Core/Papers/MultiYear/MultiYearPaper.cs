using Evaluation.Core.Decisions;
using Evaluation.Core.French;
using Evaluation.Core.Reports;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Papers.MultiYear;

/// <summary>
/// A service over several years (docs/spec/papers.md): what it cost, its members, what it saved, what it did. What breaks a
/// series or changes the perimeter is said in words beside the figure.
/// </summary>
public static class MultiYearPaper
{
    /// <summary>The paper: pure, the same every time.</summary>
    public static Paper Of(MultiYearFacts facts)
    {
        var costs = YearlyCosts.Chart(facts);
        return PaperProse.Of(new Paper(
            ReportText.Name(facts.Community.Name),
            facts.Service.Label,
            facts.Subject,
            facts.Edition.Identity,
            facts.Community.IsDemonstration,
            string.Join(' ', new[] { Opening(facts), costs.Sheet.Takeaway, YearlyMembers.Sentence(facts) }.OfType<string>()),
            [
                new PaperSection("Coût", [costs, .. YearlyUnitCosts.Of(facts)]),
                new PaperSection("Membres", YearlyMembers.Of(facts)),
                new PaperSection("Économies", [.. YearlySavings.Of(facts)]),
                new PaperSection("Activité et qualité", [.. YearlyIndicators.Of(facts)]),
                new PaperSection("Décisions", [.. Decisions(facts)]),
            ]));
    }

    private static string Opening(MultiYearFacts facts)
    {
        var evaluated = facts.Years.Count(y => facts.Of(y) is not null);
        return evaluated == facts.Years.Count
            ? $"Ce bilan porte sur {FrenchText.Count(evaluated, "exercice", "exercices")}, {facts.Span}."
            : $"Ce bilan porte sur les exercices {facts.Span} ; {FrenchText.CountOrNone(evaluated, "aucun n’est évalué", "est évalué", "sont évalués")} " +
                $"sur {FrenchNumber.Format(facts.Years.Count)}.";
    }

    private static IEnumerable<PaperBlock> Decisions(MultiYearFacts facts)
    {
        IReadOnlyList<PaperRow> rows = [.. facts.Years.Select(y => (Year: y, Signed: facts.Service.DecisionOn(y))).Where(d => d.Signed is not null).Select(d => Row(d.Year, d.Signed!))];
        if (rows.Count == 0)
        {
            yield return new PaperText("Aucune décision n’est enregistrée sur ces exercices.");
            yield break;
        }

        yield return new PaperTable(
            "Décisions",
            "Décisions prises après chaque exercice",
            null,
            [
                PaperColumn.Words("Exercice"), PaperColumn.Words("Décision"), new("Prise le", PaperFormat.Day), new("À compter du", PaperFormat.Day),
                PaperColumn.Count("Actions"), PaperColumn.Count("Réalisées"), PaperColumn.Words("Motifs"),
            ],
            rows);
    }

    private static PaperRow Row(int year, SignedDecision signed) => PaperRow.Of(
        ReportText.Year(year),
        signed.Decision.Kind.Label(),
        signed.On,
        signed.Decision.EffectiveOn,
        signed.Decision.Actions.Count,
        signed.Decision.Actions.Count(a => a.State == ActionState.CarriedOut),
        signed.Decision.Reasons);
}
