using Evaluation.Core.Keys;
using Evaluation.Core.Money;

namespace Evaluation.Core.Costs;

/// <summary>Tells the cost of unused capacity apart: cost × (capacity − used) ÷ capacity, at the cent.</summary>
internal static class CapacityBasis
{
    /// <summary>What a key shares of an amount.</summary>
    /// <param name="terms">The key; its capacity counts by days in a part of a year.</param>
    /// <param name="amount">Euros, direct charges taken off.</param>
    /// <param name="used">Units used; null when the key measures none.</param>
    public static CostBasis Of(SpanTerms terms, decimal amount, UnitColumn? used)
    {
        if (terms.Key.Capacity is not { } capacity || used is null)
        {
            return new CostBasis(amount, 0, 0, 0, amount);
        }

        var sized = terms.OverDays(k => k.Capacity!.Units) / terms.DaysInYear;
        var unused = used.UsedTotal >= sized ? 0 : Cents.Round(amount * ((sized - used.UsedTotal) / sized));
        var kept = capacity.BornBy == CapacityBearer.Provider ? unused : 0;
        return new CostBasis(amount, 0, unused, kept, amount - kept);
    }
}
