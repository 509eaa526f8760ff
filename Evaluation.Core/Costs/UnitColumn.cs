namespace Evaluation.Core.Costs;

/// <summary>The units of all members under one criterion.</summary>
/// <remarks>
/// What is counted stays an exact decimal: units × days for what goes by days, and (units × days of the year −
/// franchise × days of the span) for a franchise. The divisor, days of the year or 1, only serves to show it.
/// </remarks>
internal sealed class UnitColumn
{
    private readonly decimal[] _observed;
    private readonly int _divisor;

    private UnitColumn(KeyCriterion criterion, decimal[] observed, decimal[] counted, int divisor)
    {
        Criterion = criterion;
        _observed = observed;
        Counted = counted;
        _divisor = divisor;
        Total = counted.Sum();
        ObservedTotal = observed.Sum();
    }

    public KeyCriterion Criterion { get; }

    /// <summary>Exact, in the order of contributors; proportions only matter.</summary>
    public decimal[] Counted { get; }

    public decimal Total { get; }

    public decimal ObservedTotal { get; }

    /// <summary>The column of contributors that all have a value.</summary>
    public static UnitColumn Of(KeyCriterion criterion, IReadOnlyList<Contributor> contributors, SpanTerms terms)
    {
        decimal[] observed = [.. contributors.Select(c => Observed(criterion, c)!.Value)];
        if (!criterion.IsMeasured)
        {
            var byDays = criterion.Kind == CriterionKind.Equal
                ? observed
                : [.. observed.Select((value, i) => value * contributors[i].Days)];
            return new UnitColumn(criterion, observed, byDays, terms.DaysInYear);
        }

        if (terms.Key.FranchiseUnits == 0)
        {
            return new UnitColumn(criterion, observed, observed, 1);
        }

        var free = terms.Key.FranchiseUnits * terms.Days;
        return new UnitColumn(
            criterion, observed, [.. observed.Select(u => Math.Max(0, (u * terms.DaysInYear) - free))], terms.DaysInYear);
    }

    /// <summary>What a criterion reads of a member; null when it is missing.</summary>
    public static decimal? Observed(KeyCriterion criterion, Contributor contributor) => criterion.Kind switch
    {
        CriterionKind.Equal => contributor.Days,
        CriterionKind.Population => contributor.Inhabitants(criterion),
        CriterionKind.Fixed => criterion.Parts.FirstOrDefault(p => p.Member == contributor.Member.Siren)?.Value,
        CriterionKind.WeightedIndicators => Weighted(criterion, contributor),
        _ => contributor.Units.TryGetValue(criterion.Indicator!, out var units) ? units : null,
    };

    /// <summary>The units billed to a contributor, for a price.</summary>
    public decimal Billed(int index) => Counted[index] / _divisor;

    public bool HasFranchise(int index) => Criterion.IsMeasured && _divisor > 1 && Billed(index) != _observed[index];

    public AppliedTerm Franchise(int index) => new(KeyTerm.Franchise, _observed[index], Billed(index));

    public CriterionUnits Shown(int index, Contributor contributor, decimal weight) =>
        new(Criterion, Counted[index] / _divisor, Total / _divisor)
        {
            Observed = _observed[index],
            Weight = weight,
            Uses = Criterion.UnitWeights.Count == 0
                ? []
                : [.. Criterion.UnitWeights.Select(u => Use(u, contributor.Units[u.Indicator]))],
        };

    private static WeightedUse Use(UnitWeight weight, decimal quantity) =>
        new(weight.Indicator, quantity, weight.Weight, quantity * weight.Weight);

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
