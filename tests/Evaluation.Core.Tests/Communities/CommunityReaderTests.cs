using Evaluation.Core.Communities;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Communities;

public sealed class CommunityReaderTests
{
    private static readonly CommunityDocument Right = GivenCommunity.Document("A", "B");
    private static readonly MemberDocument A = Right.Members![0];

    public static TheoryData<string, string, CommunityDocument> Wrong => new()
    {
        { "document.missing",          "/name",                          Right with { Name = " " } },
        { "document.tooLong",          "/name",                          Right with { Name = new string('a', 201) } },
        { "document.controlCharacter", "/name",                          Right with { Name = "a\tb" } },
        { "document.unknownChoice",    "/kind",                          Right with { Kind = "Metropole" } },
        { "document.unknownChoice",    "/kind",                          Right with { Kind = null } },
        { "document.unknownChoice",    "/fiscalRegime",                  Right with { FiscalRegime = "0" } },
        { "community.members",         "/members",                       Right with { Members = null } },
        { "community.members",         "/members",                       Right with { Members = [.. Enumerable.Range(1, 501).Select(i => GivenCommunity.Commune("C", i))] } },
        { "document.unknownChoice",    "/members/0/kind",                With(A with { Kind = "ville" }) },
        { "insee.invalid",             "/members/0/inseeCode",           With(A with { InseeCode = null }) },
        { "insee.invalid",             "/members/0/inseeCode",           With(A with { InseeCode = "3818" }) },
        { "insee.invalid",             "/members/0/inseeCode",           With(A with { InseeCode = "2C004" }) },
        { "insee.invalid",             "/members/0/inseeCode",           With(A with { InseeCode = "38185\n" }) },
        { "insee.invalid",             "/members/0/inseeCode",           With(A with { InseeCode = "٣٨١٨٥" }) },
        { "insee.invalid",             "/members/0/inseeCode",           With(A with { Kind = "epci", InseeCode = "x" }) },
        { "siren.invalid",             "/members/0/siren",               With(A with { Siren = "213800019" }) },
        { "document.missing",          "/members/0/name",                With(A with { Name = null }) },
        { "population.invalid",        "/members/0/populations/0",       With(A with { Populations = [GivenCommunity.Population(2025, -1)] }) },
        { "population.invalid",        "/members/0/populations/0",       With(A with { Populations = [GivenCommunity.Population(1999, 1)] }) },
        { "document.unknownChoice",    "/members/0/populations/0/kind",  With(A with { Populations = [GivenCommunity.Population(2025, 1, "legale")] }) },
        { "document.missing",          "/members/0/populations/0/source", With(A with { Populations = [GivenCommunity.Population(2025, 1) with { Source = "" }] }) },
        { "agents.invalid",            "/members/0/agents/0",            With(A with { Agents = [Agents(2025, -1)] }) },
        { "agents.invalid",            "/members/0/agents/0",            With(A with { Agents = [Agents(1999, 1)] }) },
        { "agents.duplicate",          "/members/0/agents/1/year",       With(A with { Agents = [Agents(2025, 1), Agents(2025, 2)] }) },
        { "document.missing",          "/members/0/agents/0/source",     With(A with { Agents = [Agents(2025, 1) with { Source = null }] }) },
        { "document.missing",          "/priceIndices/0/code",           Right with { PriceIndices = [Prices with { Code = "" }] } },
        { "document.missing",          "/priceIndices/0/label",          Right with { PriceIndices = [Prices with { Label = null }] } },
        { "document.missing",          "/priceIndices/0/source",         Right with { PriceIndices = [Prices with { Source = null }] } },
        { "priceIndex.value",          "/priceIndices/0/values/0",       Right with { PriceIndices = [Prices with { Values = [new() { Year = 2024 }] }] } },
        { "priceIndex.value",          "/priceIndices/0/values/1",       Right with { PriceIndices = [Prices with { Values = [new() { Year = 2024, Value = 1 }, new() { Year = 24, Value = 1 }] }] } },
        { "priceIndex.duplicate",      "/priceIndices/0/values/1/year",  Right with { PriceIndices = [Prices with { Values = [new() { Year = 2024, Value = 1 }, new() { Year = 2024, Value = 2 }] }] } },
        { "priceIndex.duplicate",      "/priceIndices/1/code",           Right with { PriceIndices = [Prices, Prices] } },
        { "member.duplicate",          "/members/1/inseeCode",           With(A, A with { Siren = GivenCommunity.SirenOf(9) }) },
        { "member.duplicate",          "/members/1/siren",               With(A, A with { InseeCode = "38009" }) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_fault_has_its_code_and_its_place(string code, string pointer, CommunityDocument document)
    {
        var outcome = CommunityReader.Read(GivenCommunity.Siren, document);

        Assert.Null(outcome.Value);
        ProblemAssert.Only(code, pointer, outcome.Problems);
    }

    [Theory]
    [InlineData("01001")]
    [InlineData("2A004")]
    [InlineData("2B033")]
    [InlineData("97105")]
    public void Insee_codes_of_every_shape_are_accepted(string code) =>
        Assert.Empty(CommunityReader.Read(GivenCommunity.Siren, With(A with { InseeCode = code })).Problems);

    [Fact]
    public void Official_Insee_codes_are_accepted() => Assert.All(
        OfficialCommunities.AllInseeCodes,
        code => Assert.Empty(CommunityReader.Read(GivenCommunity.Siren, With(A with { InseeCode = code })).Problems));

    [Fact]
    public void The_identity_of_the_community_is_checked() =>
        ProblemAssert.Only("siren.invalid", "", CommunityReader.Read("123456789", Right).Problems);

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var outcome = CommunityReader.Read(null, new CommunityDocument { Members = [new MemberDocument()] });

        Assert.Equal(
            ["siren.invalid ", "document.missing /name", "document.unknownChoice /kind", "document.unknownChoice /fiscalRegime",
                "insee.invalid /members/0/inseeCode", "siren.invalid /members/0/siren", "document.missing /members/0/name"],
            outcome.Problems.Select(p => $"{p.Code} {p.Pointer}"));
    }

    [Fact]
    public void A_null_in_a_list_is_a_fault_like_another()
    {
        var outcome = CommunityReader.Read(GivenCommunity.Siren, Right with
        {
            Members = [A with { Populations = [null!] }, null!],
        });

        Assert.Contains(outcome.Problems, p => p is { Code: "document.missing", Pointer: "/members/1/name" });
        Assert.Contains(outcome.Problems, p => p is { Code: "population.invalid", Pointer: "/members/0/populations/0" });
    }

    [Fact]
    public void Names_are_trimmed_and_keep_their_accents()
    {
        var community = GivenCommunity.Read(Right with { Name = "  Grenoble-Alpes-Métropole " });

        Assert.Equal("Grenoble-Alpes-Métropole", community.Name);
    }

    [Fact]
    public void A_price_index_says_nothing_of_a_year_it_does_not_know()
    {
        var community = GivenCommunity.Read(Right with
        {
            PriceIndices = [Prices, Prices with { Code = "BATIMENT", Values = [new() { Year = 2023, Value = 98.5m }] }],
        });

        Assert.Equal(118.76m, community.PriceIndex("IPC")!.ValueIn(2024));
        Assert.Null(community.PriceIndex("IPC")!.ValueIn(2023));
        Assert.Equal(98.5m, community.PriceIndex("BATIMENT")!.ValueIn(2023));
        Assert.Null(community.PriceIndex("ipc"));
        Assert.Null(community.PriceIndex(null));
    }

    [Fact]
    public void The_agents_of_a_year_are_the_latest_known_by_then()
    {
        var community = GivenCommunity.Read(With(A with { Agents = [Agents(2025, 42), Agents(2022, 40)] }));
        var member = community.Named("A");

        Assert.Equal([null, 40, 40, 42, 42], new[] { 2021, 2022, 2024, 2025, 2030 }.Select(y => member.AgentsIn(y)?.Count));
    }

    private static PriceIndexDocument Prices => new()
    {
        Code = "IPC",
        Label = "Indice des prix à la consommation",
        Source = "Insee",
        Values = [new PriceIndexValueDocument { Year = 2024, Value = 118.76m }],
    };

    private static AgentCountDocument Agents(int year, int count) => new() { Year = year, Count = count, Source = "Rapport social unique" };

    private static CommunityDocument With(params MemberDocument[] members) => Right with { Members = members };
}
