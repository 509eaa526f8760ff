using Evaluation.Core.Periods;

namespace Evaluation.Core.Confirmations;

/// <summary>A quantity that the share of a member rests on.</summary>
/// <param name="Indicator">Code of what was counted.</param>
/// <param name="Period">Of the indicator’s periodicity.</param>
/// <param name="Value">In the unit of the indicator; null while it is not transmitted.</param>
public sealed record UnitFigure(string Indicator, Period Period, decimal? Value);
