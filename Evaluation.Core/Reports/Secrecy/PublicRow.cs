using Evaluation.Core.Communities;
using Evaluation.Core.Periods;

namespace Evaluation.Core.Reports.Secrecy;

/// <summary>A figure about to be published.</summary>
/// <param name="Indicator">Code.</param>
/// <param name="Member">Whose; null for the service, or for the total of the members.</param>
/// <param name="Period">That of the indicator, or a longer one for a total over time.</param>
/// <param name="Value">Null when it is not known.</param>
public sealed record PublicRow(string Indicator, Siren? Member, Period Period, decimal? Value);
