using Evaluation.Core.Keys;

namespace Evaluation.Core.Costs;

/// <summary>Tells what an amendment changed of a key; the order in which things are written does not matter.</summary>
internal static class KeyComparison
{
    /// <summary>Whether two keys say the same.</summary>
    public static bool IsSameAs(this AllocationKey key, AllocationKey other) =>
        key.SharesAs(other)
        && key.Floor == other.Floor
        && key.Ceiling == other.Ceiling
        && key.GrowthCap == other.GrowthCap
        && key.FranchiseUnits == other.FranchiseUnits
        && key.Solidarity == other.Solidarity
        && key.ProgressiveEntry.SequenceEqual(other.ProgressiveEntry)
        && key.Capacity == other.Capacity;

    /// <summary>
    /// Whether two keys share alike, whatever their limits, reliefs and figures per year: such a change does not divide
    /// the year.
    /// </summary>
    public static bool SharesAs(this AllocationKey key, AllocationKey other) =>
        key.Method == other.Method
        && key.LumpSum == other.LumpSum
        && key.WithoutUnits == other.WithoutUnits
        && key.Capacity?.BornBy == other.Capacity?.BornBy
        && Same(key.Criteria, other.Criteria, Same)
        && SameItems(key.Prices, other.Prices)
        && SameItems(key.LumpSums, other.LumpSums);

    private static bool Same(KeyCriterion one, KeyCriterion other) =>
        one.Kind == other.Kind
        && one.Indicator == other.Indicator
        && one.Weight == other.Weight
        && one.Population == other.Population
        && one.ReferenceYear == other.ReferenceYear
        && SameItems(one.UnitWeights, other.UnitWeights)
        && SameItems(one.Parts, other.Parts);

    private static bool SameItems<T>(IReadOnlyList<T> one, IReadOnlyList<T> other)
        where T : IEquatable<T> => Same(one, other, (a, b) => a.Equals(b));

    private static bool Same<T>(IReadOnlyList<T> one, IReadOnlyList<T> other, Func<T, T, bool> same) =>
        one.Count == other.Count
        && one.All(item => one.Count(i => same(i, item)) == other.Count(i => same(i, item)));
}
