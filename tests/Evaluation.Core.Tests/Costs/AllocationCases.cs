using Evaluation.Core.Costs;
using Evaluation.Core.Keys;
using Evaluation.Core.Money;
using FsCheck;
using FsCheck.Fluent;
using static Evaluation.Core.Tests.Costs.GivenContributors;

namespace Evaluation.Core.Tests.Costs;

/// <summary>A cost, a key and members of any size: what the laws of an allocation are checked on.</summary>
internal sealed record AllocationCase(AllocationKey Key, decimal Total, IReadOnlyList<Contributor> Members)
{
    public AllocationOutcome Outcome() => CostAllocation.Share(Key, Total, Members, Year);

    public Allocation? Allocation() => Outcome().Allocation;

    /// <summary>Between what each amount stays.</summary>
    public IEnumerable<MemberLimits> Limits()
    {
        var terms = new SpanTerms(new KeySpan(new DateOnly(2025, 1, 1), new DateOnly(2026, 1, 1), Key), Year, Year);
        return Members.Select(m => MemberLimits.Of([new MemberStay(terms, m, 0)], Math.Sign(Total)));
    }

    /// <summary>Parts of the convention follow the members: 1 to 60 of them, as exact hundredths.</summary>
    public static AllocationCase Of(AllocationKey key, decimal total, IReadOnlyList<Contributor> members)
    {
        var parts = LargestRemainder.Split(1, [.. members.Select((_, i) => (System.Numerics.BigInteger)(i % 5))
            .Select(w => members.Count == 1 ? 1 : w)]);
        IReadOnlyList<AgreedFigure> figures = [.. members.Select((m, i) => new AgreedFigure(m.Member.Siren, parts[i]))];
        return new AllocationCase(
            key with { Criteria = [.. key.Criteria.Select(c => c.Kind == CriterionKind.Fixed ? c with { Parts = figures } : c)] },
            total,
            members);
    }
}

/// <summary>Generators over the whole domain: all kinds, all terms, zero units, tiny and huge amounts.</summary>
internal static class AllocationCases
{
    public static readonly Gen<decimal> Totals = Gen.OneOf(
        Gen.Choose(-300, 300).Select(cents => cents / 100m),
        Gen.Choose(-2_000_000_000, 2_000_000_000).Select(cents => cents / 100m),
        Gen.Choose(-2_000_000_000, 2_000_000_000).Select(euros => euros * 500m));

    private static readonly Gen<decimal> Figures = Gen.OneOf(
        Gen.Constant(0m),
        Gen.Choose(0, 100).Select(n => (decimal)n),
        Gen.Choose(0, 90_000_000).Select(n => n / 1_000m));

    private static readonly Gen<Contributor> Member =
        from population in Gen.Choose(0, 200_000)
        from days in Gen.OneOf(Gen.Constant(Year), Gen.Choose(1, Year))
        from files in Figures
        from tickets in Figures
        from previous in Gen.OneOf(Gen.Constant((decimal?)null), Gen.Choose(-500_000, 5_000_000).Select(c => (decimal?)(c / 100m)))
        from joined in Gen.OneOf(Gen.Constant((int?)null), Gen.Choose(1, 4).Select(y => (int?)y))
        select Contributor(1, population, days, ("ADS-01", files), ("DSI-01", tickets)) with
        {
            PreviousAmount = previous,
            YearOfMembership = joined,
        };

    public static readonly Gen<IReadOnlyList<Contributor>> Members = Gen.Choose(1, 60)
        .SelectMany(count => Member.ListOf(count))
        .Select(members => (IReadOnlyList<Contributor>)[.. members.Select((m, i) => m with { Member = Contributor(i + 1).Member })]);

    private static readonly Gen<KeyCriterion> Criterion = Gen.Elements(
        Equal(),
        Population(),
        Units("ADS-01"),
        Units("DSI-01"),
        new KeyCriterion(CriterionKind.Fixed, null, 1),
        new KeyCriterion(CriterionKind.WeightedIndicators, null, 1)
        {
            UnitWeights = [new UnitWeight("ADS-01", 0.7m), new UnitWeight("DSI-01", 1.25m)],
        });

