using Evaluation.Core.Keys;

namespace Evaluation.Core.Costs;

/// <summary>The units of all members under one criterion.</summary>
/// <remarks>
/// What is counted stays an exact decimal: units × days for what goes by days, and (units × days of the year −
/// franchise × days of the span) for a franchise. The divisor, days of the year or 1, only serves to show it.
/// </remarks>
internal sealed class UnitColumn
{
    private readonly decimal[] _observed;
    private readonly decimal[] _used;
    private readonly int _divisor;

    private UnitColumn(KeyCriterion criterion, decimal[] observed, decimal[] used, decimal[] counted, int divisor)
    {
        Criterion = criterion;
        _observed = observed;
        _used = used;
        Counted = counted;
        _divisor = divisor;
        Total = counted.Sum();
        UsedTotal = used.Sum() / divisor;
    }

    public KeyCriterion Criterion { get; }

    /// <summary>Exact, in the order of contributors; proportions only matter.</summary>
    public decimal[] Counted { get; }

    public decimal Total { get; }

    /// <summary>Units used by all, days counted, before any franchise.</summary>
    public decimal UsedTotal { get; }

    /// <summary>The column of contributors that all have a value.</summary>
    public static UnitColumn Of(KeyCriterion criterion, IReadOnlyList<Contributor> contributors, SpanTerms terms)
    {
        decimal[] observed = [.. contributors.Select(c => Observed(criterion, c)!.Value)];
        if (!criterion.IsMeasured)
        {
            var byDays = criterion.Kind == CriterionKind.Equal
                ? observed
                : [.. observed.Select((value, i) => value * contributors[i].Days)];
            return new UnitColumn(criterion, observed, byDays, byDays, terms.DaysInYear);
        }

        var stocks = contributors.Select(c => Stock(criterion, c)).ToList();
        if (!terms.HasFranchise && stocks.TrueForAll(s => s == 0))
        {
            return new UnitColumn(criterion, observed, observed, observed, 1);
        }

        // A state counts the days of its member; what adds up stops by itself.
        decimal[] used =
        [
            .. observed.Select((u, i) => ((u - stocks[i]) * terms.DaysInYear) + (stocks[i] * contributors[i].Days)),
        ];
        return new UnitColumn(
            criterion,
            observed,
            used,
            [.. used.Select((u, i) => Math.Max(0, u - Free(criterion, terms, contributors[i])))],
            terms.DaysInYear);
    }

    /// <summary>What a criterion reads of a member; null when it is missing.</summary>
    public static decimal? Observed(KeyCriterion criterion, Contributor contributor) => criterion.Kind switch
    {
        CriterionKind.Equal => contributor.Days,
        CriterionKind.Population => contributor.Inhabitants(criterion),
        CriterionKind.Fixed => criterion.Parts.FirstOrDefault(p => p.Member == contributor.Member.Siren)?.Value,
        CriterionKind.WeightedIndicators => Weighted(criterion, contributor),
        CriterionKind.Indicator => contributor.Units.TryGetValue(criterion.Indicator!, out var units) ? units : null,
    };

    /// <summary>The units used by a contributor, days counted, before any franchise.</summary>
    public decimal Used(int index) => _used[index] / _divisor;

    /// <summary>The units billed to a contributor, for a price.</summary>
    public decimal Billed(int index) => Counted[index] / _divisor;

    public bool HasFranchise(int index) => Criterion.IsMeasured && Counted[index] != _used[index];

    public AppliedTerm Franchise(int index) => new(KeyTerm.Franchise, Used(index), Billed(index));

    public CriterionUnits Shown(int index, Contributor contributor, decimal weight) =>
        new(Criterion, Billed(index), Total / _divisor)
        {
            Observed = _observed[index],
            Weight = weight,
            Uses = Criterion.UnitWeights.Count == 0
                ? []
                : [.. Criterion.UnitWeights.Select(u => Use(u, contributor.Units[u.Indicator]))],
        };

    private static WeightedUse Use(UnitWeight weight, decimal quantity) =>
        new(weight.Indicator, quantity, weight.Weight, quantity * weight.Weight);

    private static decimal Free(KeyCriterion criterion, SpanTerms terms, Contributor contributor) => criterion.IsStock
        ? terms.OverDays(k => k.FranchiseUnits, contributor)
        : terms.OverDays(k => k.FranchiseUnits);

    private static decimal Stock(KeyCriterion criterion, Contributor contributor) => criterion.UnitWeights.Count == 0
        ? criterion.IsStock ? contributor.Units[criterion.Indicator!] : 0
        : criterion.UnitWeights.Where(u => u.IsStock).Sum(u => contributor.Units[u.Indicator] * u.Weight);

    private static decimal? Weighted(KeyCriterion criterion, Contributor contributor)
    {
        var sum = 0m;
        foreach (var weight in criterion.UnitWeights)
        {
            if (!contributor.Units.TryGetValue(weight.Indicator, out var quantity))
            {
                return null;
            }

            sum += quantity * weight.Weight;
        }

        return sum;
    }
}
