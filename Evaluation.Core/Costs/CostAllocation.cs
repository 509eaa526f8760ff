using System.Globalization;
using System.Numerics;
using Evaluation.Core.Communities;

namespace Evaluation.Core.Costs;

/// <summary>A member before the split: its days, and its units of each measured indicator of the key.</summary>
/// <param name="Member">Who.</param>
/// <param name="Days">Days of the year on which it takes part, at least 1.</param>
/// <param name="Population">Inhabitants counted for the key; null when unknown.</param>
/// <param name="Units">Units observed by indicator code; a code that is absent is a missing value.</param>
public sealed record Contributor(Member Member, int Days, int? Population, IReadOnlyDictionary<string, decimal> Units);

/// <summary>Shares a cost by a key, exactly: quotas are fractions of integers, rounding happens once, at the end.</summary>
public static class CostAllocation
{
    /// <summary>The shares, or why there are none.</summary>
    /// <param name="key">The rule.</param>
    /// <param name="total">Euros, to the cent.</param>
    /// <param name="contributors">In the order that breaks ties.</param>
    /// <param name="daysInYear">365 or 366; fixed criteria are prorated by days.</param>
    public static AllocationOutcome Share(
        AllocationKey key, decimal total, IReadOnlyList<Contributor> contributors, int daysInYear)
    {
        if (contributors.Count == 0)
        {
            return new AllocationOutcome(null, AllocationObstacle.NoMember, []);
        }

        var missing = contributors.Where(c => key.Criteria.Any(k => RawUnits(k, c) is null)).ToList();
        if (missing.Count > 0)
        {
            return new AllocationOutcome(null, AllocationObstacle.MissingUnits, [.. missing.Select(c => c.Member)]);
        }

        var columns = key.Criteria.Select(k => new Column(k, [.. contributors.Select(c => RawUnits(k, c)!.Value)])).ToList();
        var live = columns.Where(c => c.Total > 0).ToList();
        return live.Count == 0
            ? new AllocationOutcome(null, AllocationObstacle.NoUnits, [])
            : new AllocationOutcome(Shares(key, total, contributors, columns, live, daysInYear), null, []);
    }

    private static Allocation Shares(
        AllocationKey key,
        decimal total,
        IReadOnlyList<Contributor> contributors,
        List<Column> columns,
        List<Column> live,
        int daysInYear)
    {
        var weights = Weights(live, contributors.Count);
        var whole = weights.Aggregate(BigInteger.Zero, BigInteger.Add);
        decimal? unitCost = columns is [{ Criterion.Kind: CriterionKind.Indicator } only]
            ? decimal.Round(total / only.Total, 4, MidpointRounding.AwayFromZero)
            : null;
        var amounts = key.Method == AllocationMethod.UnitPrice && unitCost is { } price
            ? [.. columns[0].Units.Select(u => decimal.Round(price * u, 2, MidpointRounding.AwayFromZero))]
            : LargestRemainder.Split(total, weights);
        var shares = contributors.Select((c, i) => new MemberShare(
            c.Member,
            c.Days,
            [.. columns.Select(k => k.Shown(i, daysInYear))],
            Fraction(weights[i], whole),
            amounts[i]));
        return new Allocation(
            key,
            total,
            unitCost,
            [.. shares],
            total - amounts.Sum(),
            [.. columns.Except(live).Select(c => c.Criterion)]);
    }

    // Fixed criteria count days of presence; measured ones already stop when the member leaves.
    private static decimal? RawUnits(KeyCriterion criterion, Contributor contributor) => criterion.Kind switch
    {
        CriterionKind.Equal => contributor.Days,
        CriterionKind.Population => (decimal?)contributor.Population * contributor.Days,
        _ => contributor.Units.TryGetValue(criterion.Indicator!, out var units) ? units : null,
    };

    // Σ weight × units ÷ total units, over a common denominator, so that no quota is ever rounded.
    private static BigInteger[] Weights(List<Column> live, int count)
    {
        var totals = live.Select(c => Scaled(c.Total, c.Scale)).ToList();
        var weights = new BigInteger[count];
        for (var k = 0; k < live.Count; k++)
        {
            var factor = Scaled(live[k].Criterion.Weight, live.Max(c => (int)c.Criterion.Weight.Scale));
            for (var other = 0; other < live.Count; other++)
            {
                factor *= other == k ? BigInteger.One : totals[other];
            }

            for (var i = 0; i < count; i++)
            {
                weights[i] += factor * Scaled(live[k].Units[i], live[k].Scale);
            }
        }

        return weights;
    }

    private static BigInteger Scaled(decimal value, int scale)
    {
        var digits = value.ToString($"F{scale}", CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal);
        return BigInteger.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }

    private static decimal Fraction(BigInteger part, BigInteger whole)
    {
        var precision = BigInteger.Pow(10, 20);
        return (decimal)(part * precision / whole) / (decimal)precision;
    }

    private sealed record Column(KeyCriterion Criterion, IReadOnlyList<decimal> Units)
    {
        public decimal Total { get; } = Units.Sum();

        public int Scale { get; } = Units.Max(u => (int)u.Scale);

        public CriterionUnits Shown(int index, int daysInYear)
        {
            var divisor = Criterion.Kind == CriterionKind.Indicator ? 1 : daysInYear;
            return new CriterionUnits(Criterion, Units[index] / divisor, Total / divisor);
        }
    }
}
