using Evaluation.Core.Costs;
using Evaluation.Core.Keys;
using Evaluation.Core.Money;
using Evaluation.Core.Tests.Given;
using FsCheck;
using FsCheck.Fluent;
using static Evaluation.Core.Tests.Costs.GivenContributors;

namespace Evaluation.Core.Tests.Costs;

/// <summary>What holds for every key, method and limit.</summary>
public sealed class AllocationLaws
{
    private const decimal ShareError = 0.000_000_000_000_001m;

    // A law that says « or nothing was shared » holds of nothing at all; here is how much it holds of.
    [Fact]
    public void Most_cases_of_the_laws_are_shared()
    {
        Assert.InRange(Shared(AllocationCases.Any), 100, 200);
        Assert.InRange(Shared(AllocationCases.Limited), 100, 200);
        Assert.InRange(Shared(AllocationCases.Plain), 100, 200);

        static int Shared(Gen<AllocationCase> cases)
        {
            var shared = 0;
            Properties.Hold(cases, c =>
            {
                shared += c.Allocation() is null ? 0 : 1;
                return true;
            });
            return shared;
        }
    }

    [Fact]
    public void No_cent_is_lost_or_made() => Properties.Hold(AllocationCases.Any, c =>
        c.Outcome() is var outcome && outcome.Allocation is { } a
            ? a.Shares.Sum(s => s.Amount) + a.RoundingGap + a.ProviderPart == c.Total
                && a.Basis.Shared + a.Basis.UnusedCapacityKept == c.Total
                && (a.Key.Method != AllocationMethod.Split || a.ProviderPart == a.Basis.UnusedCapacityKept)
            : outcome.Obstacle is not null);

    [Fact]
    public void Every_amount_is_in_whole_cents() => Properties.Hold(AllocationCases.Any, c =>
        c.Allocation() is not { } a || a.Shares.All(s => decimal.Round(s.Amount, 2) == s.Amount));

    [Fact]
    public void A_credit_mirrors_a_charge() => Properties.Hold(AllocationCases.Limited, c =>
    {
        var credit = c with
        {
            Total = -c.Total,
            Members = [.. c.Members.Select(m => m with { PreviousAmount = -m.PreviousAmount })],
        };
        return (c.Outcome(), credit.Outcome()) switch
        {
            ({ Allocation: { } charge }, { Allocation: { } mirror }) =>
                mirror.Shares.Select(s => -s.Amount).SequenceEqual(charge.Shares.Select(s => s.Amount)),
            var (charge, mirror) => charge.Obstacle == mirror.Obstacle,
        };
    });

    [Fact]
    public void Permuting_members_permutes_amounts_up_to_ties() => Properties.Hold(AllocationCases.Limited, c =>
    {
        var reversed = (c with { Members = [.. c.Members.Reverse()] }).Outcome();
        return c.Allocation() is not { } a
            ? reversed.Obstacle is not null
            : a.Shares.Zip(reversed.Allocation!.Shares.Reverse()).All(pair =>
                pair.First.Amount == pair.Second.Amount
                || (Math.Abs(pair.First.Amount - pair.Second.Amount) == 0.01m && IsTied(a, pair.First)));
    });

    [Fact]
    public void Each_share_is_within_one_cent_of_its_quota_where_no_limit_binds() => Properties.Hold(AllocationCases.Plain, c =>
        c.Allocation() is not { } a
        || a.Shares.All(s => Math.Abs(s.Amount - (s.Share * c.Total)) < 0.010_001m));

    [Fact]
    public void Scaling_what_is_counted_changes_nothing() => Properties.Hold(
        from one in AllocationCases.Limited from scale in Gen.Choose(2, 5_000) select (Case: one, scale),
        s => Amounts(s.Case).SequenceEqual(Amounts(s.Case with
        {
            Members = [.. s.Case.Members.Select(m => m with
            {
                Units = m.Units.ToDictionary(u => u.Key, u => u.Value * s.scale, StringComparer.Ordinal),
            })],
        })));

    [Fact]
    public void Amounts_stay_between_their_limits() => Properties.Hold(AllocationCases.Limited, c =>
    {
        return c.Allocation() is not { } a
            || a.Shares.Zip(c.Limits()).All(pair =>
                Math.Abs(pair.First.Amount) >= pair.Second.Lower && !(Math.Abs(pair.First.Amount) > pair.Second.Upper));
    });

    [Fact]
    public void Every_amount_is_its_weight_times_one_factor_unless_a_limit_holds_it() => Properties.Hold(AllocationCases.Limited, c =>
    {
        if (c.Allocation() is not { } a || a.Shares.Where(s => s.Quota is not null).ToList() is not { Count: > 0 } free)
        {
            return true;
        }

        var rest = free.Sum(s => s.Amount);
        var whole = free.Sum(s => s.Share);
        return whole == 0 || a.Shares.All(s => (rest * s.Share / whole, s.Terms.FirstOrDefault(t => t.Term >= KeyTerm.Floor)) switch
        {
            (var due, null) => Math.Abs(s.Amount - due) < 0.011m,
            (var due, { Term: KeyTerm.Floor }) => Math.Abs(due) < Math.Abs(s.Amount) + 0.011m,
            (var due, _) => Math.Abs(due) > Math.Abs(s.Amount) - 0.011m,
        });
    });

