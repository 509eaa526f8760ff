using System.Numerics;

namespace Evaluation.Core.Costs;

/// <summary>Shares a cost entirely: what one member does not pay, the others do (docs/spec/allocation.md).</summary>
/// <param name="terms">The key and its days.</param>
/// <param name="basis">The cost; the key applies to its shared part.</param>
/// <param name="contributors">In the order that breaks ties.</param>
/// <param name="columns">Their units.</param>
internal sealed class SplitAllocation(
    SpanTerms terms, CostBasis basis, IReadOnlyList<Contributor> contributors, IReadOnlyList<UnitColumn> columns)
{
    private readonly List<UnitColumn> _live = [.. columns.Where(c => c.Total > 0)];

    public AllocationOutcome Outcome()
    {
        if (_live.Count == 0)
        {
            return AllocationOutcome.Prevented(AllocationObstacle.NoUnits);
        }

        var weights = QuotaWeights.Of(_live, contributors.Count);
        var relieved = terms.HasReliefs ? new RelievedWeights(terms, contributors, weights) : null;
        var borne = relieved?.Weights ?? weights;
        if (relieved is not null && borne.All(w => w.IsZero))
        {
            return AllocationOutcome.Prevented(AllocationObstacle.NoUnits);
        }

        var (amounts, obstacle) = Amounts(borne);
        return amounts is null
            ? AllocationOutcome.Prevented(obstacle!.Value)
            : new AllocationOutcome(Allocation(borne, amounts, relieved), null, []);
    }

    private (BoundedAmount[]? Amounts, AllocationObstacle? Obstacle) Amounts(BigInteger[] weights)
    {
        if (terms.HasLimits)
        {
            var sign = Math.Sign(basis.Shared);
            return BoundedSplit.Of(Math.Abs(basis.Shared), weights, [.. contributors.Select(c => terms.LimitsOf(c, sign))]);
        }

        var quotas = LargestRemainder.Quotas(basis.Shared, weights);
        return ([.. quotas.Select(q => new BoundedAmount(LargestRemainder.Euros(q, 1), null, q))], null);
    }

    private Allocation Allocation(BigInteger[] weights, BoundedAmount[] amounts, RelievedWeights? relieved)
    {
        var parts = QuotaWeights.Parts(weights);
        var whole = _live.Sum(c => c.Criterion.Weight);
        var sign = Math.Sign(basis.Shared);
        var shares = new MemberShare[contributors.Count];
        for (var i = 0; i < shares.Length; i++)
        {
            var contributor = contributors[i];
            shares[i] = new MemberShare(
                contributor.Member,
                contributor.Days,
                Criteria(i, whole),
                parts[i],
                sign * amounts[i].Amount)
            {
                Quota = amounts[i].Quota,
                Terms = [.. Franchises(i), .. relieved?.Applied(i) ?? [], .. Limits(contributor, amounts[i], sign)],
            };
        }

        return new Allocation(
            terms.Key,
            basis.Full,
            columns is [{ Criterion.IsMeasured: true, ObservedTotal: > 0 } only]
                ? decimal.Round(basis.Shared / only.ObservedTotal, 4, MidpointRounding.AwayFromZero)
                : null,
            shares,
            0,
            columns.Count == _live.Count ? [] : [.. columns.Except(_live).Select(c => c.Criterion)])
        {
            Basis = basis,
            ProviderPart = basis.UnusedCapacityKept,
        };
    }

    private CriterionUnits[] Criteria(int index, decimal whole) =>
        [.. columns.Select(c => c.Shown(index, contributors[index], c.Total > 0 ? c.Criterion.Weight / whole : 0))];

    private IEnumerable<AppliedTerm> Franchises(int index) =>
        terms.Key.FranchiseUnits == 0 ? [] : columns.Where(c => c.HasFranchise(index)).Select(c => c.Franchise(index));

    private IEnumerable<AppliedTerm> Limits(Contributor contributor, BoundedAmount amount, int sign)
    {
        if (amount.BeforeLimit is not { } before)
        {
            return [];
        }

        var term = amount.Amount >= before ? KeyTerm.Floor : terms.LimitsOf(contributor, sign).UpperTerm;
        return [new AppliedTerm(term, sign * before, sign * amount.Amount)];
    }
}
