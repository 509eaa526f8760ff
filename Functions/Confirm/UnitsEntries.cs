using Evaluation.Core.Confirmations;
using Evaluation.Core.Problems;
using Evaluation.Functions.Store;

namespace Evaluation.Functions.Confirm;

/// <summary>Writes units as they are told.</summary>
internal static class UnitsEntries
{
    /// <summary>Units as they are told.</summary>
    /// <param name="standing">Where they stand.</param>
    /// <param name="kept">What was said of them, as it is kept; null when nothing was.</param>
    public static UnitsEntry Of(UnitsStanding standing, KeptUnits? kept) => new(
        standing.Units.Member.Siren.ToString(),
        standing.Units.Period.ToString(),
        DomainCode.Of(standing.State),
        [.. standing.Units.Figures.Select(f => new UnitFigureDocument { Indicator = f.Indicator, Period = f.Period.ToString(), Value = f.Value })],
        kept?.Document,
        kept?.Stored.Tag);
}
