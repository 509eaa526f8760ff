using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Papers.Statements;

/// <summary>Forecast beside observed: the cost, its units, the cost of a unit.</summary>
internal static class StatementCosts
{
    private const int UnitCostDecimals = 4;

    /// <summary>What is remembered of the year, one sentence.</summary>
    public static string Sentence(StatementFacts facts) =>
        !facts.IsObserved ? $"Le coût constaté de {facts.Written} n’est pas connu en entier : aucun coût unitaire n’est constaté" +
            (facts.Evaluation.Statement() is null ? "." : ", et les montants dus sont ceux de la prévision.")
        : facts.Evaluation.Allocation.Allocation?.FullUnitCost is { } cost
            ? $"En {facts.Written}, une unité {Verb(facts)} {FrenchNumber.Format(cost, UnitCostDecimals)}{FrenchNumber.UnitSpace}€, pour un coût complet de " +
                $"{FrenchMoney.Euros(facts.Evaluation.Costs!.Actual!.Value)}."
        : $"En {facts.Written}, le service {Verb(facts)} {FrenchMoney.Euros(facts.Evaluation.Costs!.Actual!.Value)} ; ce coût n’est pas divisé par une unité unique.";

    private static string Verb(StatementFacts facts) => facts.Evaluation.IsYearOver ? "a coûté" : "coûte à ce jour";

    /// <summary>Cost, units and unit cost, forecast and observed.</summary>
    public static PaperTable UnitCost(StatementFacts facts)
    {
        var (forecast, shared) = (ForecastUnitCost.Of(facts.Evaluation), facts.Evaluation.Allocation.Allocation);
        var units = shared?.UnitsUsed;
        var unitDecimals = PaperTotals.DecimalsOf([forecast.Units, units], forecast.Unit?.Decimals ?? 0);
        var observed = facts.IsObserved ? facts.Evaluation.Costs!.Actual : null;
        var cost = facts.IsObserved ? shared?.FullUnitCost : null;
        var hasUnit = shared is null ? forecast.Unit is not null : units is not null;
        List<PaperRow> rows =
        [
            Row("Coût complet (€)", 2, forecast.Cost, observed),
            hasUnit ? Row("Unités", unitDecimals, forecast.Units, units) : None("Unités", forecast.Units, unitDecimals),
            hasUnit ? Row("Coût d’une unité (€)", UnitCostDecimals, forecast.Value, cost) : None("Coût d’une unité (€)", forecast.Value, UnitCostDecimals),
        ];
        if (facts.IsObserved && shared is { UnitCost: { } applied, FullUnitCost: { } full } && applied != full)
        {
            rows.Add(PaperRow.Of("Coût d’une unité réparti (€)", PaperTotals.NotApplicable, Cell(applied, UnitCostDecimals), PaperTotals.NotApplicable));
        }

        return new PaperTable(
            "Coût unitaire",
            $"Coût unitaire de {facts.Written}, prévu et constaté" + (forecast.Unit is { } unit ? $" — unité : {unit.Name}" : ""),
            "Coût d’une unité : coût complet ÷ unités ; écart : constaté − prévu"
                + (rows.Count > 3 ? " ; réparti : après charges propres à un membre et capacité non utilisée" : ""),
            [PaperColumn.Words("Mesure"), PaperColumn.Euros("Prévu"), PaperColumn.Euros("Constaté"), PaperColumn.Difference("Écart")],
            rows);
    }

    /// <summary>The cost by nature, forecast and observed; a text without any cost.</summary>
    public static PaperBlock Natures(StatementFacts facts)
    {
        if (facts.Evaluation.Costs is not { } costs)
        {
            return new PaperText($"Aucun coût de {facts.Written} n’est connu.");
        }

        IReadOnlyList<PaperColumn> columns =
            [PaperColumn.Words("Nature"), PaperColumn.Euros("Prévu"), PaperColumn.Euros("Constaté"), PaperColumn.Difference("Écart")];
        IReadOnlyList<PaperRow> rows =
        [
            .. costs.Categories.Select(c => Row(
                c.Category.Label(), 2, c.Forecast ?? (costs.Forecast is null ? null : 0), c.Actual ?? (costs.Actual is null ? null : 0))),
        ];
        return new PaperTable(
            "Coûts", $"Coût de {facts.Written} par nature", "En euros ; écart : constaté − prévu", columns, rows, PaperTotals.Of(columns, rows));
    }

    private static PaperRow Row(string label, int decimals, decimal? forecast, decimal? observed) => PaperRow.Of(
        label,
        Cell(forecast, decimals),
        Cell(observed, decimals),
        PaperTotals.Difference(forecast, observed) with { Format = PaperFormat.Signed(decimals) });

    private static PaperRow None(string label, decimal? forecast, int decimals) => PaperRow.Of(
        label, Cell(forecast, decimals), PaperTotals.NotApplicable, PaperTotals.NotApplicable);

    private static PaperCell Cell(decimal? figure, int decimals) => PaperTotals.Known(figure) with { Format = PaperFormat.Number(decimals) };
}
