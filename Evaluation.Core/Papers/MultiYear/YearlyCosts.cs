using Evaluation.Core.French;
using Evaluation.Core.Reports;
using Evaluation.Core.Reports.Charts;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Papers.MultiYear;

/// <summary>What a service cost year by year.</summary>
internal static class YearlyCosts
{
    private const decimal Thousand = 1000;

    /// <summary>The curve of the observed cost, and the table of planned and observed costs.</summary>
    public static PaperChart Chart(MultiYearFacts facts) => new(
        "couts",
        facts.Edition.Sheet(
            new LineChart
            {
                Title = "Coût constaté, par année",
                Description = ReportText.Prose($"Courbe {facts.Span}. Toutes les valeurs sont dans le tableau de données."),
                Categories = [.. facts.Years.Select(ReportText.Year)],
                Current = new LineSeries("constaté", [.. facts.Years.Select(y => new LinePoint(facts.Of(y) is { } e && SavingsReading.IsAsked(e) ? e.Costs?.Actual / Thousand : null))]),
                Decimals = 1,
            },
            "En milliers d’euros courants",
            Takeaway(facts),
            facts.Community,
            facts.Service.Label,
            facts.Subject),
        new PaperTable(
            "Coûts",
            "Coût prévu et constaté, par année",
            "En euros courants ; écart : constaté − prévu",
            [
                PaperColumn.Words("Année"), PaperColumn.Euros("Prévu"), PaperColumn.Euros("Constaté"), PaperColumn.Difference("Écart"),
                PaperColumn.Words("Remarques"),
            ],
            [.. facts.Years.Select(y => Row(facts, y))]));

    private static PaperRow Row(MultiYearFacts facts, int year)
    {
        if (facts.WhyNot(year) is { } why)
        {
            var absent = YearlyFigures.Absent(facts, year);
            return PaperRow.Of(ReportText.Year(year), absent, absent, absent, why);
        }

        if (!SavingsReading.IsAsked(facts.Of(year)!))
        {
            return PaperRow.Of(
                ReportText.Year(year), PaperTotals.NotApplicable, PaperTotals.NotApplicable, PaperTotals.NotApplicable, "aucun coût partagé");
        }

        var costs = facts.Of(year)!.Costs;
        var missing = costs is { NotObserved: { Count: > 0 } not } ? $"constaté incomplet : {FrenchText.List([.. not.Select(c => ReportText.Inside(Costs.CostCategories.Label(c)))])}" : null;
        return PaperRow.Of(
            ReportText.Year(year),
            PaperTotals.Known(costs?.Forecast),
            PaperTotals.Known(costs?.Actual),
            PaperTotals.Difference(costs?.Forecast, costs?.Actual),
            YearlyFigures.Remarks(YearlyFigures.Unfinished(facts, year), missing, YearlyMembers.Change(facts, year)));
    }

    private static string? Takeaway(MultiYearFacts facts)
    {
        var known = facts.Years
            .Where(y => YearlyFigures.IsConclusive(facts, y) && facts.Of(y) is { Costs.Actual: not null } evaluation && SavingsReading.IsAsked(evaluation))
            .ToList();
        return known is not [var first, .., var last]
            ? null
            : YearlyFigures.Course(
                facts, "le coût constaté", first, last, facts.Of(first)!.Costs!.Actual!.Value, facts.Of(last)!.Costs!.Actual!.Value, FrenchMoney.Euros, "en euros courants");
    }
}
