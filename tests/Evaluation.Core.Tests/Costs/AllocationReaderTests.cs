using Evaluation.Core.Communities;
using Evaluation.Core.Indicators;
using Evaluation.Core.Keys;
using Evaluation.Core.Problems;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Costs;

public sealed class AllocationReaderTests
{
    private static readonly Community Community = GivenCommunity.Of("A", "B");

    public static TheoryData<string, string, AllocationDocument> Wrong => new()
    {
        { "key.criteria",         "/k/criteria",             Free() with { Criteria = [Equal()] } },
        { "key.unitWeights",      "/k/criteria/0/weights",   Split(Equal() with { Criterion = "weightedIndicators" }) },
        { "key.unitWeights",      "/k/criteria/0/weights",   Split(Weights("ADS-01", 0)) },
        { "key.indicator",        "/k/criteria/0/weights/ADS-04", Split(Weights("ADS-04", 1)) },
        { "key.shares",           "/k/criteria/0/shares",    Split(Shares(("38001", 0.5m), ("38002", 0.4m))) },
        { "key.shares",           "/k/criteria/0/shares",    Split(Shares(("38001", 1.5m), ("38002", -0.5m))) },
        { "member.unknown",       "/k/criteria/0/shares/38009", Split(Shares(("38001", 0.5m), ("38009", 0.5m))) },
        { "member.duplicate",     "/k/criteria/0/shares/38001", Split(Shares((GivenCommunity.SirenOf(1), 0.5m), ("38001", 0.5m))) },
        { "document.unknownChoice", "/k/criteria/0/population", Split(Equal() with { Criterion = "population", Population = "insee" }) },
        { "key.referenceYear",    "/k/criteria/0/referenceYear", Split(Equal() with { Criterion = "population", ReferenceYear = 1999 }) },
        { "key.price",            "/k/prices",               new AllocationDocument { Method = "perAct" } },
        { "key.price",            "/k/prices",               PerAct(("ADS-01", 1.00001m)) },
        { "key.price",            "/k/prices",               PerAct(("ADS-01", -1)) },
        { "key.unexpectedPrice",           "/k/prices",               Split(Equal()) with { Prices = PerAct(("ADS-01", 1)).Prices } },
        { "key.indicator",        "/k/prices/ADS-04",        PerAct(("ADS-04", 1)) },
        { "key.lumpSum",          "/k/lumpSum",              new AllocationDocument { Method = "lumpSum" } },
        { "key.lumpSum",          "/k/lumpSum",              new AllocationDocument { Method = "lumpSum", LumpSum = 0.001m } },
        { "key.unexpectedLumpSum",         "/k/lumpSum",              Split(Equal()) with { LumpSum = 1 } },
        { "key.free",             "/k/method",               Free() with { Floor = 1 } },
        { "key.limits",           "/k/floor",                Split(Equal()) with { Floor = -1 } },
        { "key.limits",           "/k/floor",                Split(Equal()) with { Floor = 2, Ceiling = 1 } },
        { "key.limits",           "/k/floor",                Split(Equal()) with { Ceiling = 0.005m } },
        { "key.growthCap",        "/k/growthCap",            Split(Equal()) with { GrowthCap = -0.01m } },
        { "key.franchise",        "/k/franchiseUnits",       Split(Equal()) with { FranchiseUnits = 1 } },
        { "key.franchise",        "/k/franchiseUnits",       PerAct(("ADS-01", 1), ("DSI-01", 1)) with { FranchiseUnits = 1 } },
        { "key.solidarity",       "/k/solidarity",           Split(Equal()) with { Solidarity = new() { PopulationBelow = 0, Discount = 1 } } },
        { "key.solidarity",       "/k/solidarity",           Split(Equal()) with { Solidarity = new() { PopulationBelow = 1, Discount = 0 } } },
        { "key.progressiveEntry", "/k/progressiveEntry",     Split(Equal()) with { ProgressiveEntry = [1.1m] } },
        { "key.withoutUnits",     "/k/withoutUnits",         Split(Equal()) with { WithoutUnits = "equal" } },
        { "key.withoutUnits",     "/k/withoutUnits",         Split(ByActs()) with { WithoutUnits = "fixed" } },
        { "document.unknownChoice", "/k/withoutUnits",       Split(ByActs()) with { WithoutUnits = "year" } },
        { "key.capacity",         "/k/capacity",             Split(Equal()) with { Capacity = new() { Units = 1, BornBy = "provider" } } },
        { "key.capacity",         "/k/capacity",             Split(ByActs()) with { Capacity = new() { Units = 0, BornBy = "provider" } } },
        { "document.unknownChoice", "/k/capacity/bornBy",    Split(ByActs()) with { Capacity = new() { Units = 1 } } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_fault_has_its_code_and_its_place(string code, string pointer, AllocationDocument document)
    {
        var checks = new DocumentChecks();

        _ = AllocationReader.Read(checks, document, "/k", Catalogue.Standard, Community);

        ProblemAssert.Only(code, pointer, checks.Problems);
    }

    [Fact]
    public void Every_term_is_read()
    {
        var key = Read(Split(ByActs()) with
        {
            Floor = 10,
            Ceiling = 20.50m,
            GrowthCap = 0.05m,
            FranchiseUnits = 3,
            Solidarity = new() { PopulationBelow = 1_000, Discount = 0.25m },
            ProgressiveEntry = [0.3333m, 0.6667m],
            Capacity = new() { Units = 100, BornBy = "members" },
        });

        Assert.Equal((10m, 20.50m, 0.05m, 3m), (key.Floor, key.Ceiling, key.GrowthCap, key.FranchiseUnits));
        Assert.Equal(new Solidarity(1_000, 0.25m), key.Solidarity);
        Assert.Equal([0.3333m, 0.6667m], key.ProgressiveEntry);
        Assert.Equal(new Capacity(100, CapacityBearer.Members), key.Capacity);
    }

    [Fact]
    public void Members_are_named_by_Siren_or_Insee_code()
    {
        var parts = Read(Split(Shares(("38002", 0.75m), (GivenCommunity.SirenOf(1), 0.25m)))).Criteria[0].Parts;

        Assert.Equal(
            [(Community.Named("A").Siren, 0.25m), (Community.Named("B").Siren, 0.75m)],
            parts.Select(p => (p.Member, p.Value)).OrderBy(p => p.Member));
    }

    [Fact]
    public void A_key_names_every_indicator_it_needs()
    {
        Assert.Equal(["ADS-01", "DSI-01"], Read(PerAct(("ADS-01", 80), ("DSI-01", 1.2345m))).Indicators.Order(StringComparer.Ordinal));
        Assert.Equal(["ADS-01"], Read(Split(Weights("ADS-01", 0.7m))).Indicators);
        Assert.Equal(["ADS-01"], Read(Split(ByActs())).Indicators);
    }

    [Fact]
    public void A_population_has_a_kind_and_a_year()
    {
        var criterion = Read(Split(Equal() with { Criterion = "population", Population = "dgf", ReferenceYear = 2020 })).Criteria[0];

        Assert.Equal((PopulationKind.Dgf, 2020), (criterion.Population, criterion.ReferenceYear));
    }

    private static AllocationKey Read(AllocationDocument document)
    {
        var checks = new DocumentChecks();
        var key = AllocationReader.Read(checks, document, "/k", Catalogue.Standard, Community);
        Assert.Empty(checks.Problems);
        return key;
    }

    private static AllocationDocument Split(params KeyCriterionDocument[] criteria) => new() { Criteria = criteria };

    private static AllocationDocument Free() => new() { Method = "free" };

    private static AllocationDocument PerAct(params (string Code, decimal Price)[] prices) => new()
    {
        Method = "perAct",
        Prices = prices.ToDictionary(p => p.Code, p => p.Price, StringComparer.Ordinal),
    };

    private static KeyCriterionDocument Equal() => new() { Criterion = "equal", Weight = 1 };

    private static KeyCriterionDocument ByActs() => new() { Criterion = "indicator", Indicator = "ADS-01", Weight = 1 };

    private static KeyCriterionDocument Weights(string code, decimal weight) => new()
    {
        Criterion = "weightedIndicators",
        Weight = 1,
        Weights = new Dictionary<string, decimal>(StringComparer.Ordinal) { [code] = weight },
    };

    private static KeyCriterionDocument Shares(params (string Member, decimal Part)[] shares) => new()
    {
        Criterion = "fixed",
        Weight = 1,
        Shares = shares.ToDictionary(s => s.Member, s => s.Part, StringComparer.Ordinal),
    };
}
