using Evaluation.Core.Communities;
using Evaluation.Core.French;
using Evaluation.Core.Reports;
using Evaluation.Core.Reports.Charts;
using Evaluation.Core.Reports.Papers;

namespace Evaluation.Core.Papers;

/// <summary>Which issue of a paper.</summary>
/// <param name="Version">From 1.</param>
/// <param name="GeneratedOn">Local date, in Europe/Paris.</param>
/// <param name="DataAsOf">Local date of the data.</param>
public sealed record PaperEdition(int Version, DateOnly GeneratedOn, DateOnly DataAsOf)
{
    private string InWords =>
        $"ersion{FrenchNumber.UnitSpace}{ReportText.Year(Version)} du {FrenchDate.InWords(GeneratedOn)}, données au {FrenchDate.InWords(DataAsOf)}.";

    /// <summary>« Version 2 du 16 juin 2026, données au 12 juin 2026. »</summary>
    internal string Identity => "V" + InWords;

    /// <summary>A chart with all that must be read with it.</summary>
    /// <param name="graphic">What it shows.</param>
    /// <param name="unitLine">Unit, and what each stroke means.</param>
    /// <param name="takeaway">The sentence to remember; null when none is certain.</param>
    /// <param name="community">Whose.</param>
    /// <param name="title">Of the paper.</param>
    /// <param name="subject">Of the paper.</param>
    internal ChartSheet Sheet(Graphic graphic, string unitLine, string? takeaway, Community community, string title, string subject) => new(
        graphic,
        unitLine,
        takeaway,
        title,
        ReportText.Name(community.Name),
        ReportText.Inside(subject),
        $"Source : {ReportText.Inside(subject)}, v{InWords}",
        community.IsDemonstration ? Paper.DemonstrationNotice : null);
}
