using Evaluation.Core.Costs;
using Evaluation.Core.Keys;
using Evaluation.Core.Tests.Given;
using FsCheck;
using FsCheck.Fluent;
using static Evaluation.Core.Tests.Costs.GivenContributors;

namespace Evaluation.Core.Tests.Costs;

public sealed class CostAllocationProperties
{
    private static readonly Gen<decimal> Totals = Gen.Choose(-2_000_000_000, 2_000_000_000).Select(cents => cents / 100m);

    private static readonly Gen<AllocationKey> Keys =
        from first in Gen.Choose(1, 98)
        from second in Gen.Choose(1, 99 - first)
        select Split(
            Population(first / 100m), Units("DSI-06", second / 100m), Units("DSI-01", (100 - first - second) / 100m));

    private static readonly Gen<Measured[]> Members = (
        from population in Gen.Choose(1, 200_000)
        from days in Gen.Choose(1, 365)
        from posts in Gen.Choose(0, 2_000)
        from tenths in Gen.Choose(0, 90_000)
        select new Measured(population, days, posts, tenths / 10m)).NonEmptyListOf().Select(m => m.ToArray());

    private static readonly Gen<Case> Cases =
        from key in Keys from total in Totals from members in Members select new Case(key, total, members);

    [Fact]
    public void Shares_of_a_split_add_up_to_the_whole() => Properties.Hold(
        Cases, c => c.Amounts().Sum() == c.Total && c.Outcome().Allocation!.RoundingGap == 0);

    [Fact]
    public void Each_amount_is_within_one_cent_of_its_quota() => Properties.Hold(Cases, c =>
        c.Outcome().Allocation!.Shares.All(s => Math.Abs(s.Amount - (s.Share * c.Total)) < 0.0100001m));

    [Fact]
    public void Shares_are_parts_of_one() => Properties.Hold(Cases, c =>
        c.Outcome().Allocation!.Shares.All(s => s.Share is >= 0 and <= 1)
        && Math.Abs(c.Outcome().Allocation!.Shares.Sum(s => s.Share) - 1) < 0.000000000001m);

    [Fact]
    public void The_order_of_members_decides_ties_only() => Properties.Hold(Cases, c =>
    {
        var reversed = c with { Members = [.. c.Members.Reverse()] };

        // Two members may swap a cent only where their quotas have equal remainders.
        return c.Amounts().Zip(reversed.Amounts().Reverse()).All(pair => Math.Abs(pair.First - pair.Second) <= 0.01m)
            && (HasTies(c) || c.Amounts().SequenceEqual(reversed.Amounts().Reverse()));
    });

    [Fact]
    public void Scaling_all_units_changes_nothing() => Properties.Hold(
        from one in Cases from scale in Gen.Choose(2, 1_000) select (Case: one, scale),
        s => (s.Case with
        {
            Members = [.. s.Case.Members.Select(m => m with { Posts = m.Posts * s.scale, Tickets = m.Tickets * s.scale })],
        }).Amounts().SequenceEqual(s.Case.Amounts()));

    [Fact]
    public void A_credit_is_the_mirror_of_a_charge() => Properties.Hold(
        Cases, c => (c with { Total = -c.Total }).Amounts().SequenceEqual(c.Amounts().Select(a => -a)));

    [Fact]
    public void Who_has_no_unit_owes_nothing() => Properties.Hold(Cases, c =>
    {
        var outcome = CostAllocation.Share(Split(Units("DSI-06")), c.Total, c.Contributors(), Year);
        return outcome.Obstacle == AllocationObstacle.NoUnits
            ? c.Members.All(m => m.Posts == 0)
            : outcome.Amounts().Zip(c.Members).All(pair => pair.Second.Posts != 0 || pair.First == 0);
    });

    [Fact]
    public void The_gap_of_a_unit_price_is_the_cost_less_the_amounts() => Properties.Hold(Cases, c =>
        CostAllocation.Share(UnitPrice("DSI-01"), c.Total, c.Contributors(), Year).Allocation is not { } allocation
        ? c.Members.All(m => m.Tickets == 0)
        : (allocation.RoundingGap == c.Total - allocation.Shares.Sum(s => s.Amount)
            && allocation.Shares.Zip(c.Members).All(pair =>
                pair.First.Amount == decimal.Round(allocation.UnitCost!.Value * pair.Second.Tickets, 2, MidpointRounding.AwayFromZero))));

    private static bool HasTies(Case c)
    {
        var fractions = c.Outcome().Allocation!.Shares
            .Select(s => decimal.Round((Math.Abs(c.Total) * 100 * s.Share) % 1, 9))
            .ToList();
        return fractions.Distinct().Count() < fractions.Count;
    }

    private sealed record Measured(int Population, int Days, int Posts, decimal Tickets);

    private sealed record Case(AllocationKey Key, decimal Total, Measured[] Members)
    {
        public IReadOnlyList<Contributor> Contributors() =>
            [.. Members.Select((m, i) => Contributor(i + 1, m.Population, m.Days, ("DSI-06", m.Posts), ("DSI-01", m.Tickets)))];

        public AllocationOutcome Outcome() => CostAllocation.Share(Key, Total, Contributors(), Year);

        public IReadOnlyList<decimal> Amounts() => Outcome().Amounts();
    }
}
