using Evaluation.Core.Assessments;
using Evaluation.Core.French;
using Evaluation.Core.Periods;
using Evaluation.Core.Reports;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Papers.MultiYear;

/// <summary>What a unit cost year by year, each time that the observed cost and a single unit are known.</summary>
internal static class YearlyUnitCosts
{
    private const int CostDecimals = 4;

    public static IEnumerable<PaperBlock> Of(MultiYearFacts facts)
    {
        if (facts.Years.LastOrDefault(y => UnitOf(facts.Of(y)) is not null) is not (var latest and not 0))
        {
            yield return new PaperText("Le coût n’est rapporté à une unité unique sur aucun de ces exercices.");
            yield break;
        }

        var unit = UnitOf(facts.Of(latest))!;
        yield return new PaperTable(
            "Coût d’une unité",
            $"Unités utilisées et coût complet d’une unité : {unit.Name}",
            "Coût d’une unité : coût complet constaté ÷ unités utilisées, en euros courants",
            [
                PaperColumn.Words("Année"), new("Unités", PaperFormat.Number(PaperTotals.DecimalsOf(facts.Years.Select(y => facts.Of(y)?.Allocation.Allocation?.UnitsUsed), unit.Decimals))), new("Coût d’une unité (€)", PaperFormat.Number(CostDecimals)),
                PaperColumn.Words("Remarques"),
            ],
            [.. facts.Years.Select(y => Row(facts, y, unit))]);
        var known = facts.Years
            .Where(y => YearlyFigures.IsConclusive(facts, y) && facts.Of(y) is { Costs.IsProvisional: false } e && unit.IsSameAs(UnitOf(e)) && CostOf(e) is not null)
            .ToList();
        if (known is [var first, .., var last] && !unit.ChangesBetween(Period.OfYear(first), Period.OfYear(last)))
        {
            yield return new PaperText(YearlyFigures.Course(
                facts, "le coût d’une unité", first, last, CostOf(facts.Of(first)!)!.Value, CostOf(facts.Of(last)!)!.Value,
                cost => $"{FrenchNumber.Format(cost, CostDecimals)}{FrenchNumber.UnitSpace}€", "en euros courants"));
        }
    }

    private static PaperRow Row(MultiYearFacts facts, int year, PaperUnit unit)
    {
        if (facts.Of(year) is not { } evaluation)
        {
            var absent = YearlyFigures.Absent(facts, year);
            return PaperRow.Of(ReportText.Year(year), absent, absent, facts.WhyNot(year)!);
        }

        if (evaluation.Allocation.Allocation is null)
        {
            return PaperRow.Of(ReportText.Year(year), PaperTotals.NotAvailable, PaperTotals.NotAvailable, "coût non réparti");
        }

        if (!unit.IsSameAs(UnitOf(evaluation)))
        {
            return PaperRow.Of(ReportText.Year(year), PaperTotals.NotApplicable, PaperTotals.NotApplicable, "clé d’une autre unité");
        }

        var isObserved = evaluation.Costs is { IsProvisional: false };
        return PaperRow.Of(
            ReportText.Year(year),
            PaperTotals.Known(evaluation.Allocation.Allocation.UnitsUsed),
            isObserved ? PaperTotals.Known(CostOf(evaluation)) : PaperTotals.NotAvailable,
            YearlyFigures.Remarks(
                YearlyFigures.Unfinished(facts, year),
                isObserved ? null : "coût constaté non connu en entier",
                unit.ChangesBetween(Period.OfYear(year - 1), Period.OfYear(year)) ? "rupture de série : la définition de l’unité a changé" : null,
                YearlyMembers.Change(facts, year)));
    }

    private static PaperUnit? UnitOf(AnnualEvaluation? evaluation) =>
        evaluation is null ? null : PaperUnit.Of(evaluation.Allocation.Allocation, evaluation.Dossier.Catalogue);

    private static decimal? CostOf(AnnualEvaluation evaluation) => evaluation.Allocation.Allocation?.FullUnitCost;
}
