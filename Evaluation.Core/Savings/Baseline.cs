using Evaluation.Core.Communities;
using Evaluation.Core.Costs;

namespace Evaluation.Core.Savings;

/// <summary>The situation of one member before pooling (état des lieux).</summary>
/// <param name="Member">Who.</param>
/// <param name="IsKnown">False when nothing was recorded: a result to report, never zero.</param>
/// <param name="Cost">Running cost of the year of reference by category, in euros to the cent; empty when unknown.</param>
/// <param name="Fte">Full-time equivalents at work on the service (ETP); null when unknown.</param>
/// <param name="Volumes">What was done in the year of reference, by indicator code.</param>
/// <param name="Qualifications">Qualifications of the staff, in words.</param>
/// <param name="Equipment">Equipment, in words.</param>
/// <param name="Premises">Premises, in words.</param>
public sealed record MemberBaseline(
    Member Member,
    bool IsKnown,
    IReadOnlyDictionary<CostCategory, decimal> Cost,
    decimal? Fte,
    IReadOnlyDictionary<string, decimal> Volumes,
    string? Qualifications,
    string? Equipment,
    string? Premises)
{
    /// <summary>Euros of the year of reference; null when unknown.</summary>
    public decimal? TotalCost => IsKnown ? Cost.Values.Sum() : null;
}

/// <summary>What a member still spends on the same work by itself, beside what it pays the service.</summary>
/// <param name="Member">Who.</param>
/// <param name="Year">Fiscal year.</param>
/// <param name="Amount">Euros to the cent, refacturation excluded.</param>
/// <param name="Fte">Full-time equivalents still at work there (ETP); null when unknown.</param>
public sealed record RetainedCost(Member Member, int Year, decimal Amount, decimal? Fte);

/// <summary>
/// The time before, against which savings are measured (situation de référence). It is recorded once, before pooling.
/// Source: domain rule « no saving without a recorded baseline » (docs/spec/savings.md).
/// </summary>
/// <param name="Year">Year of reference.</param>
/// <param name="PriceIndex">Code of the community’s price index that brings costs to current prices.</param>
/// <param name="UnitWeights">What makes one unit of volume: indicator code and weight; empty when volume is not measured.</param>
/// <param name="Method">How it was established, one French sentence.</param>
/// <param name="Source">Document it comes from.</param>
/// <param name="Members">One situation per member, in the community’s order.</param>
/// <param name="Retained">What members still spend by themselves, year by year.</param>
public sealed record Baseline(
    int Year,
    string PriceIndex,
    IReadOnlyDictionary<string, decimal> UnitWeights,
    string Method,
    string Source,
    IReadOnlyList<MemberBaseline> Members,
    IReadOnlyList<RetainedCost> Retained)
{
    /// <summary>The situation of a member; null when the baseline does not name it.</summary>
    public MemberBaseline? Of(Siren member) => Members.FirstOrDefault(m => m.Member.Siren == member);

    /// <summary>What a member still spends by itself in a year; null when nothing was declared.</summary>
    public RetainedCost? RetainedBy(Siren member, int year) =>
        Retained.FirstOrDefault(r => r.Member.Siren == member && r.Year == year);

    /// <summary>Units of volume of some counts: Σ weight × count; null when volume is not measured or a count is missing.</summary>
    /// <param name="count">Count by indicator code; null when missing.</param>
    public decimal? Units(Func<string, decimal?> count)
    {
        if (UnitWeights.Count == 0)
        {
            return null;
        }

        decimal units = 0;
        foreach (var (code, weight) in UnitWeights)
        {
            if (count(code) is not { } known)
            {
                return null;
            }

            units += known * weight;
        }

        return units;
    }
}
