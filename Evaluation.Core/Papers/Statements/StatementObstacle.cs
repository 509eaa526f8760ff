using Evaluation.Core.Costs;
using Evaluation.Core.Mutualisations;
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
        yield return new PaperText($"Aucun montant dû n’est établi pour {facts.Written} : {Reason(facts, outcome.Obstacle)}.");
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

    private static string Reason(StatementFacts facts, AllocationObstacle? obstacle) => obstacle switch
    {
        AllocationObstacle.NoKey when !facts.Service.LegalFormIn(facts.Year).SharesCosts() => "ce service ne partage aucun coût",
        AllocationObstacle.NoKey or null => "aucune convention ne dit comment partager le coût",
        AllocationObstacle.NoCost => "aucun coût n’est connu",
        AllocationObstacle.NoMember => "aucun membre ne participe au service",
        AllocationObstacle.MissingUnits => "des données de la clé ne sont pas transmises, et une valeur manquante n’est pas zéro",
        AllocationObstacle.NoUnits => "toutes les unités de la clé sont nulles",
        AllocationObstacle.DirectMemberAbsent => "une charge est affectée à un membre qui ne participe pas au service cette année-là",
        AllocationObstacle.FloorsAboveCost => "les planchers des membres dépassent ensemble le coût",
        AllocationObstacle.CeilingsBelowCost => "les plafonds des membres ne couvrent pas le coût",
    };
}
