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

    private static CommunityDocument With(params MemberDocument[] members) => Right with { Members = members };
}
