using Evaluation.Core.French;
using Evaluation.Core.Keys;
using Evaluation.Core.Mutualisations;

namespace Evaluation.Local.Demonstration;

/// <summary>Short ways to write the parts of a mutualisation's document.</summary>
internal static class Declaration
{
    /// <summary>French sentences with their typography.</summary>
    public static IReadOnlyList<string> Sentences(params string[] sentences) => [.. sentences.Select(Typography.Fix)];

    /// <summary>Members that enter on the same day and stay.</summary>
    public static IEnumerable<MembershipDocument> Since(string day, IEnumerable<string> members) =>
        members.Select(member => new MembershipDocument { Member = member, From = day });

    /// <summary>Indicators followed with the catalogue's own target, if any.</summary>
    public static IEnumerable<FollowedIndicatorDocument> Follow(params string[] codes) =>
        codes.Select(code => new FollowedIndicatorDocument { Code = code });

    /// <summary>An indicator followed with the convention's target.</summary>
    public static FollowedIndicatorDocument Target(string code, decimal target) => new() { Code = code, Target = target };

    /// <summary>The whole cost split in proportion to a measured unit, and to the population where it counts.</summary>
    public static AllocationDocument Split(string indicator, decimal populationWeight = 0) => new()
    {
        Method = "split",
        Criteria = populationWeight == 0
            ? [Measured(indicator, 1)]
            :
            [
                new KeyCriterionDocument { Criterion = "population", Weight = populationWeight },
                Measured(indicator, 1 - populationWeight),
            ],
    };

    /// <summary>A unit price times the units observed.</summary>
    public static AllocationDocument UnitPrice(string indicator) =>
        new() { Method = "unitPrice", Criteria = [Measured(indicator, 1)] };

    /// <summary>The whole cost split by acts, each for what it weighs.</summary>
    public static AllocationDocument WeightedSplit(params (string Indicator, decimal Weight)[] acts) => new()
    {
        Method = "split",
        Criteria =
        [
            new KeyCriterionDocument
            {
                Criterion = "weightedIndicators",
                Weight = 1,
                Weights = acts.ToDictionary(act => act.Indicator, act => act.Weight),
            },
        ],
    };

    /// <summary>The whole cost split by parts that the convention gives.</summary>
    public static AllocationDocument FixedSplit(params (string Member, decimal Part)[] parts) => new()
    {
        Method = "split",
        Criteria =
        [
            new KeyCriterionDocument
            {
                Criterion = "fixed",
                Weight = 1,
                Shares = parts.ToDictionary(part => part.Member, part => part.Part),
            },
        ],
    };

    private static KeyCriterionDocument Measured(string indicator, decimal weight) =>
        new() { Criterion = "indicator", Indicator = indicator, Weight = weight };
}
