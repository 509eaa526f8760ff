using Evaluation.Core.Reports;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Papers.Statements;

/// <summary>Why a cost is not shared, said to readers who can do nothing about it.</summary>
internal static class StatementObstacle
{
    /// <summary>A sentence and, where units are missing, the table of whose.</summary>
    public static IEnumerable<PaperBlock> Of(StatementFacts facts)
    {
        var outcome = facts.Evaluation.Allocation;
        yield return new PaperText($"Aucun montant dû n’est établi pour {facts.Written} : {SplitWords.Reason(outcome, facts.Service.LegalFormIn(facts.Year), facts.Written)}.");
        if (outcome.MissingFor.Count > 0)
        {
            yield return new PaperTable(
                "Unités attendues",
                "Bénéficiaires dont une donnée de la clé n’est pas transmise",
                null,
                [PaperColumn.Words("Bénéficiaire"), PaperColumn.Words("Donnée")],
                [.. outcome.MissingFor.Select(m => PaperRow.Of(ReportText.Name(m.Name), PaperTotals.NotAvailable))]);
        }
    }
}
