using Evaluation.Core.Communities;
using Evaluation.Core.Costs;
using Evaluation.Core.Indicators;
using Evaluation.Core.Savings;
using Evaluation.Core.Tests.Given;
using Evaluation.Core.Tests.Scenarios;

namespace Evaluation.Core.Tests.Savings;

public sealed class BaselineReaderTests
{
    private static readonly Community Community = GivenYear.Community;

    private static readonly MemberBaselineDocument A = new()
    {
        Member = "38001",
        Cost = new Dictionary<string, decimal> { ["personnel"] = 412_300.10m, ["fournitures"] = 18_450m },
        Fte = 6.5m,
        Volumes = new Dictionary<string, decimal> { ["ADS-01"] = 180 },
        Premises = "Hôtel de ville",
    };

    private static readonly BaselineDocument Right = new()
    {
        Year = 2019,
        PriceIndex = "prix",
        UnitWeights = new Dictionary<string, decimal> { ["ADS-01"] = 1 },
        Method = "Relevé des comptes.",
        Source = "Étude de 2019",
        Members = [A],
        Retained = [new RetainedCostDocument { Member = "38001", Year = 2025, Amount = 1_200.50m, Fte = 0.1m }],
    };

    public static TheoryData<string, string, BaselineDocument> Wrong => new()
    {
        { "year.invalid",        "/year",                          Right with { Year = null } },
        { "year.invalid",        "/year",                          Right with { Year = 1999 } },
        { "document.missing",    "/priceIndex",                    Right with { PriceIndex = null } },
        { "baseline.priceIndex", "/priceIndex",                    Right with { PriceIndex = "autre" } },
        { "baseline.unit",       "/unitWeights/ADS-01",            Right with { UnitWeights = Weights("ADS-01", 0) } },
        { "baseline.members",    "/members",                       Right with { Members = [] } },
        { "member.unknown",      "/members/0/member",              Right with { Members = [A with { Member = "38999" }] } },
        { "baseline.duplicate",  "/members/1/member",              Right with { Members = [A, A] } },
        { "baseline.cost",       "/members/0/cost",                Right with { Members = [A with { Cost = null }] } },
        { "baseline.unexpectedCost",      "/members/0/cost",                Right with { Members = [A with { Known = false }] } },
        { "baseline.amount",     "/members/0/cost/personnel",      Right with { Members = [A with { Cost = Weights("personnel", 0.001m) }] } },
        { "baseline.amount",     "/members/0/cost/personnel",      Right with { Members = [A with { Cost = Weights("personnel", -1) }] } },
        { "document.unknownChoice", "/members/0/cost/loyer",       Right with { Members = [A with { Cost = Weights("loyer", 1) }] } },
        { "baseline.fte",        "/members/0/fte",                 Right with { Members = [A with { Fte = -1 }] } },
        { "baseline.volume",     "/members/0/volumes/ADS-01",      Right with { Members = [A with { Volumes = Weights("ADS-01", -1) }] } },
        { "baseline.volume",     "/members/0/volumes/ADS-02",      Right with { Members = [A with { Volumes = Weights("ADS-02", 1) }] } },
        { "document.missing",    "/method",                        Right with { Method = " " } },
        { "document.missing",    "/source",                        Right with { Source = null } },
        { "document.missing",    "/retained/0/member",             Right with { Retained = [Right.Retained![0] with { Member = null }] } },
        { "year.invalid",        "/retained/0/year",               Right with { Retained = [Right.Retained![0] with { Year = null }] } },
        { "baseline.amount",     "/retained/0/amount",             Right with { Retained = [Right.Retained![0] with { Amount = null }] } },
        { "baseline.fte",        "/retained/0/fte",                Right with { Retained = [Right.Retained![0] with { Fte = -0.1m }] } },
        { "baseline.duplicate",  "/retained/1/member",             Right with { Retained = [Right.Retained![0], Right.Retained[0]] } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_is_refused_in_its_place(string code, string pointer, BaselineDocument document) =>
        ProblemAssert.Only(code, pointer, BaselineReader.Read(document, Community, Catalogue.Standard).Problems);

    [Theory]
    [InlineData("ADS-06")]
    [InlineData("TRV-16")]
    [InlineData("TRV-06")]
    [InlineData("XXX-01")]
    public void Volume_is_measured_by_what_members_transmit(string code) => ProblemAssert.Only(
        "baseline.unit",
        $"/unitWeights/{code}",
        BaselineReader.Read(
            Right with { UnitWeights = Weights(code, 1), Members = [A with { Volumes = null }] }, Community, Catalogue.Standard).Problems);

    [Fact]
    public void A_right_document_is_read_whole()
    {
        var baseline = BaselineReader.Read(
            Right with { Members = [new MemberBaselineDocument { Member = "38002", Known = false }, A] }, Community, Catalogue.Standard).Value!;

        Assert.Equal(["A", "B"], baseline.Members.Select(m => m.Member.Name));
        Assert.Equal(430_750.10m, baseline.Members[0].TotalCost);
        Assert.Equal(412_300.10m, baseline.Members[0].Cost[CostCategory.Personnel]);
        Assert.Null(baseline.Members[1].TotalCost);
        Assert.Equal(180, baseline.Units(code => baseline.Members[0].Volumes[code]));
        Assert.Equal(1_200.50m, baseline.RetainedBy(baseline.Members[0].Member.Siren, 2025)!.Amount);
        Assert.Null(baseline.RetainedBy(baseline.Members[0].Member.Siren, 2024));
    }

    [Fact]
    public void Every_problem_is_told_at_once() => Assert.Equal(
        ["year.invalid", "document.missing", "baseline.members", "document.missing", "document.missing"],
        BaselineReader.Read(new BaselineDocument(), Community, Catalogue.Standard).Problems.Select(p => p.Code));

    private static Dictionary<string, decimal> Weights(string code, decimal value) => new() { [code] = value };
}
