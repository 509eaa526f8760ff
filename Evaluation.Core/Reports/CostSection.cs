using Evaluation.Core.Assessments;
using Evaluation.Core.Assessments.Facts;
using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Indicators;
using Evaluation.Core.Mutualisations;

namespace Evaluation.Core.Reports;

/// <summary>A category of cost, or the total. Euros, exact to the cent.</summary>
/// <param name="Category">Which; null for the total.</param>
/// <param name="Label">French name.</param>
/// <param name="Previous">Observed the year before.</param>
/// <param name="Forecast">Planned.</param>
/// <param name="Actual">Observed.</param>
/// <param name="Gap">Observed − planned.</param>
/// <param name="Change">Observed against the year before, percent, one decimal.</param>
public sealed record CostRow(
    CostCategory? Category, string Label, Figure Previous, Figure Forecast, Figure Actual, Figure Gap, Figure Change);

/// <summary>What the service cost.</summary>
/// <param name="Notes">What the reader must know; why there is no cost.</param>
/// <param name="Rows">By category.</param>
/// <param name="Total">All categories; null without costs.</param>
/// <param name="Composition">The chart; null without costs.</param>
/// <param name="PerInhabitant">Euros, two decimals; not applicable without costs.</param>
/// <param name="IsProvisional">True while the observed cost is not known whole.</param>
/// <param name="Lines">Followed indicators of cost: unit cost, cost per inhabitant.</param>
public sealed record CostSection(
    IReadOnlyList<string> Notes,
    IReadOnlyList<CostRow> Rows,
    CostRow? Total,
    CostComposition? Composition,
    Figure PerInhabitant,
    bool IsProvisional,
    IReadOnlyList<IndicatorLine> Lines)
{
    /// <summary>Observed if known, else planned; null without costs.</summary>
    public decimal? Full => IsProvisional ? Total?.Forecast.Value : Total?.Actual.Value;
}

/// <summary>Writes the section of costs.</summary>
internal static class CostSections
{
    private const int Cents = 2;

    public static CostSection Of(AnnualEvaluation evaluation, IReadOnlyList<IndicatorLine> all)
    {
        IReadOnlyList<IndicatorLine> lines = [.. all.Where(l => l.Family == IndicatorFamily.Cout)];
        if (evaluation.Costs is not { } costs)
        {
            return new CostSection([WhyNone(evaluation)], [], null, null, Figure.NotApplicable, false, lines);
        }

        return new CostSection(
            Notes(evaluation, costs),
            [.. costs.Categories.Select(c => Row(c.Category, c.Category.Label(), c.Previous, c.Forecast, c.Actual, costs))],
            Row(null, "Total", costs.Previous, costs.Forecast, costs.Actual, costs),
            CostCompositions.Of(costs, evaluation.Dossier.Year),
            costs.PerInhabitant is { } perInhabitant ? Figure.Of(perInhabitant, Cents) : Figure.NotTransmitted,
            costs.IsProvisional,
            lines);
    }

    // While a stage is not known whole a category without a line is not transmitted; once it is, it has no cost.
    private static CostRow Row(
        CostCategory? category, string label, decimal? previous, decimal? forecast, decimal? actual, CostResult costs)
    {
        var (before, planned, observed) = (
            Amount(previous, costs.Previous), Amount(forecast, costs.Forecast), Amount(actual, costs.Actual));
        return new CostRow(
            category,
            label,
            before,
            planned,
            observed,
            (observed.Value - planned.Value) is { } gap ? new Figure(gap, null) : Figure.NotApplicable,
            observed.Value is { } now && before.Value is { } then && then != 0
                ? Figure.Of((now - then) / Math.Abs(then) * 100, 1)
                : Figure.NotApplicable);
    }

    private static Figure Amount(decimal? amount, decimal? ofStage) =>
        amount is null && ofStage is null ? Figure.NotTransmitted : Figure.Of(amount ?? 0, Cents);

    private static string WhyNone(AnnualEvaluation evaluation)
    {
        var form = evaluation.Dossier.Mutualisation.LegalFormIn(evaluation.Dossier.Year);
        var year = ReportText.Year(evaluation.Dossier.Year);
        return ReportText.Prose(form.SharesCosts()
            ? $"Aucun coût de {year} n’a été transmis : le coût complet, le coût unitaire et la répartition ne sont pas établis."
            : $"Un {form.Label()} ne partage aucun coût : ce rapport n’en présente pas.");
    }

    private static List<string> Uncounted(AnnualEvaluation evaluation) =>
        [.. evaluation.Perimeter.Participants.Where(p => p.Population is null).Select(p => ReportText.Name(p.Member.Name))];

    private static List<string> Notes(AnnualEvaluation evaluation, CostResult costs)
    {
        var (year, before) = (ReportText.Year(evaluation.Dossier.Year), ReportText.Year(evaluation.Dossier.Year - 1));
        var notes = new List<string>();
        if (costs.IsProvisional)
        {
            var missing = costs.NotObserved.Count == 0
                ? "ne sont pas transmis"
                : $"ne sont pas tous transmis, il manque : {FrenchText.List([.. costs.NotObserved.Select(c => ReportText.Inside(c.Label()))])}";
            notes.Add($"Les coûts constatés de {year} {missing} : le coût complet, provisoire, est celui de la prévision.");
        }

        if (costs is { Actual: { } actual, Forecast: { } forecast })
        {
            var gap = actual - forecast;
            var part = forecast == 0 ? "" : $" ({FrenchNumber.SignedPercent(gap / Math.Abs(forecast) * 100)})";
            notes.Add(gap == 0
                ? $"Le coût constaté est exactement celui de la prévision : {FrenchMoney.Euros(actual)}."
                : $"Le coût constaté est de {FrenchMoney.Euros(actual)} ; l’écart à la prévision est de {FrenchMoney.SignedEuros(gap)}{part}.");
        }

        if (costs.Previous is null)
        {
            notes.Add($"Aucun coût constaté n’est connu pour {before} : il n’y a pas de comparaison.");
        }

        notes.Add(costs.PerInhabitant is { } perInhabitant
            ? $"Rapporté à la population desservie, chaque membre comptant pour ses jours d’adhésion " +
                $"({FrenchNumber.FormatShort(evaluation.Perimeter.PopulationByDays!.Value, Cents)} habitants), le coût est de {FrenchMoney.Euros(perInhabitant)} par habitant."
            : "La population desservie n’est pas connue : le coût par habitant n’est pas établi.");
        if (costs.PerInhabitant is not null && Uncounted(evaluation) is { Count: > 0 } uncounted)
        {
            notes.Add(FrenchText.Names(uncounted) + (uncounted.Count == 1
                ? " n’a pas de population propre : le coût de son service y est compté, sans habitants en face."
                : " n’ont pas de population propre : le coût de leur service y est compté, sans habitants en face."));
        }

        if (evaluation.Allocation.Allocation is { UnitCost: { } unitCost, FullUnitCost: { } full, Key.Criteria: [{ Indicator: { } code }] } shared)
        {
            var unit = evaluation.Dossier.Catalogue[code];
            notes.Add($"Coût d’une unité de « {unit.Label} » ({unit.Code}) : {FrenchNumber.Format(full, 4)} €.");
            if (unitCost != full)
            {
                notes.Add($"{SplitWords.UnitCostName(shared)} : {FrenchNumber.Format(unitCost, 4)} €.");
            }
        }

        return [.. notes.Select(ReportText.Prose)];
    }
}
