using Evaluation.Core.Communities;
using Evaluation.Core.French;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Papers.Statements;

/// <summary>Lists each use of the service, converted into units.</summary>
internal static class UsesTable
{
    /// <summary>The table; a text when there is nothing to list.</summary>
    /// <param name="facts">Of the paper.</param>
    /// <param name="uses">Of the year.</param>
    /// <param name="members">Whose, in order.</param>
    public static IEnumerable<PaperBlock> Of(StatementFacts facts, StatedUses uses, IReadOnlyList<Siren> members)
    {
        var listed = members.SelectMany(uses.Of).ToList();
        if (listed.Count == 0)
        {
            yield return new PaperText($"Aucun usage converti en unités n’est à relever pour {facts.Written}.");
            yield break;
        }

        var decimals = PaperTotals.DecimalsOf(listed.Select(u => u.Use?.Units));
        var hasDays = listed.Exists(u => u.Use?.Days is not null);
        IReadOnlyList<PaperColumn> columns =
        [
            PaperColumn.Words("Période"),
            PaperColumn.Words("Ce qui est compté"),
            PaperColumn.Count("Quantité"),
            PaperColumn.Count("Unités pour une"),
            .. hasDays ? [PaperColumn.Count("Jours comptés")] : (PaperColumn[])[],
            new("Unités", PaperFormat.Number(decimals)),
        ];
        IReadOnlyList<PaperRow> rows = [.. members.SelectMany(m => uses.Of(m).Select((u, i) => Row(facts, u, i == 0 && members.Count > 1, hasDays)))];
        yield return new PaperTable(
            "Usages",
            $"Usages de {facts.Written} convertis en unités",
            "Unités = quantité × unités pour une" + (hasDays ? ", × jours comptés ÷ jours de l’année pour ce qui se constate à une date" : ""),
            columns,
            rows,
            uses.AreOfOneUnit ? Total(columns, rows) : null);
        if (listed.Exists(u => u.Use is { } use && decimal.Round(use.Units, decimals) != use.Units))
        {
            yield return new PaperNote("Les unités sont arrondies pour la lecture ; les totaux sont ceux des unités exactes.");
        }
    }

    private static PaperRow Row(StatementFacts facts, StatedUse stated, bool isFirst, bool hasDays)
    {
        PaperCell days = stated.Use?.Days is { } counted ? counted : PaperTotals.NotApplicable;
        return new PaperRow(
            [
                FrenchPeriod.InWords(stated.Period),
                PaperUnit.NameOf(stated.Indicator),
                Read(stated.Use?.Quantity),
                Read(stated.Use?.Weight),
                .. hasDays ? [days] : (PaperCell[])[],
                PaperTotals.Known(stated.Use?.Units),
            ],
            isFirst ? facts.NameOf(stated.Member) : null);
    }

    // Quantities and weights are read with the decimals that they have.
    private static PaperCell Read(decimal? figure) => PaperTotals.Known(figure) with
    {
        Format = figure is { } known ? PaperFormat.Number(PaperTotals.DecimalsOf([known])) : null,
    };

    private static PaperRow Total(IReadOnlyList<PaperColumn> columns, IReadOnlyList<PaperRow> rows)
    {
        var total = PaperTotals.Of(columns, rows);
        return total with { Cells = [.. total.Cells.Select((cell, i) => i == 0 || i == columns.Count - 1 ? cell : "")] };
    }
}
