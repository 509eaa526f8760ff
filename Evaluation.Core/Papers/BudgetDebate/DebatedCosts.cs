using Evaluation.Core.French;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Papers.BudgetDebate;

/// <summary>What the services cost, planned and observed.</summary>
internal static class DebatedCosts
{
    private const int Forecast = 2;
    private const int Actual = 3;
    private const int Gap = 4;

    public static DebatedPart Of(BudgetDebateFacts facts)
    {
        if (facts.Shared.Count == 0)
        {
            return new DebatedPart("Aucun service ne partage de coût.", [], [new PaperText("Aucun service ne partage de coût.")]);
        }

        IReadOnlyList<PaperColumn> columns =
        [
            PaperColumn.Words("Service"),
            PaperColumn.Euros($"Constaté {facts.Before}"),
            PaperColumn.Euros($"Prévu {facts.Written}"),
            PaperColumn.Euros($"Constaté {facts.Written}"),
            PaperColumn.Difference("Écart à la prévision"),
        ];
        IReadOnlyList<PaperRow> rows = [.. facts.Shared.Select(s => Row(facts, s))];
        var table = new PaperTable(
            "Coûts", $"Coût complet des services, {facts.Before} et {facts.Written}", "En euros ; écart : constaté − prévu", columns, rows, PaperTotals.Of(columns, rows));
        var sentence = Sentence(facts, table);
        return new DebatedPart(
            sentence,
            [new PaperFigure($"Coût constaté {facts.Written}", Amount(table.Total!.Cells[Actual]), Comment(table))],
            [new PaperText(sentence), table, .. Free(facts)]);
    }

    private static PaperRow Row(BudgetDebateFacts facts, ServiceYears service)
    {
        var costs = facts.Of(service)?.Costs;
        return PaperRow.Of(
            service.Label,
            facts.RanBefore(service) ? PaperTotals.Known(costs?.Previous) : PaperTotals.NotApplicable,
            PaperTotals.Known(costs?.Forecast),
            PaperTotals.Known(costs?.Actual),
            PaperTotals.Difference(costs?.Forecast, costs?.Actual));
    }

    private static string Sentence(BudgetDebateFacts facts, PaperTable table)
    {
        var total = table.Total!;
        var known = table.Rows.Count(r => r.Cells[Actual].Number is not null);
        if (total.Cells[Actual].Number is not { } actual)
        {
            return total.Cells[Forecast].Number is { } forecast
                ? $"Aucun coût constaté n’est connu pour {facts.Written} ; la prévision {(IsPartial(total.Cells[Forecast]) ? "connue " : "")}est de {FrenchMoney.Euros(forecast)}."
                : $"Aucun coût n’est connu pour {facts.Written}.";
        }

        if (known < table.Rows.Count)
        {
            return $"Le coût constaté est connu pour {FrenchText.Count(known, "service", "services")} sur {FrenchNumber.Format(table.Rows.Count)} : " +
                $"{FrenchMoney.Euros(actual)}. Inconnu n’est pas zéro.";
        }

        var gap = total.Cells[Gap].Number switch
        {
            null => "",
            0 => ", exactement la prévision",
            > 0 and var more => $", {FrenchMoney.Euros(more)} de plus que prévu",
            { } less => $", {FrenchMoney.Euros(-less)} de moins que prévu",
        };
        return facts.IsOver
            ? $"{(known == 1 ? "Le service à coût partagé a" : "Les services à coût partagé ont")} coûté {FrenchMoney.Euros(actual)}{gap}."
            : $"Le coût constaté à ce jour est de {FrenchMoney.Euros(actual)}{gap}.";
    }

    private static string? Comment(PaperTable table) => table.Total!.Cells[Actual].Note
        ?? (table.Total.Cells[Gap].Number is { } gap ? $"{FrenchMoney.SignedEuros(gap)} par rapport à la prévision" : null);

    private static bool IsPartial(PaperCell cell) => cell.Note is not null;

    private static string Amount(PaperCell cell) => cell.Number is { } euros ? FrenchMoney.Euros(euros) : cell.Words!;

    private static IEnumerable<PaperBlock> Free(BudgetDebateFacts facts)
    {
        IReadOnlyList<string> names = [.. facts.Running.Except(facts.Shared).Select(s => $"« {s.Label} »")];
        return names.Count == 0 ? [] : [new PaperNote($"Sans coût partagé entre communes : {FrenchText.List(names)}.")];
    }
}
