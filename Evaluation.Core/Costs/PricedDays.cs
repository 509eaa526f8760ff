using Evaluation.Core.Keys;
using Evaluation.Core.Money;

namespace Evaluation.Core.Costs;

/// <summary>Bills the days of a span at prices, lump sums or nothing (docs/spec/allocation.md).</summary>
internal sealed class PricedDays : ISharedDays
{
    private readonly AllocationKey _key;
    private readonly UnitColumn? _column;

    /// <summary>The bills of a span.</summary>
    /// <param name="terms">The key and its days.</param>
    /// <param name="amount">Euros to the cent that go to these days.</param>
    /// <param name="contributors">Who all have a value, in the order of members.</param>
    public PricedDays(SpanTerms terms, decimal amount, IReadOnlyList<Contributor> contributors)
    {
        Terms = terms;
        Contributors = contributors;
        _key = terms.Key;
        _column = _key.Method == AllocationMethod.UnitPrice ? UnitColumn.Of(_key.Criteria[0], contributors, terms) : null;
        Basis = CapacityBasis.Of(terms, amount, _column);
        Price = _column is { UsedTotal: > 0 }
            ? decimal.Round(Basis.Shared / _column.UsedTotal, 4, MidpointRounding.AwayFromZero)
            : null;
    }

    public SpanTerms Terms { get; }

    public CostBasis Basis { get; }

    public IReadOnlyList<Contributor> Contributors { get; }

    /// <summary>Euros per unit; null unless the key bills one.</summary>
    public decimal? Price { get; }

    /// <summary>Whether there is no unit to divide the cost by.</summary>
    public bool HasNoUnits => _column is { UsedTotal: <= 0 };

    /// <summary>What the rounded price gives a member before franchise and reliefs, in euros; null without a unit price.</summary>
    public decimal? WholePrice(int index) => Price * _column?.Used(index);

    /// <summary>What each member is billed; amounts are not rounded yet.</summary>
    public Allocation Allocation()
    {
        IReadOnlyList<MemberShare> shares = [.. Contributors.Select(Bill)];
        var gap = Price is null ? 0 : Basis.Shared - Contributors.Select((_, i) => WholePrice(i)!.Value).Sum();
        return new Allocation(_key, Basis.Full, Price, shares, gap, [])
        {
            Basis = Basis,
            UnitsUsed = _column?.UsedTotal,
            ProviderPart = Basis.Shared + Basis.UnusedCapacityKept - gap - shares.Sum(s => s.Amount),
        };
    }

    /// <summary>Whether what a member is billed by is not known.</summary>
    public static bool Lacks(AllocationKey key, Contributor contributor) => key.Method switch
    {
        AllocationMethod.LumpSum => LumpSumOf(key, contributor) is null,
        AllocationMethod.PerAct => key.Prices.Any(p => !contributor.Units.ContainsKey(p.Indicator)),
        AllocationMethod.Split or AllocationMethod.UnitPrice or AllocationMethod.Free => false,
    };

    private MemberShare Bill(Contributor contributor, int index)
    {
        switch (_key.Method)
        {
            case AllocationMethod.UnitPrice:
                var bill = Relieved(contributor, Price!.Value * _column!.Billed(index));
                return bill with
                {
                    Criteria = [_column.Shown(index, contributor, 1)],
                    Share = _column.Total == 0 ? 0 : _column.Counted[index] / _column.Total,
                    Terms = _column.HasFranchise(index) ? [_column.Franchise(index), .. bill.Terms] : bill.Terms,
                };
            case AllocationMethod.LumpSum:
                return Relieved(contributor, LumpSumOf(_key, contributor)!.Value * contributor.Days / Terms.DaysInYear);
            case AllocationMethod.PerAct:
                return ActsOf(contributor);
            default:
                return new MemberShare(contributor.Member, contributor.Days, [], 0, 0);
        }
    }

    private MemberShare ActsOf(Contributor contributor)
    {
        var franchises = new List<AppliedTerm>();
        List<BilledActs> acts = [.. _key.Prices.Select(price =>
        {
            var observed = contributor.Units[price.Indicator];
            var used = price.IsStock ? observed * contributor.Days / Terms.DaysInYear : observed;
            var free = (price.IsStock
                ? Terms.OverDays(k => k.FranchiseUnits, contributor)
                : Terms.OverDays(k => k.FranchiseUnits)) / Terms.DaysInYear;
            var billed = Math.Max(0, used - free);
            if (free != 0)
            {
                franchises.Add(new AppliedTerm(KeyTerm.Franchise, used, billed));
            }

            return new BilledActs(price.Indicator, billed, price.Price, billed * price.Price);
        })];
        var share = Relieved(contributor, acts.Sum(a => a.Euros));
        return share with { Acts = acts, Terms = [.. franchises, .. share.Terms] };
    }

    private MemberShare Relieved(Contributor contributor, decimal euros)
    {
        var (solidarity, relief) = (Terms.SolidarityOf(contributor), Terms.ReliefOf(contributor));
        var terms = new List<AppliedTerm>();
        if (solidarity != 1)
        {
            terms.Add(new AppliedTerm(KeyTerm.Solidarity, Cents.Round(euros), Cents.Round(euros * solidarity)));
        }

        if (relief != solidarity)
        {
            terms.Add(new AppliedTerm(KeyTerm.ProgressiveEntry, Cents.Round(euros * solidarity), Cents.Round(euros * relief)));
        }

        return new MemberShare(contributor.Member, contributor.Days, [], 0, euros * relief) { Terms = terms };
    }

    private static decimal? LumpSumOf(AllocationKey key, Contributor contributor) =>
        key.LumpSums.FirstOrDefault(l => l.Member == contributor.Member.Siren)?.Value ?? key.LumpSum;
}
