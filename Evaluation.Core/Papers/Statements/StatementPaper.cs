using Evaluation.Core.French;
using Evaluation.Core.Reports;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Papers.Statements;

/// <summary>
/// The yearly statement of a service (état annuel, CGCT D5211-16, docs/spec/papers.md): each use in units, forecast beside
/// observed, the cost of a unit, what each beneficiary owes, the forecast of the next year.
/// </summary>
public static class StatementPaper
{
    /// <summary>The statement: pure, the same every time.</summary>
    public static Paper Of(StatementFacts facts)
    {
        var evaluation = facts.Evaluation;
        var uses = StatedUses.Of(evaluation);
        var members = facts.Ordered(uses.Members);
        IReadOnlyList<PaperSection> sections = evaluation.WhyNotEvaluated is { } why
            ? [new PaperSection("État annuel", [new PaperText(why)])]
            :
            [
                new PaperSection("Coût unitaire", [StatementCosts.UnitCost(facts), .. Missing(facts), .. Awaited(facts, uses)]),
                new PaperSection("Coûts pris en compte", [StatementCosts.Natures(facts)]),
                new PaperSection("Unités par bénéficiaire", [StatementBeneficiaries.Units(facts, uses)]),
                new PaperSection("Montants par bénéficiaire", [.. StatementBeneficiaries.Amounts(facts)]),
                new PaperSection(
                    $"Coût unitaire prévisionnel de {facts.NextWritten}",
                    [
                        new PaperText(StatementForecast.Sentence(facts)),
                        .. StatementForecast.Basis(facts),
                        .. StatementForecast.Of(facts, StatementLetters.Beneficiaries(facts)),
                    ]),
                new PaperSection("Usages convertis en unités", [.. UsesTable.Of(facts, uses, members)], OnNewPage: true),
            ];
        return PaperProse.Of(new Paper(
            ReportText.Name(facts.Community.Name),
            facts.Label,
            $"État annuel, exercice {facts.Written}",
            facts.Edition.Identity,
            facts.Community.IsDemonstration,
            evaluation.WhyNotEvaluated ?? $"{StatementCosts.Sentence(facts)} {StatementForecast.Sentence(facts)}",
            sections));
    }

    /// <summary>That units will still come, where they will.</summary>
    internal static IEnumerable<PaperBlock> Awaited(StatementFacts facts, StatedUses uses) => uses.AwaitMore
        ? [new PaperNote($"Des usages de {facts.Written} ne sont pas encore attendus : les unités constatées sont celles connues au {FrenchDate.InWords(facts.Edition.DataAsOf)}.")]
        : [];

    // What the state of the cost keeps from being told.
    private static IEnumerable<PaperBlock> Missing(StatementFacts facts) => facts.Evaluation.Costs is { NotObserved: { Count: > 0 } missing }
        ? [new PaperNote($"Coûts constatés qui manquent : {FrenchText.List([.. missing.Select(c => ReportText.Inside(Costs.CostCategories.Label(c)))])}.")]
        : [];
}
