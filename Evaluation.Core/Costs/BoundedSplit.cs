using System.Numerics;
using Evaluation.Core.Money;

namespace Evaluation.Core.Costs;

/// <summary>
/// Splits an amount between limits: who crosses one is fixed at it, the rest is shared again by the same weights,
/// until nobody crosses (docs/spec/allocation.md). Every amount is its weight × one common factor, held between its
/// limits; amounts add up exactly.
/// </summary>
internal sealed class BoundedSplit
{
    private readonly IReadOnlyList<BigInteger> _weights;
    private readonly BigInteger[] _lower;
    private readonly BigInteger?[] _upper;
    private readonly List<int> _free;
    private BigInteger _rest;

    private BoundedSplit(decimal amount, IReadOnlyList<BigInteger> weights, IReadOnlyList<MemberLimits> limits)
    {
        _weights = weights;
        _lower = [.. limits.Select(l => Cents.Of(l.Lower))];
        _upper = [.. limits.Select(l => l.Upper is { } upper ? Cents.Of(upper) : (BigInteger?)null)];
        _rest = Cents.Of(amount);
        _free = [.. Enumerable.Range(0, weights.Count)];
        Results = new BoundedAmount[weights.Count];
    }

    /// <summary>By member; read them once the split is made.</summary>
    private BoundedAmount[] Results { get; }

    /// <summary>The amounts in the order of the weights, or the limits that prevent them.</summary>
    /// <param name="amount">Euros to the cent, 0 or more.</param>
    /// <param name="weights">Not negative, at least one positive.</param>
    /// <param name="limits">In the order of the weights.</param>
    public static (BoundedAmount[]? Amounts, AllocationObstacle? Obstacle) Of(
        decimal amount, IReadOnlyList<BigInteger> weights, IReadOnlyList<MemberLimits> limits)
    {
        var split = new BoundedSplit(amount, weights, limits);
        if (QuotaWeights.Sum(split._lower) > split._rest)
        {
            return (null, AllocationObstacle.FloorsAboveCost);
        }

        return split.Share() ? (split.Results, null) : (null, AllocationObstacle.CeilingsBelowCost);
    }

    private bool Share()
    {
        while (_free.Count > 0)
        {
            var whole = _free.Aggregate(BigInteger.Zero, (sum, i) => sum + _weights[i]);
            if (whole.IsZero)
            {
                // Without weight there is nothing above the floor.
                Fix(i => _lower[i], _rest, whole, _ => true);
                break;
            }

            var (shortfall, excess) = Crossings(whole);
            if (shortfall.IsZero && excess.IsZero)
            {
                ShareRest();
                return true;
            }

            // The larger side first: fixing it can bring the other side back within its limits, never the reverse.
            var rest = _rest;
            if (shortfall >= excess)
            {
                Fix(i => _lower[i], rest, whole, i => rest * _weights[i] < _lower[i] * whole);
            }

            if (excess >= shortfall)
            {
                Fix(i => _upper[i]!.Value, rest, whole, i => _upper[i] is { } upper && rest * _weights[i] > upper * whole);
            }
        }

        return _rest.IsZero;
    }

    private (BigInteger Shortfall, BigInteger Excess) Crossings(BigInteger whole)
    {
        var (shortfall, excess) = (BigInteger.Zero, BigInteger.Zero);
        foreach (var i in _free)
        {
            var quota = _rest * _weights[i];
            shortfall += BigInteger.Max(0, (_lower[i] * whole) - quota);
            excess += _upper[i] is { } upper ? BigInteger.Max(0, quota - (upper * whole)) : 0;
        }

        return (shortfall, excess);
    }

    private void Fix(Func<int, BigInteger> limit, BigInteger rest, BigInteger whole, Func<int, bool> crosses)
    {
        foreach (var i in _free.FindAll(i => crosses(i)))
        {
            var quota = whole.IsZero ? 0 : Cents.Round(Fractions.Of(rest * _weights[i], whole, 4) / 100);
            Results[i] = new BoundedAmount(Cents.Euros(limit(i)), quota, null);
            _rest -= limit(i);
            _free.Remove(i);
        }
    }

    private void ShareRest()
    {
        var quotas = LargestRemainder.Quotas(Cents.Euros(_rest), [.. _free.Select(i => _weights[i])]);
        foreach (var (i, quota) in _free.Zip(quotas))
        {
            Results[i] = new BoundedAmount(LargestRemainder.Euros(quota, 1), null, quota);
        }
    }
}

/// <summary>An amount between limits.</summary>
/// <param name="Amount">Euros to the cent.</param>
/// <param name="BeforeLimit">What the weight alone gave when a limit fixed it, at the cent; null when none did.</param>
/// <param name="Quota">The exact part of the rest; null when a limit fixed it.</param>
internal sealed record BoundedAmount(decimal Amount, decimal? BeforeLimit, ExactQuota? Quota);
