using Evaluation.Core.Assessments;

namespace Evaluation.Core.Reports;

/// <summary>
/// The annual evaluation of one mutualisation: the one model every format is written from. Figures are rounded as they
/// are shown; euros that commit someone are exact, to the cent.
/// </summary>
/// <param name="Cover">What the report is about.</param>
/// <param name="Summary">One page for a director.</param>
/// <param name="Perimeter">Who takes part.</param>
/// <param name="Activity">What was done, with what means, to what effect.</param>
/// <param name="Quality">Delays, quality, satisfaction, safety.</param>
/// <param name="Costs">What it cost.</param>
/// <param name="Split">Who pays which part and why.</param>
/// <param name="Completeness">What was received of what was due.</param>
/// <param name="Definitions">What the words and figures mean.</param>
public sealed record AnnualReport(
    ReportCover Cover,
    ReportSummary Summary,
    PerimeterSection Perimeter,
    IndicatorSection Activity,
    IndicatorSection Quality,
    CostSection Costs,
    SplitSection Split,
    CompletenessSection Completeness,
    DefinitionSection Definitions)
{
    /// <summary>The report of an evaluation: pure, the same every time.</summary>
    public static AnnualReport Of(AnnualEvaluation evaluation, ReportEdition edition)
    {
        var lines = new IndicatorLines(evaluation).All();
        var cover = ReportCover.Of(evaluation, edition);
        var activity = IndicatorSections.Activity(evaluation, lines);
        var quality = IndicatorSections.Quality(evaluation, lines);
        var costs = CostSections.Of(evaluation, lines);
        var split = SplitSections.Of(evaluation);
        var completeness = CompletenessSection.Of(evaluation);
        return new AnnualReport(
            cover,
            new SummaryWriter(evaluation, edition, lines, activity, quality, costs).Write(),
            PerimeterSections.Of(evaluation, lines),
            activity,
            quality,
            costs,
            split,
            completeness,
            DefinitionSection.Of(evaluation));
    }
}