    [Fact]
    public void Only_limits_that_cannot_hold_stop_a_split() => Properties.Hold(AllocationCases.Limited, c =>
    {
        var free = (c with { Key = c.Key with { Floor = null, Ceiling = null, GrowthCap = null } }).Allocation();
        if (free is null)
        {
            return c.Allocation() is null;
        }

        var limits = c.Limits().ToList();
        var most = limits.Zip(free.Shares).Sum(pair => pair.Second.Share == 0 ? pair.First.Lower : pair.First.Upper ?? Math.Abs(c.Total));
        return c.Outcome().Obstacle == (
            limits.Sum(l => l.Lower) > Math.Abs(c.Total) ? AllocationObstacle.FloorsAboveCost
            : most < Math.Abs(c.Total) ? AllocationObstacle.CeilingsBelowCost
            : null);
    }, 500);

    [Fact]
    public void An_amount_follows_from_its_trace() => Properties.Hold(AllocationCases.Any, c =>
        c.Allocation() is not { } a || a.Shares.All(s => s.Amount == Recomputed(a, s)));

    [Fact]
    public void A_share_follows_from_the_units_of_its_trace() => Properties.Hold(AllocationCases.Limited, c =>
        c.Allocation() is not { } a || a.Shares.Sum(WeightOf) is var whole
            && a.Shares.All(s => Math.Abs(s.Share - (WeightOf(s) / whole)) < ShareError));

    [Fact]
    public void Cents_left_over_go_to_the_first_ranks() => Properties.Hold(AllocationCases.Limited, c =>
        c.Allocation() is not { } a
        || a.Shares.Select(s => s.Quota).OfType<ExactQuota>().OrderBy(q => q.Rank).ToList() is var quotas
            && quotas.Select(q => q.Rank).SequenceEqual(Enumerable.Range(1, quotas.Count))
            && quotas.Zip(quotas.Skip(1)).All(next =>
                next.First.Remainder >= next.Second.Remainder && (next.First.HasRoundingCent || !next.Second.HasRoundingCent)));

    [Fact]
    public void One_span_is_the_year() => Properties.Hold(AllocationCases.Any, c =>
    {
        var span = new KeySpan(new DateOnly(2025, 1, 1), new DateOnly(2026, 1, 1), c.Key);
        var spanned = CostAllocation.Share(new SharedCost(c.Total, []), [new ContributingSpan(span, c.Members)], Year);
        return spanned.Obstacle == c.Outcome().Obstacle
            && (spanned.Allocation?.Shares ?? []).Select(s => s.Amount).SequenceEqual(Amounts(c));
    });

    [Fact]
    public void Two_keys_and_direct_charges_lose_nothing() => Properties.Hold(
        from first in AllocationCases.Any
        from second in AllocationCases.Any
        from month in Gen.Choose(2, 12)
        from direct in AllocationCases.Totals
        select (first, second, month, direct),
        c =>
        {
            var change = new DateOnly(2025, c.month, 1);
            var charge = new DirectCharge(c.first.Members[0].Member.Siren, CostCategory.Autre, c.direct, null);
            var outcome = CostAllocation.Share(
                new SharedCost(c.first.Total, [charge]),
                [
                    new ContributingSpan(new KeySpan(new DateOnly(2025, 1, 1), change, c.first.Key), c.first.Members),
                    new ContributingSpan(new KeySpan(change, new DateOnly(2026, 1, 1), c.second.Key), c.second.Members),
                ],
                Year);
            return outcome.Allocation is not { } a
                ? outcome.Obstacle is not null
                : a.Shares.Sum(s => s.Amount) + a.RoundingGap + a.ProviderPart == c.first.Total
                    && a.Shares[0].Direct == c.direct
                    && a.Spans.Sum(s => s.Allocation.Total) == c.first.Total - c.direct;
        });

    private static IEnumerable<decimal> Amounts(AllocationCase one) => (one.Allocation()?.Shares ?? []).Select(s => s.Amount);

    private static decimal WeightOf(MemberShare share) =>
        share.Terms.LastOrDefault(t => t.IsWeight)?.After ?? share.Criteria.Sum(k => k.Part);

    private static bool IsTied(Allocation allocation, MemberShare share) =>
        share.Quota is { } quota
        && allocation.Shares.Count(s => s.Quota is { } other && Math.Abs(other.Remainder - quota.Remainder) < 0.000_000_001m) > 1;

    private static decimal Recomputed(Allocation allocation, MemberShare share)
    {
        if (share.Terms.LastOrDefault(t => t.Term >= KeyTerm.Floor) is { } limit)
        {
            return limit.After;
        }

        if (share.Quota is { } quota)
        {
            return Math.Sign(allocation.Basis.Shared) * (quota.Cents + (quota.HasRoundingCent ? 1 : 0)) / 100;
        }

        if (share.Terms.LastOrDefault(t => t.Term is KeyTerm.Solidarity or KeyTerm.ProgressiveEntry) is { } relief)
        {
            return relief.After;
        }

        return allocation.Key.Method switch
        {
            AllocationMethod.UnitPrice => Round(allocation.UnitCost!.Value * share.Criteria[0].Units),
            AllocationMethod.LumpSum => Round(allocation.Key.LumpSum!.Value * share.Days / Year),
            AllocationMethod.PerAct => Round(share.Acts.Sum(a => a.Quantity * a.Price)),
            _ => 0,
        };
    }

    private static decimal Round(decimal euros) => decimal.Round(euros, 2, MidpointRounding.AwayFromZero);
}
