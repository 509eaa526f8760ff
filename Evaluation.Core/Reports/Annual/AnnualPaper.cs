using Evaluation.Core.French;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Reports.Annual;

/// <summary>
/// The annual report as a paper, for Word and spreadsheets (docs/spec/dashboards.md): what the page says, in its order, and in
/// an annex the figures that the page leaves to its data.
/// </summary>
public static class AnnualPaper
{
    /// <summary>The paper of a report: pure, the same every time.</summary>
    public static Paper Of(AnnualReport report)
    {
        var (cover, year, noun) = (report.Cover, report.Cover.Year, FigureWords.MemberNoun(report));
        var charts = new AnnualCharts(report);
        return new Paper(
            cover.Community,
            cover.Label,
            cover.Subtitle,
            IdentityOf(cover),
            cover.IsDemonstration,
            report.Summary.Sentence,
            [
                .. report.Changes is { } changes ? [ChangesPart.Of(changes, cover.Version, noun)] : Array.Empty<PaperSection>(),
                SummaryPart.Of(report),
                ContextPart.Of(report.Context),
                PerimeterPart.Of(report.Perimeter, noun),
                .. report.Governance is { } governance ? [GovernancePart.Of(governance, year)] : Array.Empty<PaperSection>(),
                IndicatorPart.Activity(report.Activity, year, charts),
                IndicatorPart.Quality(report.Quality, year, charts),
                CostPart.Of(report.Costs, year, charts),
                SplitPart.Of(report.Split, year, noun, charts),
                .. report.Savings is { } savings ? [SavingsPart.Of(savings, year, charts)] : Array.Empty<PaperSection>(),
                CriteriaPart.Of(report.Criteria),
                CompletenessPart.Of(report.Completeness, year),
                DefinitionPart.Of(report.Definitions),
                .. ValuesPart.Of(report, noun) is { } values ? [values] : Array.Empty<PaperSection>(),
            ]);
    }

    private static string IdentityOf(ReportCover cover)
    {
        var version = ReportText.Prose(
            $"Version {FrenchNumber.Format(cover.Version)}, établie le {FrenchDate.InWords(cover.GeneratedOn)} ; " +
            $"données arrêtées au {FrenchDate.InWords(cover.DataAsOf)} ; empreinte");
        return $"{version}{FrenchNumber.UnitSpace}{FigureWords.Fingerprint(cover.Fingerprint)}.";
    }
}
