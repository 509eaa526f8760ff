using Evaluation.Core.Indicators;
using Evaluation.Core.Problems;
using Evaluation.Core.Rules;
using Evaluation.Core.Statistics;
using Evaluation.Core.Tests.Given;

namespace Evaluation.Core.Tests.Indicators.Statistics;

public sealed class OutlierTests
{
    private const string Spiked = "8 9 10 11 12 500"; // median 10.5, median absolute deviation 1.5

    [Theory]
    [InlineData(Spiked, "18", OutlierVerdict.Normal, "3.37")]
    [InlineData(Spiked, "19", OutlierVerdict.Outlier, "3.82")] // hidden from the mean by the 500
    [InlineData(Spiked, "2", OutlierVerdict.Outlier, "-3.82")]
    [InlineData("7 7 7 7 7 9", "7", OutlierVerdict.Normal, null)]
    [InlineData("7 7 7 7 7 9", "9", OutlierVerdict.NoSpread, null)]
    [InlineData("8 9 10 11 12", "500", OutlierVerdict.HistoryTooShort, null)]
    public void A_modified_score_counts_median_deviations_from_the_median(string history, string value, OutlierVerdict verdict, string? score)
    {
        var found = OutlierTest.ByModifiedZScore(Exact.Number(value), Exact.Numbers(history));

        Assert.Equal(verdict, found.Verdict);
        Assert.Equal(Exact.NumberOrNone(score), found.Score is { } s ? decimal.Round(s, 2) : null);
        Assert.Equal(3.5m, found.Threshold);
    }

    [Fact]
    public void The_threshold_may_be_chosen_and_is_normal_itself()
    {
        Assert.Equal(OutlierVerdict.Normal, OutlierTest.ByModifiedZScore(19, Exact.Numbers(Spiked), 4).Verdict);
        var score = OutlierTest.ByModifiedZScore(19, Exact.Numbers(Spiked)).Score!.Value;
        Assert.Equal(OutlierVerdict.Normal, OutlierTest.ByModifiedZScore(19, Exact.Numbers(Spiked), score).Verdict);
    }

    [Fact]
    public void Only_what_is_out_of_the_ordinary_is_a_finding()
    {
        var requests = Catalogue.Standard["ADS-01"];
        var found = OutlierWords.Finding(OutlierTest.ByModifiedZScore(2_000, Exact.Numbers(Spiked)), requests)!;

        Assert.Equal(("value.outlier", Severity.Warning), (found.Code, found.Severity));
        Assert.Contains("médiane 10,5, écart absolu médian 1,5", found.Message, StringComparison.Ordinal);
        ProblemAssert.FrenchSentence(found.Message);
        Assert.Null(OutlierWords.Finding(OutlierTest.ByModifiedZScore(10, Exact.Numbers(Spiked)), requests));
        Assert.Null(OutlierWords.Finding(OutlierTest.ByModifiedZScore(10, []), requests));
    }
}
