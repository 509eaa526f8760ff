using Evaluation.Core.Assessments;
using Evaluation.Core.Decisions;

namespace Evaluation.Core.Reports;

/// <summary>
/// The annual evaluation of one mutualisation: the one model every format is written from. Figures are rounded as they
/// are shown; euros that commit someone are exact, to the cent.
/// </summary>
/// <param name="Cover">What the report is about.</param>
/// <param name="Changes">What changed since the version before; null for the first.</param>
/// <param name="Summary">One page for a director.</param>
/// <param name="Context">What it is for, in what legal frame.</param>
/// <param name="Perimeter">Who takes part.</param>
/// <param name="Governance">Who steered it; null when nothing is recorded.</param>
/// <param name="Activity">What was done, with what means, to what effect.</param>
/// <param name="Quality">Delays, quality, satisfaction, safety.</param>
/// <param name="Costs">What it cost.</param>
/// <param name="Split">Who pays which part and why.</param>
/// <param name="Savings">What it saved; null for a form that shares no cost.</param>
/// <param name="Criteria">The six criteria and the proposal.</param>
/// <param name="Completeness">What was received of what was due.</param>
/// <param name="Definitions">What the words and figures mean.</param>
public sealed record AnnualReport(
    ReportCover Cover,
    ChangesSection? Changes,
    ReportSummary Summary,
    ContextSection Context,
    PerimeterSection Perimeter,
    GovernanceSection? Governance,
    IndicatorSection Activity,
    IndicatorSection Quality,
    CostSection Costs,
    SplitSection Split,
    SavingsSection? Savings,
    CriteriaSection Criteria,
    CompletenessSection Completeness,
    DefinitionSection Definitions)
{
    private AnnualEvaluation? _evaluation;

    /// <summary>Where the figures come from; worked out when it is first read, which a page of figures never does.</summary>
    public ReportTrace Trace => field ??= ReportTrace.Of(_evaluation!);

    /// <summary>What each member is told of its own part; worked out when it is first read.</summary>
    public AccountSection Accounts => field ??= AccountSections.Of(this, _evaluation!);

    /// <summary>The report of an evaluation: pure, the same every time.</summary>
    /// <param name="evaluation">Of a year.</param>
    /// <param name="edition">Which issue it is.</param>
    /// <param name="decisions">What was decided when it is made; nothing when absent.</param>
    /// <param name="changes">What changed since the version before; null for the first.</param>
    public static AnnualReport Of(
        AnnualEvaluation evaluation, ReportEdition edition, YearDecisions? decisions = null, ChangesSection? changes = null)
    {
        decisions ??= YearDecisions.None;
        var lines = new IndicatorLines(evaluation).All();
        var cover = ReportCover.Of(evaluation, edition);
        var activity = IndicatorSections.Activity(evaluation, lines);
        var quality = IndicatorSections.Quality(evaluation, lines);
        var costs = CostSections.Of(evaluation, lines);
        var savings = SavingsSections.Of(evaluation);
        var criteria = CriteriaSections.Of(evaluation, decisions.OfYear);
        return new AnnualReport(
            cover,
            changes,
            new SummaryWriter(evaluation, edition, decisions, lines, activity, quality, costs, savings, criteria).Write(),
            ContextSections.Of(evaluation, cover),
            PerimeterSections.Of(evaluation, lines),
            GovernanceSections.Of(evaluation, decisions.YearBefore),
            activity,
            quality,
            costs,
            SplitSections.Of(evaluation) with { Uses = UsesFigures.Of("usage-montant", evaluation, lines) },
            savings,
            criteria,
            CompletenessSection.Of(evaluation),
            DefinitionSection.Of(evaluation))
        {
            _evaluation = evaluation,
        };
    }
}
