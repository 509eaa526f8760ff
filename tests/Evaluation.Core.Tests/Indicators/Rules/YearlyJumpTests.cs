using Evaluation.Core.Indicators;
using Evaluation.Core.Problems;
using Evaluation.Core.Rules;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Indicators.Rules;

public sealed class YearlyJumpTests
{
    [Theory]
    [InlineData("150", "100", false)] // +50 % is the limit
    [InlineData("151", "100", true)]
    [InlineData("50", "100", false)]
    [InlineData("49", "100", true)]
    [InlineData("9", "1", false)] // both below the floor
    [InlineData("10", "1", true)]
    [InlineData("1", "10", true)]
    [InlineData("0", "0", false)]
    [InlineData("9", "0", false)]
    [InlineData("10", "0", true)]
    [InlineData("-20", "-10", true)]
    [InlineData("-14", "-10", false)]
    public void More_than_a_half_either_way_is_told_unless_counts_are_small(string current, string previous, bool isTold)
    {
        var finding = YearlyJump.Check(
            Catalogue.Standard["ADS-01"], Exact.Span("2025-03"), Exact.Number(current), Exact.Number(previous), Catalogue.Standard);

        Assert.Equal(isTold, finding is not null);
        if (finding is not null)
        {
            Assert.Equal(("value.jump", Severity.Warning), (finding.Code, finding.Severity));
            ProblemAssert.FrenchSentence(finding.Message);
        }
    }

    [Fact]
    public void The_sentence_gives_both_values_and_the_change() => Assert.Equal(
        "La valeur de ADS-01 passe de 100 pour mars 2024 à 160 pour mars 2025 (+60,0 %) : vérifiez-la.",
        YearlyJump.Check(Catalogue.Standard["ADS-01"], Exact.Span("2025-03"), 160, 100, Catalogue.Standard)!
            .Message.Replace('\u00A0', ' '));

    [Fact]
    public void A_percentage_moves_by_points() => Assert.Contains(
        "(−41,5\u00A0pt)",
        YearlyJump.Check(Catalogue.Standard["PNP-06"], Exact.Span("2025-03"), 55.5m, 97, Catalogue.Standard, limit: 0.2m)!.Message,
        StringComparison.Ordinal);

    [Fact]
    public void The_limit_and_the_floor_may_be_chosen()
    {
        var requests = Catalogue.Standard["ADS-01"];

        Assert.NotNull(YearlyJump.Check(requests, Exact.Span("2025-03"), 121, 100, Catalogue.Standard, limit: 0.2m));
        Assert.Null(YearlyJump.Check(requests, Exact.Span("2025-03"), 160, 100, Catalogue.Standard, floor: 200));
    }
}
