using Evaluation.Core.French;
using Evaluation.Core.Reports.Charts;

namespace Evaluation.Core.Reports;

/// <summary>A chart of a report under the name of its files.</summary>
/// <param name="Name">« activite-membres ».</param>
/// <param name="Sheet">The chart and what must be read with it.</param>
public sealed record NamedSheet(string Name, ChartSheet Sheet);

/// <summary>Gathers the charts of a report, each with all that it needs to stand alone.</summary>
public static class ChartSheets
{
    /// <summary>Every chart, in the order of the page.</summary>
    public static IReadOnlyList<NamedSheet> Of(AnnualReport report)
    {
        var sheets = new List<NamedSheet>();
        Series(report.Activity.Course);
        Members(report.Activity.ByMember);
        if (report.Activity.ByMonth is { } months)
        {
            Add(months.Name, months.Drawing(), months.UnitLine, months.Takeaway);
        }

        Series(report.Quality.Course);
        Members(report.Quality.ByMember);
        if (report.Costs.Composition is { } costs)
        {
            Add(costs.Name, costs.Drawing(), costs.UnitLine, costs.Takeaway);
        }

        if (report.Split.Uses is { } uses)
        {
            Add(uses.Name, uses.Drawing(), ReportText.Prose($"{uses.UnitLine} ; {uses.Marks}"), uses.Takeaway);
        }

        if (report.Savings?.Figure is { } savings)
        {
            Add(savings.Name, savings.Drawing(), savings.UnitLine, savings.Takeaway);
        }

        return sheets;

        void Series(SeriesFigure? figure)
        {
            if (figure is not null)
            {
                Add(figure.Name, figure.Drawing(), figure.UnitLine, figure.Takeaway);
            }
        }

        void Members(MembersFigure? figure)
        {
            if (figure is not null)
            {
                Add(figure.Name, figure.Drawing(), figure.UnitLine, figure.Takeaway);
            }
        }

        void Add(string name, Graphic graphic, string unitLine, string? takeaway) => sheets.Add(new NamedSheet(
            name,
            new ChartSheet(
                graphic,
                unitLine,
                takeaway,
                report.Cover.Label,
                report.Cover.Community,
                $"exercice{FrenchNumber.UnitSpace}{ReportText.Year(report.Cover.Year)}",
                SourceOf(report.Cover),
                report.Cover.IsDemonstration ? ReportText.Prose("Données de démonstration : chiffres inventés, communes réelles.") : null)));
    }

    private static string SourceOf(ReportCover cover) => ReportText.Prose(
        $"Source : {ReportText.Inside(cover.Subtitle)}, version{FrenchNumber.UnitSpace}{ReportText.Year(cover.Version)} " +
        $"du {FrenchDate.InWords(cover.GeneratedOn)}, données au {FrenchDate.InWords(cover.DataAsOf)}.");
}
