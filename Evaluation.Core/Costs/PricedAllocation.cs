namespace Evaluation.Core.Costs;

/// <summary>Bills prices, lump sums or nothing: what a member does not pay, the provider bears (docs/spec/allocation.md).</summary>
/// <param name="terms">The key and its days.</param>
/// <param name="basis">The cost.</param>
/// <param name="contributors">In the order of members.</param>
internal sealed class PricedAllocation(SpanTerms terms, CostBasis basis, IReadOnlyList<Contributor> contributors)
{
    private readonly AllocationKey _key = terms.Key;

    /// <summary>Unit cost × units; the gap that the rounded price leaves is told apart.</summary>
    public AllocationOutcome ByUnitPrice(UnitColumn column)
    {
        if (column.ObservedTotal <= 0)
        {
            return AllocationOutcome.Prevented(AllocationObstacle.NoUnits);
        }

        var price = decimal.Round(basis.Shared / column.ObservedTotal, 4, MidpointRounding.AwayFromZero);
        var shares = contributors.Select((c, i) => Share(c, price * column.Billed(i)) with
        {
            Criteria = [column.Shown(i, c, 1)],
            Share = column.Total == 0 ? 0 : column.Counted[i] / column.Total,
        }).Select((share, i) => column.HasFranchise(i) ? share with { Terms = [column.Franchise(i), .. share.Terms] } : share);
        var whole = contributors.Select((c, i) => Cents.Round(price * UnitColumn.Observed(column.Criterion, c)!.Value)).Sum();
        return Outcome([.. shares], price, basis.Shared - whole);
    }

    /// <summary>A lump sum per year, by days of membership.</summary>
    public AllocationOutcome ByLumpSum() =>
        Outcome([.. contributors.Select(c => Share(c, terms.ByDays(LumpSumOf(c)!.Value, c)))], null, 0);

    /// <summary>A price per act.</summary>
    public AllocationOutcome PerAct() => Outcome([.. contributors.Select(ActsOf)], null, 0);

    /// <summary>Nothing but direct charges.</summary>
    public AllocationOutcome Free() =>
        Outcome([.. contributors.Select(c => new MemberShare(c.Member, c.Days, [], 0, 0))], null, 0);

    /// <summary>Whether what a member is billed by is not known.</summary>
    public bool Lacks(Contributor contributor) => _key.Method switch
    {
        AllocationMethod.LumpSum => LumpSumOf(contributor) is null,
        AllocationMethod.PerAct => _key.Prices.Any(p => !contributor.Units.ContainsKey(p.Indicator)),
        _ => false,
    };

    private decimal? LumpSumOf(Contributor contributor) =>
        _key.LumpSums.FirstOrDefault(l => l.Member == contributor.Member.Siren)?.Value ?? _key.LumpSum;

    private MemberShare ActsOf(Contributor contributor)
    {
        var free = _key.FranchiseUnits * terms.Days / terms.DaysInYear;
        List<BilledActs> acts = [.. _key.Prices.Select(price =>
        {
            var billed = Math.Max(0, contributor.Units[price.Indicator] - free);
            return new BilledActs(price.Indicator, billed, price.Price, billed * price.Price);
        })];
        var share = Share(contributor, acts.Sum(a => a.Euros)) with { Acts = acts };
        return free == 0
            ? share
            : share with
            {
                Terms =
                [
                    .. acts.Select(a => new AppliedTerm(KeyTerm.Franchise, contributor.Units[a.Indicator], a.Quantity)),
                    .. share.Terms,
                ],
            };
    }

    private MemberShare Share(Contributor contributor, decimal euros)
    {
        var applied = new List<AppliedTerm>();
        var relieved = euros;
        Relieve(KeyTerm.Solidarity, terms.SolidarityOf(contributor));
        Relieve(KeyTerm.ProgressiveEntry, terms.EntryOf(contributor));
        var amount = Cents.Round(relieved);
        if (terms.HasLimits)
        {
            var (sign, before) = (amount < 0 ? -1 : 1, amount);
            var limits = terms.LimitsOf(contributor, sign);
            var magnitude = Math.Max(limits.Lower, Math.Abs(amount));
            amount = sign * (limits.Upper is { } upper ? Math.Min(upper, magnitude) : magnitude);
            if (amount != before)
            {
                applied.Add(new AppliedTerm(Math.Abs(amount) > Math.Abs(before) ? KeyTerm.Floor : limits.UpperTerm, before, amount));
            }
        }

        return new MemberShare(contributor.Member, contributor.Days, [], 0, amount) { Terms = applied };

        void Relieve(KeyTerm term, decimal part)
        {
            if (part != 1)
            {
                applied.Add(new AppliedTerm(term, Cents.Round(relieved), Cents.Round(relieved * part)));
                relieved *= part;
            }
        }
    }

    private AllocationOutcome Outcome(IReadOnlyList<MemberShare> shares, decimal? unitCost, decimal gap)
    {
        var allocation = new Allocation(_key, basis.Full, unitCost, shares, gap, [])
        {
            Basis = basis,
            ProviderPart = basis.Shared + basis.UnusedCapacityKept - gap - shares.Sum(s => s.Amount),
        };
        return new AllocationOutcome(allocation, null, []);
    }
}
