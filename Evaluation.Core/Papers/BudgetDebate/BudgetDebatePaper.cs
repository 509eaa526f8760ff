using Evaluation.Core.French;
using Evaluation.Core.Reports;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Papers.BudgetDebate;

/// <summary>
/// All services of a community for a year, for elected members who debate the budget of two years later, when its accounts are the last closed (CGCT L5211-39-1,
/// docs/spec/papers.md): what they cost, who takes part, what they save and whose expense grows, what was decided, what comes next.
/// </summary>
public static class BudgetDebatePaper
{
    /// <summary>The paper: pure, the same every time.</summary>
    public static Paper Of(BudgetDebateFacts facts)
    {
        var costs = DebatedCosts.Of(facts);
        var adhesion = DebatedAdhesion.Of(facts);
        var savings = DebatedSavings.Of(facts);
        return PaperProse.Of(new Paper(
            ReportText.Name(facts.Community.Name),
            "Services mutualisés",
            facts.Subject,
            facts.Edition.Identity,
            facts.Community.IsDemonstration,
            string.Join(' ', new[] { Opening(facts), costs.Sentence, savings.Sentence }.Where(s => s.Length > 0)),
            [
                new PaperSection("L’essentiel", [new PaperFigures([.. adhesion.Figures, .. costs.Figures, .. savings.Figures]), .. NotRunning(facts)]),
                new PaperSection("Ce que coûtent les services", costs.Blocks),
                new PaperSection("Quelles communes adhèrent", adhesion.Blocks),
                new PaperSection("Ce qui est économisé, et qui dépense plus", savings.Blocks),
                .. DebatedObjectives.Of(facts),
                new PaperSection("Ce qui a été décidé", DebatedDecisions.Of(facts)),
                new PaperSection($"Ce que prévoit {facts.Debated}", DebatedForecast.Of(facts)),
            ]));
    }

    private static string Opening(BudgetDebateFacts facts) => facts.Running.Count == 0
        ? $"Aucun service mutualisé {(facts.IsOver ? "n’a fonctionné" : "ne fonctionne")} en {facts.Written}."
        : facts.IsOver ? $"En {facts.Written}, {FrenchText.Count(facts.Running.Count, "service mutualisé a", "services mutualisés ont")} fonctionné."
        : $"En {facts.Written}, année non achevée, {FrenchText.Count(facts.Running.Count, "service mutualisé fonctionne", "services mutualisés fonctionnent")}.";

    // An idea and a service that is over are named, each with why nothing else is said of it.
    private static IEnumerable<PaperBlock> NotRunning(BudgetDebateFacts facts)
    {
        IReadOnlyList<PaperRow> rows =
        [
            .. facts.Services.Except(facts.Running).Select(s => PaperRow.Of(s.Label, s.Mutualisation.WhyNotEvaluated(facts.Year)!)),
        ];
        return rows.Count == 0
            ? []
            : [new PaperTable("Hors bilan", $"Ce qui n’est pas évalué en {facts.Written}", null, [PaperColumn.Words("Service"), PaperColumn.Words("Pourquoi")], rows)];
    }
}

/// <summary>A part of the paper.</summary>
/// <param name="Sentence">To remember.</param>
/// <param name="Figures">To see first.</param>
/// <param name="Blocks">What it says.</param>
internal sealed record DebatedPart(string Sentence, IReadOnlyList<PaperFigure> Figures, IReadOnlyList<PaperBlock> Blocks);
