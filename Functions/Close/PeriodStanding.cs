using Evaluation.Core.Closing;
using Evaluation.Core.Periods;

namespace Evaluation.Functions.Close;

/// <summary>Where a period of a service stands today.</summary>
/// <param name="Period">Which.</param>
/// <param name="Decided">What was decided of it.</param>
/// <param name="Closed">Why it takes no values; null when it does.</param>
/// <param name="Opening">The opening that holds today: its own, that of a period around it or of its year; null when none does.</param>
/// <param name="IsOpenable">Whether an opening lets it take values: not while the amounts of its year, or of one that rests on it, take no change.</param>
public sealed record PeriodStanding(Period Period, PeriodApproval Decided, ClosedPeriod? Closed, PeriodOpening? Opening, bool IsOpenable);
