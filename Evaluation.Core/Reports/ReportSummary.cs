using Evaluation.Core.Indicators;

namespace Evaluation.Core.Reports;

/// <summary>A figure to read first.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">In <paramref name="Unit"/>.</param>
/// <param name="Decimals">Decimals shown.</param>
/// <param name="Unit">« % », « k€ », « jours »; empty for a count.</param>
/// <param name="Comparison">What it compares with, in words.</param>
/// <param name="State">Against its target; null when there is none to state.</param>
public sealed record KeyFigure(
    string Label, Figure Value, int Decimals, string Unit, string Comparison, TargetStatus? State);

/// <summary>One page for a director.</summary>
/// <param name="Sentence">The year in a sentence or two.</param>
/// <param name="KeyFigures">Five of them.</param>
/// <param name="Proposal">What the system proposes and why, or which data are missing.</param>
/// <param name="GoesWell">What goes well.</param>
/// <param name="GoesWrong">What does not.</param>
/// <param name="Costs">What it costs.</param>
/// <param name="Asked">What the director has to do.</param>
public sealed record ReportSummary(
    string Sentence,
    IReadOnlyList<KeyFigure> KeyFigures,
    string Proposal,
    IReadOnlyList<string> GoesWell,
    IReadOnlyList<string> GoesWrong,
    IReadOnlyList<string> Costs,
    IReadOnlyList<string> Asked);
