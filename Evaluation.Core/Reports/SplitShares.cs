using Evaluation.Core.Costs;
using Evaluation.Core.French;
using Evaluation.Core.Keys;

namespace Evaluation.Core.Reports;

/// <summary>Tells quote-parts with what they are parts of: often not the total below them.</summary>
internal static class SplitShares
{
    private const int Decimals = 4;

    /// <summary>Percent, four decimals; not applicable where no key of parts gives the amount.</summary>
    public static Figure Of(MemberShare share) =>
        share.Criteria.Count == 0 ? Figure.NotApplicable : Figure.Of(share.Share * 100, Decimals);

    /// <summary>All of them, added up before they are rounded.</summary>
    public static Figure Total(Allocation allocation) => Has(allocation)
        ? Figure.Of(allocation.Shares.Sum(s => s.Share) * 100, Decimals)
        : Figure.NotApplicable;

    /// <summary>« quote-part en % de 4 743 222,90 €, le coût hors charges directes »; null when there is none.</summary>
    public static string? Basis(Allocation allocation)
    {
        if (!Has(allocation))
        {
            return null;
        }

        var shared = allocation.Basis.Shared;
        var of = allocation switch
        {
            { Spans.Count: > 0 } when shared == allocation.Total => "du coût, toutes clés ensemble",
            { Spans.Count: > 0 } => $"de {FrenchMoney.Euros(shared)}, toutes clés ensemble",
            { Key.Method: AllocationMethod.UnitPrice } => "des unités comptées",
            _ when shared == allocation.Total => "du coût",
            _ => $"de {FrenchMoney.Euros(shared)}, ce que la clé partage",
        };
        var isLimited = allocation.Spans.Count == 0 && allocation.Shares.Any(s => s.Terms.Any(t => t.Term >= KeyTerm.Floor));
        return $"quote-part en % {of}{(isLimited ? ", avant les limites" : "")}";
    }

    private static bool Has(Allocation allocation) => allocation.Shares.Any(s => s.Criteria.Count > 0);
}
