using System.Numerics;
using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Money;

namespace Evaluation.Core.Savings;

/// <summary>A body that takes part in the year measured.</summary>
/// <param name="Member">Who.</param>
/// <param name="Days">Days of the year on which it takes part.</param>
/// <param name="Recharged">What the service charges it, euros to the cent.</param>
/// <param name="Units">Its units of volume in the year; null when not measured or missing.</param>
public sealed record SavingsParticipant(Member Member, int Days, decimal Recharged, decimal? Units);

/// <summary>What savings of a year are measured from.</summary>
/// <param name="Year">Fiscal year.</param>
/// <param name="DaysInYear">365 or 366.</param>
/// <param name="StartedOn">First day of the service.</param>
/// <param name="Provider">Who carries the cost.</param>
/// <param name="FullCost">Euros; null when unknown.</param>
/// <param name="Fte">Full-time equivalents of the service over the year; null when unknown.</param>
/// <param name="Participants">In the community’s order.</param>
/// <param name="Index">Prices; null when the index lacks one of the two years.</param>
public sealed record SavingsYear(
    int Year,
    int DaysInYear,
    DateOnly StartedOn,
    Member Provider,
    decimal? FullCost,
    decimal? Fte,
    IReadOnlyList<SavingsParticipant> Participants,
    IndexUse? Index)
{
    /// <summary>The second full civil year of the service: no verdict before.</summary>
    public int VerdictFrom => (StartedOn is { Month: 1, Day: 1 } ? StartedOn.Year : StartedOn.Year + 1) + 1;

    /// <summary>What the year saved against a baseline; refacturation moves it between bodies, never changes it.</summary>
    /// <param name="baseline">The time before; null when none was recorded.</param>
    public SavingsResult Against(Baseline? baseline)
    {
        if (baseline is null)
        {
            return Not(SavingsObstacle.NoBaseline, null, []);
        }

        var unknown = Participants.Where(p => baseline.Of(p.Member.Siren) is not { IsKnown: true }).Select(p => p.Member).ToList();
        return unknown.Count > 0 || Participants.Count == 0 ? Not(SavingsObstacle.UnknownMembers, baseline, unknown)
            : Index is not { Then: > 0, Now: > 0 } ? Not(SavingsObstacle.NoPriceIndex, baseline, [])
            : FullCost is not { } cost ? Not(SavingsObstacle.NoCost, baseline, [])
            : Measure(baseline, Index, cost);
    }

    private SavingsResult Not(SavingsObstacle obstacle, Baseline? baseline, IReadOnlyList<Member> unknown) => new(
        obstacle, unknown, baseline?.Year, null, null, null, null, [], null, null, VerdictFrom, Year >= VerdictFrom);

    private SavingsResult Measure(Baseline baseline, IndexUse index, decimal cost)
    {
        var bodies = Bodies(baseline);
        var (then, now) = Volumes(baseline, bodies);
        var retained = bodies.Sum(b => baseline.RetainedBy(b.Member.Siren, Year)?.Amount ?? 0);
        decimal? retainedFte = bodies.Any(b => baseline.RetainedBy(b.Member.Siren, Year) is { Fte: null })
            ? null
            : bodies.Sum(b => baseline.RetainedBy(b.Member.Siren, Year)?.Fte ?? 0);
        var total = PriceVolumeEfficiency.Of(
            Cents.Round(bodies.Sum(Reference)), cost + retained, index.Then, index.Now, then, now);
        return new SavingsResult(
            null,
            [],
            baseline.Year,
            index,
            then,
            now,
            total,
            ByMember(baseline, bodies, total, cost),
            bodies.All(b => b.Before.Fte is not null) ? bodies.Sum(b => b.Before.Fte!.Value * b.Days / DaysInYear) : null,
            Fte + retainedFte,
            VerdictFrom,
            Year >= VerdictFrom)
        {
            Retained = retained,
            RetainedFte = retainedFte,
        };
    }

    // A provider that takes no part for itself still counts with what it spent before.
    private List<Body> Bodies(Baseline baseline)
    {
        var bodies = Participants
            .Select(p => new Body(p.Member, p.Days, baseline.Of(p.Member.Siren)!, p.Recharged, p.Units))
            .ToList();
        if (bodies.All(b => b.Member.Siren != Provider.Siren))
        {
            bodies.Add(new Body(Provider, DaysInYear, baseline.Of(Provider.Siren) ?? Nothing(Provider), 0, 0));
        }

        return [.. bodies.OrderBy(b => b.Member.SortKey, StringComparer.Ordinal)];
    }

    private static MemberBaseline Nothing(Member provider) => new(
        provider, true, new Dictionary<CostCategory, decimal>(), 0, new Dictionary<string, decimal>(), null, null, null);

    private decimal Reference(Body body) => body.Before.TotalCost!.Value * body.Days / DaysInYear;

    private (decimal? Then, decimal? Now) Volumes(Baseline baseline, List<Body> bodies)
    {
        decimal then = 0;
        decimal now = 0;
        foreach (var body in bodies.Where(b => Participants.Any(p => p.Member.Siren == b.Member.Siren)))
        {
            if (UnitsBefore(baseline, body) is not { } before || body.Units is not { } units)
            {
                return (null, null);
            }

            then += before;
            now += units;
        }

        return (then, now);
    }

    private decimal? UnitsBefore(Baseline baseline, Body body) =>
        baseline.Units(code => body.Before.Volumes.TryGetValue(code, out var count) ? count : null) * body.Days / DaysInYear;

    private IReadOnlyList<MemberSavings> ByMember(Baseline baseline, List<Body> bodies, PriceVolumeEfficiency total, decimal cost)
    {
        var weights = bodies.ConvertAll(b => new BigInteger(b.Before.TotalCost!.Value * 100) * b.Days);
        var references = Spread(total.Reference, bodies, weights);
        var atPrices = Spread(total.ReferenceAtCurrentPrices, bodies, weights);
        var recharged = bodies.Sum(b => b.Recharged);
        return [.. bodies.Select((b, i) =>
        {
            var isProvider = b.Member.Siren == Provider.Siren;
            var member = new MemberSavings(
                b.Member,
                isProvider,
                b.Days,
                references[i],
                atPrices[i],
                (baseline.RetainedBy(b.Member.Siren, Year)?.Amount ?? 0) + (isProvider ? cost : 0),
                b.Recharged,
                isProvider ? recharged : 0,
                UnitsBefore(baseline, b) is > 0 and var before ? atPrices[i] / before : null,
                null);
            return member with
            {
                UnitCostNow = b.Units is > 0 ? member.NetCost / b.Units : null,
                AloneNow = member.UnitCostThen is { } then && b.Units is { } units ? Cents.Round(then * units) : null,
            };
        })];
    }

    // Ties go to the lowest SIREN, as in a split: INSEE codes may change.
    private static decimal[] Spread(decimal total, List<Body> bodies, List<BigInteger> weights)
    {
        var spread = new decimal[bodies.Count];
        if (weights.Exists(w => !w.IsZero))
        {
            var order = Enumerable.Range(0, bodies.Count).OrderBy(i => bodies[i].Member.Siren).ToList();
            foreach (var (i, amount) in order.Zip(LargestRemainder.Split(total, order.ConvertAll(i => weights[i]))))
            {
                spread[i] = amount;
            }
        }

        return spread;
    }

    private sealed record Body(Member Member, int Days, MemberBaseline Before, decimal Recharged, decimal? Units);
}
