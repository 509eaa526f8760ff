using Evaluation.Core.Communities;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Communities;

public sealed class FunctionalPayTests
{
    private static readonly FunctionalPayDocument Right = new() { Year = 2025, Community = 8_400_000, Total = 21_000_000, Source = "Comptes" };

    [Fact]
    public void The_coefficient_is_the_part_of_the_community_in_the_pay_of_all()
    {
        var community = GivenCommunity.Read(GivenCommunity.Document("A") with { FunctionalPay = [Right] });

        Assert.Equal(0.40m, community.MutualisationCoefficientIn(2025));
        Assert.Null(community.MutualisationCoefficientIn(2024));
    }

    [Theory]
    [InlineData(1999, 1, 2)]
    [InlineData(2025, -1, 2)]
    [InlineData(2025, 0, 0)]
    [InlineData(2025, 3, 2)]
    public void Pay_that_cannot_be_is_refused(int year, int community, int total) => ProblemAssert.Only(
        "functionalPay.invalid",
        "/functionalPay/0",
        Problems(Right with { Year = year, Community = community, Total = total }));

    [Fact]
    public void A_year_is_given_once_and_with_its_source()
    {
        ProblemAssert.Only("functionalPay.duplicate", "/functionalPay/1/year", Problems(Right, Right));
        ProblemAssert.Only("document.missing", "/functionalPay/0/source", Problems(Right with { Source = null }));
    }

    private static IReadOnlyList<Core.Problems.Refusal> Problems(params FunctionalPayDocument[] pay) =>
        CommunityReader.Read(GivenCommunity.Siren, GivenCommunity.Document("A") with { FunctionalPay = pay }).Problems;
}
