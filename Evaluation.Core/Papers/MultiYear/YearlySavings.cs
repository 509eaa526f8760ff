using Evaluation.Core.Reports;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Papers.MultiYear;

/// <summary>What a service saved year by year; nothing is added up over years, whose euros differ.</summary>
internal static class YearlySavings
{
    public static IEnumerable<PaperBlock> Of(MultiYearFacts facts)
    {
        yield return new PaperTable(
            "Économies",
            "Économies et surcoûts établis, à prix et volume de chaque année",
            "En euros de chaque année ; économie : coût sans la mutualisation − coût ; négative, c’est un surcoût",
            [
                PaperColumn.Words("Année"), PaperColumn.Euros("Coût"), PaperColumn.Euros("Coût sans la mutualisation"), PaperColumn.Difference("Économie"),
                PaperColumn.Words("Remarques"),
            ],
            [.. facts.Years.Select(y => Row(facts, y))]);
        yield return new PaperNote(
            "Le coût comprend ce que les membres dépensent encore par eux-mêmes. Sans la mutualisation : ce qu’ils dépensaient avant, aux prix de l’année et, " +
            "quand il est mesuré, pour son volume. Ces montants ne s’additionnent pas d’une année à l’autre : les prix ont changé.");
    }

    private static PaperRow Row(MultiYearFacts facts, int year)
    {
        if (facts.Of(year) is not { } evaluation)
        {
            var absent = YearlyFigures.Absent(facts, year);
            return PaperRow.Of(ReportText.Year(year), absent, absent, absent, facts.WhyNot(year)!);
        }

        if (!SavingsReading.IsAsked(evaluation))
        {
            return PaperRow.Of(ReportText.Year(year), PaperTotals.NotApplicable, PaperTotals.NotApplicable, PaperTotals.NotApplicable, "aucun coût partagé");
        }

        return SavingsReading.WhyNotTold(evaluation) is { } why
            ? PaperRow.Of(ReportText.Year(year), PaperTotals.NotAvailable, PaperTotals.NotAvailable, PaperTotals.NotAvailable, why)
            : PaperRow.Of(
                ReportText.Year(year),
                evaluation.Savings.Total!.Current,
                evaluation.Savings.Total.ReferenceAtCurrentVolume,
                evaluation.Savings.Total.EfficiencySaving,
                evaluation.Savings.HasVolume ? "" : "volume non mesuré");
    }
}