    public static readonly Gen<AllocationKey> PlainSplits =
        from count in Gen.Choose(1, 4)
        from criteria in Criterion.ListOf(count)
        from cuts in Gen.Choose(1, 100 / count).ListOf(count)
        select new AllocationKey(AllocationMethod.Split, [.. Weighted([.. criteria], [.. cuts])]);

    public static readonly Gen<AllocationKey> Splits =
        from key in PlainSplits
        from limits in Limits
        from discount in Gen.Choose(0, 10)
        from below in Gen.Choose(1, 100_000)
        from entry in Gen.Elements<decimal[]>([], [0.3333m, 0.6667m], [0m], [0.5m])
        select limits(key) with
        {
            Solidarity = discount == 0 ? null : new Solidarity(below, discount / 10m),
            ProgressiveEntry = entry,
        };

    private static Gen<Func<AllocationKey, AllocationKey>> Limits =>
        from floor in Optional(Gen.Choose(0, 100_000))
        from room in Optional(Gen.Choose(0, 90_000_000))
        from growth in Optional(Gen.Choose(0, 50))
        select (Func<AllocationKey, AllocationKey>)(key => key with
        {
            Floor = floor / 100m,
            Ceiling = room is null ? null : ((floor ?? 0) + room) / 100m,
            GrowthCap = growth / 100m,
        });

    private static readonly Gen<AllocationKey> Priced =
        from price in Gen.Choose(0, 10_000_000)
        from other in Gen.Choose(0, 10_000_000)
        from key in Gen.Elements(
            UnitPrice("ADS-01"),
            new AllocationKey(AllocationMethod.LumpSum, []) { LumpSum = price / 100m },
            new AllocationKey(AllocationMethod.PerAct, [])
            {
                Prices = [new ActPrice("ADS-01", price / 10_000m), new ActPrice("DSI-01", other / 10_000m)],
            },
            new AllocationKey(AllocationMethod.Free, []))
        from limits in Limits
        from entry in Gen.Elements<decimal[]>([], [0.3333m, 0.6667m])
        select key.Method == AllocationMethod.Free ? key : limits(key) with { ProgressiveEntry = entry };

    private static readonly Gen<AllocationKey> Measured =
        from method in Gen.Elements(AllocationMethod.Split, AllocationMethod.UnitPrice)
        from free in Gen.Choose(0, 50)
        from capacity in Optional(Gen.Choose(1, 1_000_000))
        from bearer in Gen.Elements(CapacityBearer.Provider, CapacityBearer.Members)
        select new AllocationKey(method, [Units("ADS-01")])
        {
            FranchiseUnits = free / 2m,
            Capacity = capacity is { } units ? new Capacity(units, bearer) : null,
        };

    /// <summary>Every method and every term.</summary>
    public static readonly Gen<AllocationCase> Any = CaseOf(Gen.OneOf(Splits, Priced, Measured));

    /// <summary>Splits without terms.</summary>
    public static readonly Gen<AllocationCase> Plain = CaseOf(PlainSplits);

    /// <summary>Splits with limits and reliefs.</summary>
    public static readonly Gen<AllocationCase> Limited = CaseOf(Splits);

    private static Gen<AllocationCase> CaseOf(Gen<AllocationKey> keys) =>
        from key in keys from total in Totals from members in Members select AllocationCase.Of(key, total, members);

    private static Gen<int?> Optional(Gen<int> figures) =>
        Gen.OneOf(Gen.Constant((int?)null), figures.Select(f => (int?)f));

    private static IEnumerable<KeyCriterion> Weighted(IReadOnlyList<KeyCriterion> criteria, IReadOnlyList<int> cuts) =>
        criteria.Select((c, i) => c with { Weight = (i == 0 ? 100 - cuts.Skip(1).Sum() : cuts[i]) / 100m });
}
