using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Keys;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Costs;

/// <summary>Members before a split, and keys, in as few words as the figures of a convention.</summary>
internal static class GivenContributors
{
    public const int Year = 365;

    public static KeyCriterion Equal(decimal weight = 1) => new(CriterionKind.Equal, null, weight);

    public static KeyCriterion Population(decimal weight = 1) => new(CriterionKind.Population, null, weight);

    public static KeyCriterion Units(string code, decimal weight = 1) => new(CriterionKind.Indicator, code, weight);

    public static AllocationKey Split(params KeyCriterion[] criteria) => new(AllocationMethod.Split, criteria);

    public static AllocationKey UnitPrice(string code) => new(AllocationMethod.UnitPrice, [Units(code)]);

    public static Contributor Contributor(
        int rank, int? population = null, int days = Year, params (string Code, decimal Units)[] units) =>
        new(
            new Member(
                Exact.Siren(GivenCommunity.SirenOf(rank)),
                GivenCommunity.InseeOf(rank),
                $"Commune {rank}",
                MemberKind.Commune,
                false,
                []),
            days,
            population,
            units.ToDictionary(u => u.Code, u => u.Units, StringComparer.Ordinal));

    public static IReadOnlyList<decimal> Amounts(this AllocationOutcome outcome) =>
        [.. outcome.Allocation!.Shares.Select(s => s.Amount)];
}
