using Evaluation.Core.French;
using Evaluation.Core.Reports;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Papers.MultiYear;

/// <summary>What holds of the figures of every year told.</summary>
internal static class YearlyFigures
{
    /// <summary>What is read for a year of which nothing is told: no figure can exist where the service did not run.</summary>
    public static PaperCell Absent(MultiYearFacts facts, int year) =>
        facts.Service.In(year) is null ? PaperTotals.NotAvailable : PaperTotals.NotApplicable;

    /// <summary>What must be known with the figures of a year; nothing is an empty cell.</summary>
    public static string Remarks(params IEnumerable<string?> remarks) => string.Join(" ; ", remarks.OfType<string>());

    /// <summary>That a year is not over at the date of the data; null when it is.</summary>
    public static string? Unfinished(MultiYearFacts facts, int year) => facts.Of(year) is { IsYearOver: false } ? "année non achevée" : null;

    /// <summary>Whether something may be concluded of a year: it is over, and at least 80 % of the values due came.</summary>
    public static bool IsConclusive(MultiYearFacts facts, int year) => facts.Of(year) is { IsYearOver: true, Completeness.IsTooLow: false };

    /// <summary>Two figures of a series, and that the perimeter changed between them where it did.</summary>
    /// <param name="facts">Of the paper.</param>
    /// <param name="what">With its article, « le coût constaté ».</param>
    /// <param name="first">Earlier year.</param>
    /// <param name="last">Later year.</param>
    /// <param name="before">Of the earlier year.</param>
    /// <param name="now">Of the later year.</param>
    /// <param name="text">How a figure is read.</param>
    /// <param name="basis">On what they compare, at the head of the sentence.</param>
    public static string Course(
        MultiYearFacts facts, string what, int first, int last, decimal before, decimal now, Func<decimal, string> text, string basis)
    {
        var (then, since) = (text(before), text(now));
        var perimeter = YearlyMembers.ChangedBetween(facts, first, last) ? " ; les membres ont changé entre-temps" : "";
        return then == since
            ? $"{FrenchText.Opening(basis)}, {what} est le même en {ReportText.Year(first)} et en {ReportText.Year(last)} : {since}{perimeter}."
            : $"{FrenchText.Opening(basis)}, {what} passe de {then} en {ReportText.Year(first)} à {since} en {ReportText.Year(last)}{perimeter}.";
    }
}
